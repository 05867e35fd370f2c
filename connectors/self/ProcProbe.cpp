// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/self/ProcProbe.h"

#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace stowage {

std::optional<qint64> ProcProbe::residentBytes() const
{
    // Sizes in pages: all, resident, shared, …
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QList<QByteArray> pages = file.readAll().simplified().split(' ');
    bool isNumber = false;
    const qint64 resident = pages.value(1).toLongLong(&isNumber);
    return isNumber ? std::optional(resident * sysconf(_SC_PAGESIZE)) : std::nullopt;
}

std::optional<qint64> ProcProbe::diskFreeBytes() const
{
    const QStorageInfo storage(m_folder);
    return storage.isValid() ? std::optional(storage.bytesAvailable()) : std::nullopt;
}

std::optional<qint64> ProcProbe::diskBytes() const
{
    const QStorageInfo storage(m_folder);
    return storage.isValid() ? std::optional(storage.bytesTotal()) : std::nullopt;
}

qint64 databaseBytes(const QString& file)
{
    qint64 bytes = 0;
    for (const char* more : {"", "-wal", "-shm"}) {
        bytes += QFileInfo(file + QLatin1String(more)).size();
    }
    return bytes;
}

} // namespace stowage
