// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/ProfileProblem.h"
#include "app/profile/TextPositions.h"

#include <nlohmann/json.hpp>

#include <string>
#include <unordered_map>

namespace stowage {

/// JSON with comments whose values remember where they stand in the text.
class JsonDocument
{
public:
    /// Deeper nesting is refused before anything could recurse into it.
    static constexpr size_t MaxDepth = 64;

    /// Parses; whatever the text is, the result says so in problems().
    JsonDocument(const QByteArray& text, QString fileName);

    /// Bad UTF-8, bad syntax, too deep, keys that come twice.
    const ProfileProblems& problems() const { return m_problems; }

    /// False when parsing ended early: then root() is not all of the text and not worth checking.
    bool isWhole() const { return m_isWhole; }

    const nlohmann::json& root() const { return m_root; }

    /// A problem at the value of a JSON pointer, or at its key.
    ProfileProblem problemAt(const std::string& pointer, QString what, QString todo) const;
    ProfileProblem problemAtKey(const std::string& pointer, QString what, QString todo) const;

    int lineOf(const std::string& pointer) const;

private:
    friend class JsonDocumentSax;

    struct Place
    {
        qsizetype key = -1; ///< byte offset; -1: it has none
        qsizetype value = -1;
    };

    bool isReadable();
    ProfileProblem problemAtOffset(qsizetype offset, QString what, QString todo) const;
    Place place(const std::string& pointer) const;

    QString m_fileName;
    TextPositions m_positions;
    nlohmann::json m_root;
    std::unordered_map<std::string, Place> m_places;
    ProfileProblems m_problems;
    bool m_isWhole = false;
};

/// `pointer` with one more step, escaped as RFC 6901 wants it.
std::string childPointer(const std::string& pointer, const std::string& key);
std::string childPointer(const std::string& pointer, size_t index);

/// `text` as a person may see it: one line, control characters escaped, shortened.
QString quotable(const std::string& text);

} // namespace stowage
