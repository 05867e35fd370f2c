// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/AlertToken.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace stowage {
namespace {

constexpr qsizetype MostCharacters = 16'384;

bool isWrittenWithoutSpaces(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

void appendUtf8(std::string& to, char32_t character)
{
    const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
    to.append(bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// Puts pieces together from folded characters.
class Cutter
{
public:
    explicit Cutter(std::vector<AlertToken>& tokens) : m_tokens(tokens) {}

    void addAscii(char character)
    {
        if (m_word.size() < AlertToken::MostBytes) {
            m_word.push_back(character);
        }
    }

    void add(char32_t character)
    {
        if (isWrittenWithoutSpaces(character)) {
            endWord();
            m_tokens.push_back({{}, true, std::exchange(m_isJoined, true)});
            appendUtf8(m_tokens.back().text, character);
            return;
        }
        const size_t before = m_word.size();
        appendUtf8(m_word, character);
        if (m_word.size() > AlertToken::MostBytes) {
            m_word.resize(before);
        }
    }

    void separate(bool isSpace)
    {
        endWord();
        m_isJoined = m_isJoined && !isSpace;
    }

    void endWord()
    {
        if (!m_word.empty()) {
            m_tokens.push_back({std::move(m_word), false, std::exchange(m_isJoined, true)});
            m_word.clear();
        }
    }

private:
    std::vector<AlertToken>& m_tokens;
    std::string m_word;
    bool m_isJoined = false; ///< the next piece is
};

bool isAsciiLetterOrDigit(char16_t unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9');
}

void cutAscii(Cutter& cutter, QStringView text)
{
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const char16_t lower = unit >= u'A' && unit <= u'Z' ? char16_t(unit + (u'a' - u'A')) : unit;
        if (isAsciiLetterOrDigit(lower)) {
            cutter.addAscii(static_cast<char>(lower));
        } else {
            cutter.separate(c.isSpace());
        }
    }
}

/// Taken apart, accents are marks of their own, and left out.
void cutAny(Cutter& cutter, QStringView text)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const char32_t character : plain.toUcs4()) {
        if (QChar::isMark(character)) {
            continue;
        }
        if (character != QChar::ReplacementCharacter && QChar::isLetterOrNumber(character)) {
            cutter.add(character);
        } else {
            cutter.separate(QChar::isSpace(character));
        }
    }
}

} // namespace

std::vector<AlertToken> alertTokens(QStringView text)
{
    std::vector<AlertToken> tokens;
    Cutter cutter(tokens);
    text.truncate(std::min(text.size(), MostCharacters));
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; })) {
        cutAscii(cutter, text);
    } else {
        cutAny(cutter, text);
    }
    cutter.endWord();
    return tokens;
}

} // namespace stowage
