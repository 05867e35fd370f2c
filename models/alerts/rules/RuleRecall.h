// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactTable.h"

#include <map>

namespace stowage {

/// An alert of a rule that stands by what the log says.
struct RecalledAlert
{
    QString key;  ///< Alert::key
    QString name; ///< the rule's id
    Timestamp since{};

    bool operator==(const RecalledAlert&) const = default;
};

/// What earlier runs left standing of one rule, until it can be judged anew. Of each the log has the lasting
/// key, which cannot be read back: whose it is shows when a subject is told of that has this key.
class RuleRecall
{
public:
    struct Found
    {
        size_t row = 0;
        Timestamp since{};
    };

    explicit RuleRecall(QString rule = {}) : m_rule(std::move(rule)) {}

    void add(const RecalledAlert& alert);

    bool isEmpty() const { return m_alerts.empty(); }

    /// Alert::key of each that is left.
    QStringList keys() const;

    /// Those that a row is about, by key; of several rows the first.
    std::map<QString, Found> find(const FactTable& facts);

    /// It has been judged.
    void drop(const QString& key) { m_alerts.erase(key); }

    /// Whoever has no row is no more. Whether there was any.
    bool dropAbsent(const FactTable& facts);

private:
    const QString& keyOf(const QString& subject);

    QString m_rule;
    std::map<QString, Timestamp> m_alerts; ///< since when, by key
    QHash<QString, QString> m_keys;        ///< by subject, empty for one that nothing is left of
};

} // namespace stowage
