// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string>

/// Prepared statements with values of ours. All of it throws SQLite::Exception.
namespace stowage::sql {

inline void bindOne(SQLite::Statement& statement, int index, const QString& text)
{
    statement.bind(index, text.toStdString());
}

inline void bindOne(SQLite::Statement& statement, int index, const std::string& text)
{
    statement.bindNoCopy(index, text);
}

inline void bindOne(SQLite::Statement& statement, int index, qint64 number)
{
    statement.bind(index, static_cast<int64_t>(number));
}

/// NaN becomes NULL.
inline void bindOne(SQLite::Statement& statement, int index, double number)
{
    statement.bind(index, number);
}

inline void bindOne(SQLite::Statement& statement, int index, const Digest& digest)
{
    statement.bindNoCopy(index, digest.bytes().data(), static_cast<int>(digest.bytes().size()));
}

inline void bindOne(SQLite::Statement& statement, int index, QByteArrayView bytes)
{
    statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

/// Binds from 1 and leaves the statement ready to step, whatever befell it the last time.
template <class... Values>
void bind(SQLite::Statement& statement, const Values&... values)
{
    statement.tryReset();
    int index = 0;
    (bindOne(statement, ++index, values), ...);
}

/// Binds from 1, runs, and leaves the statement ready for the next time.
template <class... Values>
void run(SQLite::Statement& statement, const Values&... values)
{
    bind(statement, values...);
    statement.exec();
    statement.reset();
}

/// The same for one that answers with a row's number; nothing when it answers with no row.
template <class... Values>
std::optional<qint64> rowOf(SQLite::Statement& statement, const Values&... values)
{
    bind(statement, values...);
    std::optional<qint64> row;
    while (statement.executeStep()) {
        row = statement.getColumn(0).getInt64();
    }
    statement.reset();
    return row;
}

} // namespace stowage::sql
