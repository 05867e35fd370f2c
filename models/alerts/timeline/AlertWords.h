// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/timeline/AlertToken.h"

#include <functional>

namespace stowage {

/// Calls `take` with each text of an event that searches look at: name, subject, summary, labels, note,
/// actor, zone, source, incident.
void visitSearchedTexts(const AlertEvent& event, const std::function<void(QStringView)>& take);

/// What a person looks for: words, each of which has to occur in one of an event's texts. "eu-b" occurs
/// where "b" comes behind "eu" with no whitespace between; the last word may be the beginning of one, unless
/// whitespace follows it. Case and accents make no difference. No character has a meaning of its own.
class AlertWords
{
public:
    struct Word
    {
        std::vector<AlertToken> tokens; ///< never empty
        bool isOpen = false;            ///< the last token may go on
    };

    static constexpr size_t Most = 32; ///< words; what is more is left out

    AlertWords() = default;
    explicit AlertWords(QStringView text);

    bool isEmpty() const { return m_words.empty(); } ///< then it matches everything
    const std::vector<Word>& words() const { return m_words; }

    bool matches(const AlertEvent& event) const;

    /// Which of the words occur in it: a bit for each, the first word's is the lowest.
    quint32 found(const AlertEvent& event) const;

private:
    std::vector<Word> m_words;
};

} // namespace stowage
