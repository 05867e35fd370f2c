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
constexpr std::string_view Mark{"\xc2\xa7"};           ///< "§" is no letter, and part of a term for FTS5
constexpr std::string_view Dot{"\xc2\xb7"};            ///< likewise

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

/// Of two pieces that are joined.
std::string pairOf(const AlertToken& a, const AlertToken& b)
{
    if (a.isCharacter && b.isCharacter) {
        return a.text + b.text;
    }
    return std::string(Dot).append(a.text).append(Dot).append(b.text);
}

void addTerms(std::set<std::string>& terms, QStringView text)
{
    const std::vector<AlertToken> tokens = alertTokens(text);
    for (size_t i = 0; i < tokens.size() && terms.size() < AlertWordIndex::MostTerms; ++i) {
        const bool hasNext = isJoinedAt(tokens, i + 1);
        if (hasNext) {
            terms.insert(pairOf(tokens[i], tokens[i + 1]));
        }
        if (!tokens[i].isCharacter || !hasNext || !tokens[i + 1].isCharacter) {
            terms.insert(tokens[i].text);
        }
    }
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

AlertExpression AlertWordIndex::expression(const AlertWords& words, quint32 leftOut)
{
    AlertExpression expression;
    expression.isLoose = leftOut != 0;
    const auto narrow = [&expression](const std::string& terms) {
        expression.match = both(expression.match, terms);
    };
    for (size_t place = 0; place < words.words().size(); ++place) {
        if ((leftOut >> place & 1U) != 0) {
            continue;
        }
        const AlertWords::Word& word = words.words()[place];
        const std::vector<AlertToken>& tokens = word.tokens;
        // Two pairs need not be of one place in the text.
        expression.isLoose = expression.isLoose || tokens.size() > 2;
        for (size_t i = 0; i + 2 < tokens.size(); ++i) {
            narrow(inQuotes(pairOf(tokens[i], tokens[i + 1])));
        }
        const AlertToken& last = tokens.back();
        const bool isAlone = tokens.size() == 1;
        const std::string term = isAlone ? last.text : pairOf(tokens[tokens.size() - 2], last);
        const bool mayGoOn = last.isCharacter ? isAlone : word.isOpen;
        if (!mayGoOn) {
            narrow(inQuotes(term));
            continue;
        }
        const std::vector<std::string> terms = expansions(term);
        expression.isEmpty = expression.isEmpty || terms.empty();
        if (terms.size() > MostExpansions) {
            expression.isLoose = true; // nearly everything has one of them
        } else {
            narrow(anyOf(terms));
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
