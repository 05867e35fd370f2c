// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/AlertWords.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t MostTokens = 64; ///< of a word
constexpr qsizetype LongestQuery = 4'096;

bool isAt(const AlertWords::Word& word, const std::vector<AlertToken>& text, size_t at)
{
    const size_t last = word.tokens.size() - 1;
    for (size_t i = 0; i <= last; ++i) {
        const AlertToken& wanted = word.tokens[i];
        const AlertToken& found = text[at + i];
        const bool isSame =
            i == last && word.isOpen ? found.text.starts_with(wanted.text) : found.text == wanted.text;
        if (!isSame || (wanted.isJoined && !found.isJoined)) {
            return false;
        }
    }
    return true;
}

bool occurs(const AlertWords::Word& word, const std::vector<AlertToken>& text)
{
    for (size_t at = 0; at + word.tokens.size() <= text.size(); ++at) {
        if (isAt(word, text, at)) {
            return true;
        }
    }
    return false;
}

} // namespace

void visitSearchedTexts(const AlertEvent& event, const std::function<void(QStringView)>& take)
{
    for (const QString* text : {&event.name, &event.place.subject.name, &event.summary, &event.note,
                                &event.actor, &event.place.zone, &event.source, &event.incident}) {
        if (!text->isEmpty()) {
            take(*text);
        }
    }
    for (const AlertLabel& label : event.labels) {
        take(QString(label.name + QLatin1Char('=') + label.value));
    }
}

AlertWords::AlertWords(QStringView text)
{
    text.truncate(std::min(text.size(), LongestQuery));
    const bool isOpen = !text.isEmpty() && !text.back().isSpace();
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !text[i].isSpace()) {
            continue;
        }
        std::vector<AlertToken> tokens = alertTokens(text.sliced(begin, i - begin));
        begin = i + 1;
        if (!tokens.empty() && m_words.size() < Most) {
            tokens.resize(std::min(tokens.size(), MostTokens));
            m_words.push_back({std::move(tokens), isOpen && i == text.size()});
        }
    }
}

bool AlertWords::matches(const AlertEvent& event) const
{
    std::vector<const Word*> missing;
    missing.reserve(m_words.size());
    for (const Word& word : m_words) {
        missing.push_back(&word);
    }
    if (missing.empty()) {
        return true;
    }
    visitSearchedTexts(event, [&missing](QStringView text) {
        if (!missing.empty()) {
            const std::vector<AlertToken> tokens = alertTokens(text);
            std::erase_if(missing, [&tokens](const Word* word) { return occurs(*word, tokens); });
        }
    });
    return missing.empty();
}

quint32 AlertWords::found(const AlertEvent& event) const
{
    static_assert(Most <= 32);
    quint32 words = 0;
    visitSearchedTexts(event, [this, &words](QStringView text) {
        const std::vector<AlertToken> tokens = alertTokens(text);
        for (size_t i = 0; i < m_words.size(); ++i) {
            words |= occurs(m_words[i], tokens) ? quint32{1} << i : 0;
        }
    });
    return words;
}

} // namespace stowage
