// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"
#include "models/alerts/AlertChanges.h"
#include "models/alerts/AlertEvent.h"
#include "models/alerts/AlertPlaces.h"
#include "models/alerts/AlertPolicy.h"
#include "models/alerts/AlertReport.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <memory>
#include <span>

namespace stowage {

/// How far a source's word can be taken now.
enum class SourceStanding : quint8
{
    Live,
    Stale, ///< answers late, or wrongly of late: its word still stands
    Gone,  ///< does not answer: what it alone told is unknown
};

/// The one store of alerts: what every source tells, brought together, and held back where the policy says
/// so. GUI thread only.
///
/// A report of a source goes in by take(), turns come out by happened() as they are found, and change sets
/// by changed(), at most one per Coalesce. Large reports are worked off in slices between which the event
/// loop has its turn; everything given to the book takes effect in the order it was given.
///
/// While an alert flaps it stands as one: it neither ends nor fires anew until it is calm; each of its swings
/// is told as HeldBack with the note "flapping: fired" or "flapping: ended".
class AlertBook : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Coalesce{100};

    /// `places` and `clock` outlive the book.
    explicit AlertBook(const AlertPlaces& places, AlertPolicy policy, const Clock& clock,
                       QObject* parent = nullptr);
    ~AlertBook() override;

    /// What earlier runs, or another process, have told: counts of episodes, and alerts that were open, which
    /// are Unknown until a witness speaks. What these events say is not told again. Takes effect at once.
    void restore(std::span<const AlertEvent> events);

    /// What a source says of its alerts, read at `at`. Proves that the source answers. `doubtful`: Alert::key
    /// of those of which it cannot say; missing from a whole report they are unknown, not ended.
    void take(const QString& source, const AlertReport& report, Timestamp at,
              const QStringList& doubtful = {});

    /// Gone makes its alerts Unknown where nobody else tells of them, never resolved; they are told of again
    /// by its next report only.
    void setStanding(const QString& source, SourceStanding standing);

    /// These are all that are watched: what others told, as the log says, is over for us, and said to be so.
    void keepSources(const QStringList& sources);

    void setPolicy(AlertPolicy policy);
    const AlertPolicy& policy() const;

    /// Ends what is due: waits, holds, flapping. The owner calls it once a second; the book also wakes itself
    /// at the exact time.
    void tick();

    /// Works off all that is waiting and sends the pending change set now. For the command line and tests.
    void flush();
    bool isBusy() const;    ///< some of what was given is not worked off yet
    size_t waiting() const; ///< how many alerts of it

    const std::vector<Alert>& alerts() const;    ///< by AlertId::value; a hole has an empty key
    const Alert* find(const QString& key) const; ///< null when there is none; for this turn only

    /// The alert that this source tells under this key of its own; null when there is none.
    const Alert* find(const QString& source, const QString& sourceKey) const;

    std::vector<AlertSilence> silences() const;     ///< of all sources, those in force first
    std::vector<AlertRuleFailure> failures() const; ///< rules that cannot be evaluated, of all sources
    quint64 leftOut() const; ///< alerts that sources could not give us in their latest whole lists

    Timestamp now() const { return m_clock.now(); }

Q_SIGNALS:
    /// In the order in which they were found, each once.
    void happened(const std::vector<stowage::AlertEvent>& events);
    void changed(const stowage::AlertChanges& changes);

private:
    struct Engine;

    void seeTime();
    void work();
    void settle();
    void tellChanges();
    void wake();

    const Clock& m_clock;
    std::unique_ptr<Engine> m_engine;
    bool m_isWorking = false;   ///< a slice is due
    bool m_isScheduled = false; ///< a change set is due
    bool m_areSilencesOthers = false;
    bool m_areFailuresOthers = false;
    Timestamp m_wakeAt{}; ///< when tick() is called next; the epoch: not
};

} // namespace stowage
