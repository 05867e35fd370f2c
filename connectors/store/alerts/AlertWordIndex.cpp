// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertWordIndex.h"

#include "connectors/store/SqlStatement.h"

namespace stowage {
namespace {

constexpr const char* Put = "INSERT INTO words (rowid, text) VALUES (?, ?)";
constexpr const char* Remove = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)";
constexpr const char* Learn = "INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING";
constexpr const char* Expand = "SELECT text FROM term WHERE text >= ? AND text < ? LIMIT ?";
constexpr const char* Tidy = "INSERT INTO words (words, rank) VALUES ('merge', 200)";

constexpr size_t MostLearnt = 100'000;                 ///< terms that are known to be known
constexpr std::string_view Behind{"\xf4\x8f\xbf\xbf"}; ///< the last character that there is
constexpr std::string_view Mark{"\xc2\xb7"};           ///< a dot that is no letter, and a term for FTS5

std::string inQuotes(std::string_view term)
{
    std::string text("\"");
    text.append(term);
    return text.append("\"");
}

std::string anyOf(const std::vector<std::string>& terms)
{
    std::string text("(");
    for (const std::string& term : terms) {
        text.append(text.size() > 1 ? " OR " : "").append(inQuotes(term));
    }
    return text.append(")");
}

bool isJoinedAt(const std::vector<AlertToken>& tokens, size_t at)
{
    return at < tokens.size() && tokens[at].isJoined;
}

void addTerms(std::set<std::string>& terms, QStringView text)
{
    const std::vector<AlertToken> tokens = alertTokens(text);
    for (size_t i = 0; i < tokens.size() && terms.size() < AlertWordIndex::MostTerms; ++i) {
        const bool isPair = isJoinedAt(tokens, i + 1);
        terms.insert(isPair ? tokens[i].text + tokens[i + 1].text : tokens[i].text);
    }
}

/// Whether a word's terms stand for it: then nothing else has them.
bool isExact(const AlertWords::Word& word)
{
    return word.tokens.size() == 1 || (word.tokens.size() == 2 && word.tokens[1].isJoined);
}

} // namespace

AlertWordIndex::AlertWordIndex(SQLite::Database& database)
    : m_database(database), m_put(database, Put), m_remove(database, Remove), m_learn(database, Learn),
      m_expand(database, Expand), m_tidy(database, Tidy)
{
}

std::set<std::string> AlertWordIndex::termsOf(const AlertEvent& event)
{
    std::set<std::string> terms;
    visitSearchedTexts(event, [&terms](QStringView text) { addTerms(terms, text); });
    return terms;
}

std::string AlertWordIndex::textOf(const AlertEvent& event, const std::set<std::string>& terms)
{
    std::string text = markOf(static_cast<qint64>(event.kind), static_cast<qint64>(event.severity));
    for (const std::string& term : terms) {
        text.append(" ").append(term);
    }
    return text;
}

void AlertWordIndex::put(qint64 slot, const std::string& text)
{
    sql::run(m_put, slot, text);
}

void AlertWordIndex::learn(const std::set<std::string>& terms)
{
    if (m_learnt.size() > MostLearnt) {
        m_learnt.clear();
    }
    for (const std::string& term : terms) {
        if (m_learnt.insert(term).second) {
            sql::run(m_learn, term);
        }
    }
}

void AlertWordIndex::remove(qint64 slot, const AlertEvent& event)
{
    const std::string text = textOf(event, termsOf(event));
    sql::run(m_remove, slot, text);
}

/// As FTS5's manual says of "merge": a negative number begins, positive ones go on, and an end is when
/// nothing changes.
void AlertWordIndex::beginToTidy()
{
    m_database.exec("INSERT INTO words (words, rank) VALUES ('merge', -200)");
}

bool AlertWordIndex::tidy()
{
    const auto changes = m_database.getTotalChanges();
    sql::run(m_tidy);
    return m_database.getTotalChanges() - changes > 1;
}

std::vector<std::string> AlertWordIndex::expansions(const std::string& prefix)
{
    std::vector<std::string> terms;
    const std::string end = prefix + std::string(Behind);
    sql::bind(m_expand, prefix, end, static_cast<qint64>(MostExpansions + 1));
    while (m_expand.executeStep()) {
        terms.push_back(m_expand.getColumn(0).getString());
    }
    m_expand.reset();
    return terms;
}

AlertExpression AlertWordIndex::expression(const AlertWords& words)
{
    AlertExpression expression;
    for (const AlertWords::Word& word : words.words()) {
        expression.isLoose = expression.isLoose || !isExact(word);
        for (size_t i = 0; i < word.tokens.size(); ++i) {
            const AlertToken& token = word.tokens[i];
            if (isJoinedAt(word.tokens, i + 1)) {
                expression.match = both(expression.match, inQuotes(token.text + word.tokens[i + 1].text));
            } else if (token.isJoined) {
                continue; // in the pair before
            } else if (token.isCharacter || (word.isOpen && i + 1 == word.tokens.size())) {
                const std::vector<std::string> terms = expansions(token.text);
                expression.isEmpty = expression.isEmpty || terms.empty();
                if (terms.size() > MostExpansions) {
                    expression.isLoose = true; // nearly everything has one of them
                } else {
                    expression.match = both(expression.match, anyOf(terms));
                }
            } else {
                expression.match = both(expression.match, inQuotes(token.text));
            }
        }
    }
    return expression;
}

std::string AlertWordIndex::markOf(qint64 kind, qint64 severity)
{
    return std::string(Mark) + std::to_string(kind) + std::string(Mark) + std::to_string(severity);
}

std::string AlertWordIndex::both(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) {
        return a + b;
    }
    return a + " AND " + b;
}

} // namespace stowage
