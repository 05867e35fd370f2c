// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/Incident.h"
#include "models/alerts/incidents/IncidentChanges.h"
#include "models/alerts/incidents/IncidentRules.h"
#include "models/ports/AlertLog.h"
#include "models/ports/Clock.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace stowage {

struct Alert;
class IncidentEngine;
class IncidentPublisher;

/// The one store of incidents: what the events of the log come to. GUI thread only, never busy for longer
/// than a slice; what a slice leaves is done in the next turn of the event loop, and changed() tells when the
/// incidents are up to date again, at most once every Coalesce.
///
/// The same events give the same incidents, in whatever order they come within IncidentRules::lateness;
/// events told twice count once.
class IncidentBook : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Coalesce{100};
    /// The longest that an incident can be muted for.
    static constexpr std::chrono::hours LongestMute{30 * 24};

    explicit IncidentBook(const Clock& clock, IncidentRules rules = {}, QObject* parent = nullptr);
    ~IncidentBook() override;

    /// Takes events of the log, in any order; those that are not about incidents are passed over.
    void take(std::span<const AlertEvent> events);

    /// Where to look up an alert as it is now, by its key; null: it is forgotten. What an incident says are
    /// then the figures of now, though their growth is no event of the log and told to nobody anew: a node
    /// that was gone with 9 layers on one copy and is with 12 by now. Where nobody looks, or after a restart
    /// until its source has answered, an alert's latest event has the word.
    void setPresent(std::function<const Alert*(const QString& key)> present);
    /// An alert says something else than before: its incident is shown anew where that changes it.
    void touch(const Alert& alert);

    /// Time goes on: impact grows with age, mutes end, what was resolved long ago goes. Each second or so.
    void advance(Timestamp now);

    /// Works off all that waits and tells of it now. For the command line and tests: not bounded in time.
    void flush();

    /// Keys of the alerts that stand in an incident, also by what waits to be worked off; of those a few may
    /// have ended by now. For whoever restores the book of alerts.
    QStringList openAlerts() const;

    /// Events that were taken and are not worked off yet.
    size_t waiting() const;

    /// By impact, those that stand first; then the resolved, the latest first. Valid until the next turn of
    /// the event loop.
    std::span<const Incident> incidents() const;

    /// By its id ("I-7K2QX", in any case), the id that any member would have given it, or an id that it had
    /// before. Null when there is none.
    const Incident* find(QStringView id) const;
    /// The incident that an alert belongs to now, by Alert::key.
    const Incident* ofAlert(const QString& key) const;

    // What persons do. Each makes an event and tells it by acted(): whoever owns the log appends it, and it
    // counts when it comes back through take(). Errors: NotFound, Usage with what is wrong.
    Result<void> acknowledge(QStringView id, const QString& actor, const QString& note = {});
    Result<void> takeOver(QStringView id, const QString& actor);
    Result<void> release(QStringView id, const QString& actor);
    Result<void> note(QStringView id, const QString& actor, const QString& text);
    /// Refused without an end, with one that has passed, or one further off than LongestMute.
    Result<void> mute(QStringView id, const QString& actor, Timestamp until, const QString& note = {});
    Result<void> unmute(QStringView id, const QString& actor);
    /// Takes alerts out into an incident of their own; the engine leaves them there. Refused when none is a
    /// member, or all are.
    Result<void> split(QStringView id, const QStringList& alertKeys, const QString& actor);
    /// Puts `from` into `into`; the engine leaves it there.
    Result<void> merge(QStringView into, QStringView from, const QString& actor);

    /// For AlertLog::keepCheckpoint(): as of the events worked off so far.
    AlertCheckpoint checkpoint() const;
    /// In place of what is there. An error (Malformed, NewerSchema) leaves all as it is: the log is to be
    /// read from its beginning then.
    Result<void> restore(const AlertCheckpoint& checkpoint);

Q_SIGNALS:
    void changed(const stowage::IncidentChanges& changes);
    void acted(const std::vector<stowage::AlertEvent>& events);

private:
    /// The incident that an act is about, or why there can be none.
    Result<const Incident*> wanted(QStringView id, const QString& actor) const;
    AlertEvent actOn(const Incident& incident, AlertEventKind kind, const QString& actor) const;
    Result<void> act(QStringView id, AlertEventKind kind, const QString& actor, const QString& note);
    QString freeId(const Incident& of, const QSet<QString>& alertKeys) const;
    /// Does a little of what waits; false when nothing does.
    bool step();
    Millis untilNextTurn() const;
    void schedule(Millis delay);
    void work();
    void publish();

    const Clock& m_clock;
    std::unique_ptr<IncidentEngine> m_engine;
    std::unique_ptr<IncidentPublisher> m_publisher;
    std::deque<std::vector<AlertEvent>> m_waiting; ///< not yet in the engine
    size_t m_taken = 0;                            ///< of the first of them
    std::optional<Millis> m_publishedAt;
    bool m_isScheduled = false;
    bool m_isBehind = false; ///< something was taken that is not published
};

} // namespace stowage
