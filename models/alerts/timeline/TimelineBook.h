// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/alerts/timeline/AlertWords.h"
#include "models/alerts/timeline/TimelineCounts.h"
#include "models/alerts/timeline/TimelineEntry.h"
#include "models/alerts/timeline/TimelinePast.h"
#include "models/alerts/timeline/TimelineQuery.h"
#include "models/fleet/ChangeSet.h"
#include "models/ports/AlertLog.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace stowage {

class Clock;

/// What the timeline shows of a log: the newest page of a range as entries, older ones as they are asked
/// for, all of it as counts by stretch; what is appended meanwhile is put in. On the GUI thread.
///
/// A word that only one event of an episode has finds that event alone: its episode then looks as if it had
/// begun before, or stood.
class TimelineBook : public QObject
{
    Q_OBJECT

public:
    static constexpr quint32 PageEvents = 1'000;
    static constexpr size_t MostEvents = 10'000; ///< loaded at once
    static constexpr Millis Gathering{100};      ///< what comes within it is put in at once

    /// Both outlive the book.
    TimelineBook(AlertLog& log, const Clock& clock, QObject* parent = nullptr);

    /// Asks the log; what was shown stays until the answer comes.
    void show(const TimelineQuery& query);
    const TimelineQuery& query() const { return m_query; }

    /// Older events of the range; nothing when all are there, or MostEvents.
    void loadMore();

    bool isLoading() const { return m_pageRequest != 0; }
    bool isCounting() const { return m_countRequest != 0; }
    bool isComplete() const { return m_isComplete; } ///< the entries are all of the range
    bool canLoadMore() const { return !m_isComplete && !isLoading() && m_events.size() < MostEvents; }
    /// Entries are told from here on; before it there are only counts.
    Timestamp coveredFrom() const { return m_isComplete ? m_query.from : m_coveredFrom; }

    /// By their beginning. Valid until the next turn.
    const std::vector<TimelineEntry>& entries() const { return m_entries; }
    const TimelineEntry* find(RowId id) const;
    const TimelineCounts& counts() const { return m_counts; }
    Timestamp now() const;

    /// Incidents as spans of their lane; alerts are told which one they belong to, and those of a storm are
    /// folded into it until it is opened. Those that were over before are found in the log.
    void setIncidents(std::vector<Incident> incidents);
    void setOpened(const QString& incident, bool isOpened);
    bool isOpened(const QString& incident) const { return m_opened.contains(incident); }

    /// The page holds still: what comes is put in when it is let go.
    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }

Q_SIGNALS:
    /// By TimelineEntry::id.
    void changed(const stowage::Changes<stowage::RowId>& changes);
    void countsChanged();
    void stateChanged(); ///< isLoading(), isCounting(), isComplete(), coveredFrom()

private:
    AlertLogQuery logQuery() const;
    void take(const AlertLogPage& page);
    void takeBefore(const AlertLogPage& page);
    void askBefore();
    void takeCounts(const AlertLogCounts& counts);
    void append(const std::vector<AlertEvent>& events);
    bool add(const AlertEvent& event);
    bool isWanted(const AlertEvent& event) const;
    void rebuildSoon();
    void rebuild();
    void dropOldest();
    bool showsIncidents() const;
    void addIncidents(std::vector<TimelineEntry>& entries) const;
    void replace(std::vector<TimelineEntry> entries);

    AlertLog& m_log;
    const Clock& m_clock;
    TimelineQuery m_query;
    AlertWords m_words;
    std::vector<AlertEventKind> m_kinds; ///< of the lanes, sorted
    quint64 m_pageRequest = 0;           ///< 0: none is on its way
    quint64 m_beforeRequest = 0;
    quint64 m_countRequest = 0;
    bool m_isFresh = false; ///< the next page is the first of a new query
    bool m_isComplete = false;
    quint64 m_nextPage = 0; ///< AlertLogQuery::beforeNumber
    Timestamp m_coveredFrom{};
    std::vector<AlertEvent> m_events; ///< of the range
    std::vector<AlertEvent> m_before; ///< turns before them, to know what stood
    QSet<QString> m_uids;             ///< of m_events
    TimelineCounts m_counts;
    std::vector<Incident> m_incidents;
    TimelinePast m_past; ///< those that m_incidents do not remember
    QSet<QString> m_opened;
    std::vector<TimelineEntry> m_entries;
    QHash<RowId, size_t> m_places; ///< in m_entries
    QHash<QString, RowId> m_ids;   ///< by TimelineEntry::key
    RowId m_lastId = 0;
    bool m_isRebuildDue = false;
    bool m_isFrozen = false;
    std::vector<AlertEvent> m_held; ///< that came while frozen
    std::optional<std::vector<Incident>> m_heldIncidents;
    bool m_isStale = false; ///< more came than was held
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::Changes<stowage::RowId>)
