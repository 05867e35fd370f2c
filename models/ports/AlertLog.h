// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/core/Error.h"

#include <QObject>

namespace stowage {

/// What of the log is wanted.
struct AlertLogQuery
{
    Timestamp from{}; ///< by AlertEvent::at, included
    Timestamp to{};   ///< not included; the epoch: no end
    QString text;     ///< words, all of which occur in name, summary, subject, labels or note; empty: any
    std::vector<AlertEventKind> kinds; ///< empty: all
    QString alert;                     ///< empty: any
    QString incident;                  ///< empty: any
    quint64 beforeNumber =
        0;                 ///< for the next page: only what is older in the answer's order; 0: from the end
    quint32 limit = 1'000; ///< the newest of them
};

/// Part of an answer.
struct AlertLogPage
{
    quint64 request = 0;
    std::vector<AlertEvent> events; ///< the newest first, by `at` and number
    bool isLast = true;             ///< nothing older matches
    quint64 next = 0;               ///< AlertLogQuery::beforeNumber of the next page
    bool isBroken = false;          ///< could be read so far only, and is not the last; failed() tells why
};

/// How many events of each kind fell into each stretch of time: what a year of the timeline is drawn from.
struct AlertLogCounts
{
    quint64 request = 0;
    Timestamp from{};
    Millis width{0}; ///< of a stretch
    struct Stretch
    {
        quint32 index = 0; ///< from + index × width
        AlertEventKind kind = AlertEventKind::Fired;
        AlertSeverity severity = AlertSeverity::Info;
        quint32 count = 0;
    };
    std::vector<Stretch> stretches; ///< those that are not empty, by index
};

/// What IncidentBook needs to go on where the last run ended, without reading the whole log: opaque bytes of
/// its own, and the number of the last event that is in them.
struct AlertCheckpoint
{
    quint64 upTo = 0;
    QByteArray state;
};

/// Everything that ever happened, append-only. Lives on the GUI thread and never blocks it; a second process
/// may append to the same log.
class AlertLog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Keeps events; one whose uid is already there is left out. Returns at once; written in order.
    virtual void append(std::vector<AlertEvent> events) = 0;

    /// Answered by restored(), once: the latest checkpoint, and the first page of what came after it; where
    /// that is not all, by replayed() until its last page. What is appended meanwhile is told after it.
    virtual void restore() = 0;

    virtual void keepCheckpoint(AlertCheckpoint checkpoint) = 0;

    /// Answered by found() with this number. A newer query does not end an older one.
    virtual quint64 query(const AlertLogQuery& query) = 0;

    /// Answered by counted(): `stretches` at most 4,096. The answer's stretches may be wider, and begin
    /// earlier, than asked for. Of a word of several parts ("eu-b-17") each part is looked for by itself.
    virtual quint64 count(const AlertLogQuery& query, quint32 stretches) = 0;

    /// The answer is not wanted any more; it may come all the same.
    virtual void cancel(quint64 request) { Q_UNUSED(request) }

    /// Waits until all is on disk. For the end of the program only.
    virtual void close() = 0;

Q_SIGNALS:
    /// `after` in the order of their numbers; unless `isLast`, replayed() brings the rest. Not `isRead`: the
    /// log could not be read, which is not to say that it is empty; it may be asked again later.
    void restored(const stowage::AlertCheckpoint& checkpoint, const std::vector<stowage::AlertEvent>& after,
                  bool isLast = true, bool isRead = true);

    /// More of what came after the checkpoint: a page a turn of the event loop, so that nothing stalls.
    void replayed(const std::vector<stowage::AlertEvent>& more, bool isLast);

    /// On disk, with their numbers; also what another process has appended. In the order of their numbers.
    /// While the disk refuses, what is kept in memory comes with the number 0, and again with its number
    /// once it is there: whoever counts knows it by its uid.
    void appended(const std::vector<stowage::AlertEvent>& events);

    void found(const stowage::AlertLogPage& page);
    void counted(const stowage::AlertLogCounts& counts);

    /// Disk full, corrupt file set aside, newer schema refused: told, not fatal.
    void failed(const stowage::Error& error);
};

} // namespace stowage
