// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>

namespace stowage {

/// What many events have in common, kept once: the alert's key and name, where it belongs, its labels.
/// Throws SQLite::Exception.
class AlertThings
{
public:
    explicit AlertThings(SQLite::Database& database);

    /// Made when there is none; only within a transaction.
    qint64 numberFor(const AlertEvent& event);

    /// Fills in what the thing says; nothing when it is not there.
    void fill(qint64 number, AlertEvent& event);

    /// Unless an event still has it.
    void dropUnused(qint64 number);

private:
    struct Thing
    {
        QString alert;
        QString name;
        AlertPlace place;
        std::vector<AlertLabel> labels;
    };

    Thing read(qint64 number);

    SQLite::Statement m_find;
    SQLite::Statement m_put;
    SQLite::Statement m_read;
    SQLite::Statement m_drop;
    QHash<qint64, Thing> m_known; ///< a number means one thing for ever
};

} // namespace stowage
