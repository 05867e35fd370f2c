// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookBounds.h"
#include "models/alerts/AlertBookIndex.h"
#include "models/alerts/AlertBookJudge.h"
#include "models/fleet/ChangeCollector.h"

#include <queue>

#include <deque>

namespace stowage {

/// The tables behind AlertBook: every step is about one alert. Knows no clock but what it is told, and tells
/// nobody: events and changes pile up until they are taken.
class AlertBookStore
{
public:
    AlertBookStore(const AlertPlaces& places, AlertPolicy policy);
    AlertBookStore(const AlertBookStore&) = delete;
    AlertBookStore& operator=(const AlertBookStore&) = delete;

    const AlertPolicy& policy() const { return m_policy; }
    void setPolicy(AlertPolicy policy);

    /// It is this time now; goes before any of the following. True when windows or quiet times are others,
    /// or the clock jumped back, so that all alerts are to be judged anew.
    bool setNow(Timestamp now);

    quint32 sourceOf(const QString& id); ///< entered when it is new
    AlertBookSource& source(quint32 place) { return m_sources[place]; }
    const std::vector<AlertBookSource>& sources() const { return m_sources; }

    /// A source tells of an alert. Whether that was anything new.
    bool observe(quint32 source, const AlertObservation& told, bool isYoung, Timestamp at);
    /// It tells that a rule cannot be evaluated.
    void observeRule(quint32 source, const AlertRuleFailure& failure, Timestamp at);
    /// It told of an alert and leaves it out of a list of all: it has ended, or, where the list cannot be
    /// trusted so far, or the source says that it cannot judge that one, is unknown.
    void miss(quint32 source, quint32 slot, bool isTrusted, Timestamp at);
    /// Nobody watches the source any longer: what it alone told is over for us.
    void leave(quint32 source, quint32 slot, Timestamp at);
    /// It does not answer.
    void silence(quint32 source, quint32 slot, Timestamp at);
    /// An episode of before.
    void tellPast(quint32 source, const AlertObservation& told, Timestamp at);
    void rejudge(quint32 slot);

    void restore(const AlertEvent& event);

    /// Slots of alerts that time alone changes by now, at most so many.
    std::vector<quint32> takeDue(size_t most);
    /// When the next of them is; the epoch: none.
    Timestamp nextDue() const;
    /// Looks again for subjects that nobody knew, a few at a time, and lets old resolved alerts go.
    void keepHouse();

    std::vector<quint32>
    slotsOf(quint32 source) const;         ///< of alerts that it tells of, or told as the log says
    std::vector<quint32> standing() const; ///< of all that are not resolved

    const std::vector<Alert>& alerts() const { return m_alerts; }
    const AlertRecord& record(quint32 slot) const { return m_records[slot]; }
    const Alert* find(const QString& key) const;
    const Alert* find(const QString& source, const QString& sourceKey) const;

    std::vector<AlertEvent> takeEvents() { return std::exchange(m_events, {}); }
    bool hasChanges() const { return !m_touched.isEmpty(); }
    Changes<AlertId> takeChanges();

    static quint64 handleOf(const QString& sourceKey);

private:
    struct Due
    {
        Timestamp at;
        quint32 slot;
        bool operator>(const Due& other) const { return at > other.at; }
    };
    struct Resolved
    {
        Timestamp at;
        QString key;
    };

    AlertTelling* telling(quint32 slot, quint32 source, quint64 handle);
    AlertTelling& addTelling(quint32 slot, AlertTelling telling);
    quint32 create(const AlertBookIdentity& identity);
    void drop(quint32 slot);
    void assign(AlertTelling& telling, const AlertObservation& told, bool isYoung, Timestamp at);
    void joinLog(quint32 slot, AlertTelling& telling, bool isYoung);
    void judge(quint32 slot);
    void place(quint32 slot);
    void tellPlace(quint32 slot);
    void touch(quint32 slot);
    void findQuiet();
    void forgetOldDues();
    void restoreFired(const AlertEvent& event);
    void restoreRule(const AlertEvent& event);
    void restoreTurn(quint32 slot, const AlertEvent& event);
    void restoreEnd(quint32 slot, const AlertEvent& event);
    void restoreHold(quint32 slot, const AlertEvent& event);
    AlertTelling loggedTelling(const AlertEvent& event);
    bool isFromLogOnly(quint32 slot) const;

    const AlertPlaces& m_places;
    AlertPolicy m_policy;
    Timestamp m_now{};
    std::vector<AlertBookSource> m_sources;
    QHash<QString, quint32> m_sourceIds;
    std::vector<Alert> m_alerts; ///< by slot
    std::vector<AlertRecord> m_records;
    std::vector<quint32> m_free;
    AlertBookIndex m_index{m_records};
    AlertBookMemory m_memory;
    AlertBookBounds m_bounds;
    std::vector<AlertBookQuiet> m_quiet;
    std::optional<Timestamp> m_quietTurn; ///< when m_quiet is next another
    bool m_isQuietKnown = false;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due; ///< may name what is due no longer
    std::deque<Resolved> m_resolved;                                  ///< likewise
    std::deque<quint32> m_unplaced;                                   ///< likewise
    QSet<quint32> m_isUnplaced;
    std::vector<AlertEvent> m_events;
    Touched<AlertId> m_touched;
};

} // namespace stowage
