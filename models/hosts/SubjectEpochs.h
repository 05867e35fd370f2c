// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"
#include "models/hosts/HostMemory.h"
#include "models/metrics/SeriesData.h"

#include <QHash>

namespace stowage {

/// Tells machines apart that follow each other under one id of a source, so that their histories do not mix:
/// from the second on each has a key of its own, "10.0.0.7:9100#2". Deltas go through it before anything is
/// judged or recorded.
///
/// Another machine is one with another machine id, or another agent's, or one that calls itself otherwise and
/// has other parts as well. Services are left as they are: another process of one is no other thing.
class SubjectEpochs
{
public:
    /// Renames subjects in place. What became of the one before is told as removed. The alarms that this
    /// raises, usually none.
    std::vector<HostAlarm> apply(Delta& delta, Timestamp now);

    /// What the source calls a subject, and when that was this machine.
    struct Place
    {
        SubjectKey subject;
        std::vector<TimeRange> ranges; ///< empty: ever
    };
    Place placeOf(const SubjectKey& key) const;

    /// For the next run; what is not known by anything is left out.
    std::vector<KnownMachines> known() const;
    void restore(const std::vector<KnownMachines>& known);

    /// Grows by one whenever known() is another.
    quint64 revision() const { return m_revision; }

private:
    std::optional<HostAlarm> observe(const HostObservation& observation, const SubjectKey& raw,
                                     Timestamp now);
    void turnTo(KnownMachines& machines, quint32 number, Timestamp since);
    void renameSamples(std::vector<SampleBatch>& batches) const;
    QString nameNow(const SubjectKey& raw) const;

    QHash<SubjectKey, KnownMachines> m_machines; ///< by what the source says
    QHash<SubjectKey, SubjectKey> m_raw;         ///< what the source says, by the key given here
    quint64 m_revision = 0;
};

} // namespace stowage
