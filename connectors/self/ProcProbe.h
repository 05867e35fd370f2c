// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SelfProbe.h"

#include <QString>

namespace stowage {

/// Asks Linux: /proc/self/statm, and the file system of a folder.
class ProcProbe final : public SelfProbe
{
public:
    /// `folder`: where the data lies.
    explicit ProcProbe(QString folder) : m_folder(std::move(folder)) {}

    std::optional<qint64> residentBytes() const override;
    std::optional<qint64> diskFreeBytes() const override;
    std::optional<qint64> diskBytes() const override;

private:
    QString m_folder;
};

/// Bytes of a database with what SQLite keeps beside it (`-wal`, `-shm`); 0 where there is none.
qint64 databaseBytes(const QString& file);

} // namespace stowage
