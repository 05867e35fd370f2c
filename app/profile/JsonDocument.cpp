// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/JsonDocument.h"

#include "app/profile/JsonDocumentSax.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <iterator>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonDocument)
};

/// Walks the text and tells how far it got.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, qsizetype* consumed) : m_at(at), m_consumed(consumed) {}

    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        ++m_at;
        ++*m_consumed;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

private:
    const char* m_at;
    qsizetype* m_consumed;
};

} // namespace

JsonDocument::JsonDocument(const QByteArray& text, QString fileName)
    : m_fileName(std::move(fileName)), m_positions(text)
{
    if (!isReadable()) {
        return;
    }
    qsizetype consumed = 0;
    JsonDocumentSax sax(*this, consumed);
    const CountingIterator first(text.constData(), &consumed);
    const CountingIterator last(text.constData() + text.size(), &consumed);
    m_isWhole =
        nlohmann::json::sax_parse(first, last, &sax, nlohmann::json::input_format_t::json, true, true);
}

/// What the parser would pass over: bad UTF-8 in comments, and a zero byte, which it takes for the end of the
/// text.
bool JsonDocument::isReadable()
{
    const QByteArray& text = m_positions.text();
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0) {
        m_problems.push_back(problemAtOffset(zero, Words::tr("the text contains a zero byte"),
                                             Words::tr("Save it as UTF-8 text.")));
        return false;
    }
    qsizetype start = 0;
    while (start < text.size()) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        // Decoding happens in the conversion; the text itself is not needed.
        static_cast<void>(static_cast<QString>(decoder(QByteArrayView(text).sliced(start, end - start))));
        if (decoder.hasError()) {
            m_problems.push_back(problemAtOffset(start, Words::tr("this line is not UTF-8"),
                                                 Words::tr("Save the file as UTF-8 text.")));
            m_problems.back().column = 0;
            return false;
        }
        start = end + 1;
    }
    return true;
}

ProfileProblem JsonDocument::problemAtOffset(qsizetype offset, QString what, QString todo) const
{
    const TextPosition at = m_positions.at(offset);
    return {m_fileName, at.line, at.column, {}, std::move(what), std::move(todo)};
}

JsonDocument::Place JsonDocument::place(const std::string& pointer) const
{
    const auto found = m_places.find(pointer);
    return found == m_places.cend() ? Place{} : found->second;
}

ProfileProblem JsonDocument::problemAt(const std::string& pointer, QString what, QString todo) const
{
    ProfileProblem problem = problemAtOffset(place(pointer).value, std::move(what), std::move(todo));
    problem.pointer = quotable(pointer);
    return problem;
}

ProfileProblem JsonDocument::problemAtKey(const std::string& pointer, QString what, QString todo) const
{
    ProfileProblem problem = problemAtOffset(place(pointer).key, std::move(what), std::move(todo));
    problem.pointer = quotable(pointer);
    return problem;
}

int JsonDocument::lineOf(const std::string& pointer) const
{
    return m_positions.at(place(pointer).value).line;
}

std::string childPointer(const std::string& pointer, const std::string& key)
{
    std::string child = pointer + '/';
    for (const char c : key) {
        if (c == '~') {
            child += "~0";
        } else if (c == '/') {
            child += "~1";
        } else {
            child += c;
        }
    }
    return child;
}

std::string childPointer(const std::string& pointer, size_t index)
{
    return pointer + '/' + std::to_string(index);
}

QString quotable(const std::string& text)
{
    static constexpr qsizetype Longest = 120;
    QString shown;
    const QString whole = QString::fromStdString(text);
    for (const QChar c : whole) {
        if (shown.size() >= Longest) {
            return shown + QChar(0x2026);
        }
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) {
            shown += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            shown += c;
        }
    }
    return shown;
}

} // namespace stowage
