// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "models/alerts/AlertBookIdentity.h"
#include "models/alerts/FlapWatch.h"

#include <QHash>
#include <QSet>

namespace stowage {

/// What one source last told of an alert.
struct AlertTelling
{
    /// After a start, for a source that does not answer at once: then what only the log tells is lost.
    static constexpr Millis Grace{120'000};

    quint32 source = 0;      ///< place in the store's sources
    quint64 handle = 0;      ///< names it within its source; 0: known from the log only
    AlertObservation seen;   ///< bounded, without its identity
    bool isLent = false;     ///< its labels and annotations lie in the alert, for nobody else tells of it
    quint64 identity = 0;    ///< hash of what makes it this alert
    size_t raw = 0;          ///< hash of what was told, where `seen` is not all of it; 0: it is
    Timestamp toldStart{};   ///< as it was told; the epoch: it was not
    Timestamp start{};       ///< brought within what can be true
    Timestamp firstStart{};  ///< toldStart when this episode began
    Timestamp end{};         ///< of Ended
    Timestamp seenAt{};      ///< when it was last told; of Ended: when it was first missed
    bool hasFired = false;   ///< within this episode: its word that it is over counts
    bool isAbsent = false;   ///< Ended because it is missing from a whole list
    bool isAbove = true;     ///< when it fired its value was above the threshold
    bool isRule = false;     ///< not an alert but a rule that cannot be evaluated
    bool isSilent = false;   ///< its source does not answer, or began anew and has not told of it yet
    bool isUnjudged = false; ///< silent, since its source says that it cannot judge it
    bool isFromLog = false;  ///< nobody has told of it in this run
    Timestamp silentSince{}; ///< the epoch: since before this run
    quint32 pass = 0;        ///< of its source, in which it was last told

    AlertPhase phase() const { return seen.phase; }
};

/// What is kept of an alert beside what everybody sees of it.
struct AlertRecord
{
    AlertBookIdentity identity;
    std::vector<AlertTelling> tellings; ///< by source's id, then handle; as Alert::witnesses
    bool isOpen = false;                ///< an episode is under way and was told
    bool isWaiting = false;             ///< one is under way and was not, see AlertTempo::persistence
    bool isRule = false;                ///< as AlertTelling::isRule
    bool isLost = false;                ///< told as such
    bool isUnjudged = false;            ///< likewise
    QString episode;                    ///< names the latest episode in uids
    Timestamp episodeStart{};           ///< as it was told, or seen
    quint32 resumptions = 0;            ///< how often the source took back that this episode was over
    Timestamp toldAt{};                 ///< the latest firing that was let through
    Timestamp coolUntil{};
    Timestamp settleUntil{};
    FlapWatch flaps;
    bool isSwungOut = false; ///< while it flaps: it is over by its source's latest word
    Timestamp swungOutAt{};
    AlertSeverity toldSeverity = AlertSeverity::Warning;
    size_t toldWords = 0;
    QSet<size_t> toldHolds; ///< hashes of uids of this episode
    Timestamp dueAt{};      ///< when time alone changes something; the epoch: never
};

/// What is kept of a source.
struct AlertBookSource
{
    QString id;
    SourceStanding standing = SourceStanding::Live;
    quint32 pass = 0;                 ///< its latest report
    Timestamp lastWhole{};            ///< when it last told all that stands
    quint64 leftOut = 0;              ///< of its latest whole list
    QHash<quint64, quint32> tellings; ///< slot of the alert, by AlertTelling::handle
    QSet<quint32> fromLog;            ///< slots of alerts that only the log says it told of
    std::vector<AlertSilence> silences;
    QHash<QString, size_t> silencePlaces;   ///< by id
    std::vector<AlertRuleFailure> failures; ///< the first of them
    size_t failuresHash = 0;                ///< of all; 0: there were none
    QSet<QString> failingNames;             ///< of alerts all of whose tellings are unjudged
    QSet<QString> failingKeys;              ///< of tellings that are

    bool isFailing(const AlertTelling& telling) const
    {
        return telling.isRule || failingKeys.contains(telling.seen.key) ||
               failingNames.contains(telling.seen.name);
    }
    const AlertSilence* silence(const QString& id) const;
};

} // namespace stowage
