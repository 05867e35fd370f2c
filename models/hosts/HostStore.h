// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeCollector.h"
#include "models/fleet/Fleet.h"
#include "models/hosts/HostChanges.h"
#include "models/hosts/HostMatcher.h"
#include "models/hosts/HostMemory.h"
#include "models/hosts/SubjectRecord.h"
#include "models/metrics/SeriesData.h"

namespace stowage {

/// The tables behind HostBook. Knows no clock and tells nobody.
class HostStore
{
public:
    HostStore(const Fleet& fleet, const std::vector<HostNames>& names) : m_fleet(fleet), m_matcher(names) {}

    void apply(const Delta& delta, Timestamp now);
    void takeHistory(const std::vector<SeriesData>& history);
    void judgeAges(Timestamp now);

    /// What only the disk tells of and its source does not, though it answers.
    void forgetUnconfirmed(Timestamp now, Millis patience);

    /// The fleet's nodes or sources are others.
    void relink(Timestamp now);

    void setDecisions(std::vector<HostDecision> decisions, Timestamp now);
    bool addAlarm(const HostAlarm& alarm);
    bool removeAlarm(const SubjectKey& subject);

    bool hasChanges() const { return !m_touched.isEmpty() || m_isAnythingToSettle; }
    HostChanges takeChanges();

    std::span<const Host> hosts() const { return m_hosts; }
    std::vector<KeptHost> kept() const;
    std::optional<HostId> find(const SubjectKey& subject) const;
    std::vector<HostId> find(const QString& name) const;
    std::vector<double> spark(HostId id, Timestamp now) const;
    const std::vector<HostAmbiguity>& ambiguities() const { return m_ambiguities; }
    const std::vector<HostDecision>& decisions() const { return m_decisions; }
    const std::vector<HostAlarm>& alarms() const { return m_alarms; }

private:
    using Index = quint32; ///< of a subject; a host's id is the least index of its subjects

    bool admit(const Delta& delta);
    bool observe(const SubjectKey& key, const HostObservation& observation, bool isRestored, Timestamp now);
    bool remove(const SubjectKey& key);
    void takeSamples(const std::vector<SampleBatch>& batches, Timestamp now);
    void regroup(Timestamp now);
    void settleDirty(Timestamp now);
    void settle(Index host, Timestamp now);
    Freshness freshnessOf(const QString& source) const;
    void markDirty(Index subject);
    bool isAmbiguous(const Host& host) const;
    bool isAnyOtherwise(Index host, Timestamp now) const;

    const Fleet& m_fleet;
    HostMatcher m_matcher;
    QHash<SubjectKey, Index> m_indexes;
    std::vector<SubjectRecord> m_subjects;
    std::vector<Index> m_hostOf;               ///< by subject
    std::vector<std::vector<Index>> m_members; ///< by host
    std::vector<Host> m_hosts;                 ///< as many as subjects
    std::vector<bool> m_isDirty;               ///< by host
    std::vector<Index> m_dirty;
    QHash<QString, quint64> m_generations; ///< by source
    QHash<QString, Timestamp> m_liveSince; ///< by source of what was restored
    Touched<HostId> m_touched;
    std::vector<HostAmbiguity> m_ambiguities;
    std::vector<HostDecision> m_decisions;
    std::vector<HostAlarm> m_alarms;
    bool m_isAnythingToSettle = false;
};

} // namespace stowage
