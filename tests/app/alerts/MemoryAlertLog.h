// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/AlertLog.h"

#include <QSet>

namespace stowage::test {

/// A log without a disk. Answers in a later turn of the event loop, as a real one does.
class MemoryAlertLog final : public AlertLog
{
    Q_OBJECT

public:
    /// What lies on the disk: outlives the log, for the next one.
    struct Disk
    {
        std::vector<AlertEvent> events;
        AlertCheckpoint checkpoint;
    };

    explicit MemoryAlertLog(Disk& disk) : m_disk(disk) {}

    bool isDeaf = false;   ///< restore() and query() are not answered
    bool isUnread = false; ///< they are, with nothing: the disk cannot be read
    size_t mostInPage = 10'000;
    bool isClosed = false;

    void append(std::vector<AlertEvent> events) override;
    void restore() override;
    void keepCheckpoint(AlertCheckpoint checkpoint) override { m_disk.checkpoint = std::move(checkpoint); }
    quint64 query(const AlertLogQuery& query) override;
    quint64 count(const AlertLogQuery& query, quint32 stretches) override;
    void close() override { isClosed = true; }

private:
    Disk& m_disk;
    quint64 m_lastRequest = 0;
};

} // namespace stowage::test
