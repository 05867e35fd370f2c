// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/FoldedText.h"

#include <QString>

#include <algorithm>

namespace stowage {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits at `at`, without leading zeros; `at` goes behind them.
std::string_view takeNumber(std::string_view text, size_t& at)
{
    size_t begin = at;
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    while (begin + 1 < at && text[begin] == '0') {
        ++begin;
    }
    return text.substr(begin, at - begin);
}

int compareBytes(std::string_view a, std::string_view b)
{
    return a.compare(b); // as unsigned bytes: char_traits<char> compares so
}

int compareNumbers(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : compareBytes(a, b);
}

/// Eight bytes, filled from the front.
class Prefix
{
public:
    bool isFull() const { return m_left == 0; }
    void add(char byte)
    {
        if (m_left > 0) {
            m_value |= quint64{static_cast<unsigned char>(byte)} << (8 * --m_left);
        }
    }
    quint64 value() const { return m_value; }

private:
    quint64 m_value = 0;
    int m_left = 8;
};

} // namespace

void appendFolded(std::string& to, QStringView text)
{
    const size_t before = to.size();
    to.resize(before + static_cast<size_t>(text.size()));
    char* out = to.data() + before;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80) {
            const QByteArray rest = text.toString().toCaseFolded().toUtf8();
            to.resize(before);
            to.append(rest.constData(), static_cast<size_t>(rest.size()));
            return;
        }
        *out++ = static_cast<char>(unit >= u'A' && unit <= u'Z' ? unit + (u'a' - u'A') : unit);
    }
}

std::string folded(QStringView text)
{
    std::string to;
    appendFolded(to, text);
    return to;
}

int compareFolded(std::string_view a, std::string_view b)
{
    if (a == b) {
        return 0;
    }
    size_t i = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    // What differs may be the inside of a number that began earlier.
    while (i > 0 && isDigit(a[i - 1])) {
        --i;
    }
    size_t j = i;
    while (i < a.size() && j < b.size()) {
        int order = 0;
        if (isDigit(a[i]) && isDigit(b[j])) {
            order = compareNumbers(takeNumber(a, i), takeNumber(b, j));
        } else {
            order = static_cast<int>(static_cast<unsigned char>(a[i++])) -
                    static_cast<int>(static_cast<unsigned char>(b[j++]));
        }
        if (order != 0) {
            return order;
        }
    }
    if ((i == a.size()) != (j == b.size())) {
        return i == a.size() ? -1 : 1;
    }
    return compareBytes(a, b); // "n01" and "n1"
}

quint64 foldedPrefix(std::string_view text, size_t from)
{
    // A number begins with how many digits it has, which is a digit itself and so stands among other bytes as
    // the number does. From nine on their count tells nothing more, nor does what follows.
    constexpr size_t Uncounted = 9;
    Prefix prefix;
    for (size_t at = from; at < text.size() && !prefix.isFull();) {
        if (!isDigit(text[at])) {
            prefix.add(text[at++]);
            continue;
        }
        const std::string_view number = takeNumber(text, at);
        prefix.add(static_cast<char>('0' + std::min(number.size(), Uncounted)));
        if (number.size() >= Uncounted) {
            break;
        }
        std::ranges::for_each(number, [&prefix](char digit) { prefix.add(digit); });
    }
    return prefix.value();
}

} // namespace stowage
