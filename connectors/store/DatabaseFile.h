// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseSchema.h"
#include "models/core/Error.h"

#include <QString>

namespace stowage {

/// The file that the database lies in: made private, looked at before SQLite touches it, and set aside when
/// it is corrupt.
class DatabaseFile
{
public:
    /// What the header says, without SQLite: opening a database may already write to it.
    enum class Kind : quint8
    {
        Empty,   ///< none, or not a byte in it
        Ours,    ///< a SQLite database of this program, or a blank one
        Newer,   ///< of this program, with a schema that it does not know
        Foreign, ///< a SQLite database of another program
        Broken,  ///< anything else
    };

    DatabaseFile(QString folder, DatabaseSchema schema);

    const QString& path() const { return m_path; }
    const DatabaseSchema& schema() const { return m_schema; }

    /// Makes folder (0700) and file (0600) where there are none.
    Result<void> create() const;

    Result<Kind> look() const;

    /// With what SQLite has not brought into the file yet.
    qint64 sizeOnDisk() const;

    /// Renames the file and what SQLite keeps beside it; returns the new name.
    Result<QString> setAside(Timestamp now) const;

    Error refusal(Kind kind) const;

private:
    QString m_folder;
    DatabaseSchema m_schema;
    QString m_path;
};

} // namespace stowage
