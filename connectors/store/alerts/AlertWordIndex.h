// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/AlertWords.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace stowage {

/// A search as FTS5 takes it.
struct AlertExpression
{
    std::string match;    ///< empty: every event may match
    bool isEmpty = false; ///< no event can match
    bool isLoose = false; ///< finds all that match, and others: AlertWords has the last word
};

/// Which event has which words, in FTS5. The terms are cut by AlertToken and not by SQLite, so that what is
/// found here is what AlertWords finds among the events in memory; pieces that are joined are kept as pairs
/// too, with which "eu-b-17" is found, and any part of a text of a script without spaces. A term holds no
/// ASCII but letters and digits: none can be syntax. Throws SQLite::Exception.
class AlertWordIndex
{
public:
    static constexpr size_t MostTerms = 512;        ///< of an event; the rest of it is not found
    static constexpr size_t MostExpansions = 1'000; ///< of a word that is still being typed

    explicit AlertWordIndex(SQLite::Database& database);

    /// What an event is found by. Whoever changes this rebuilds `words` in a migration: remove() has to give
    /// the very terms that put() gave.
    static std::set<std::string> termsOf(const AlertEvent& event);
    static std::string textOf(const AlertEvent& event, const std::set<std::string>& terms);

    /// Within a transaction; slots ascend from call to call, or it takes long.
    void put(qint64 slot, const std::string& text);
    void learn(const std::set<std::string>& terms);
    void remove(qint64 slot, const AlertEvent& event);

    /// What remove() left is given back by many calls of tidy(), until it is false.
    void beginToTidy();
    bool tidy();

    /// The transaction was rolled back.
    void forget() { m_learnt.clear(); }

    /// Without the words whose bit is set in `leftOut`, which makes it loose.
    AlertExpression expression(const AlertWords& words, quint32 leftOut = 0);

    /// The term that all events of a kind and severity have.
    static std::string markOf(qint64 kind, qint64 severity);

    /// Both must match; any of them may be empty.
    static std::string both(const std::string& a, const std::string& b);

private:
    std::vector<std::string> expansions(const std::string& prefix);

    SQLite::Database& m_database;
    SQLite::Statement m_put;
    SQLite::Statement m_remove;
    SQLite::Statement m_learn;
    SQLite::Statement m_expand;
    SQLite::Statement m_tidy;
    std::unordered_set<std::string> m_learnt;
};

} // namespace stowage
