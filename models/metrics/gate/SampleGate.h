// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostFacts.h"
#include "models/metrics/SampleBatch.h"
#include "models/metrics/gate/GateGroup.h"
#include "models/metrics/gate/GateLimits.h"
#include "models/metrics/gate/SeriesPast.h"
#include "models/metrics/gate/SourceClock.h"

#include <QHash>

#include <deque>
#include <memory>
#include <unordered_map>

namespace stowage {

struct GateCase;

/// Keeps apart what cannot be true: by what hardware can do, by what is known of the host, by what the series
/// was, and by what else was told of the same moment.
///
/// Keeps about half a kilobyte a series; a sample costs well under a microsecond. Any thread, one at a time.
class SampleGate
{
public:
    explicit SampleGate(GateLimits limits = {});
    ~SampleGate();
    SampleGate(const SampleGate&) = delete;
    SampleGate& operator=(const SampleGate&) = delete;

    /// What the host is made of; what is absent stays as it was told before.
    void setFacts(const SubjectKey& subject, const HostFacts& facts);

    /// Moves what cannot be true from `samples` to `quarantined`, and drops what was told before to the last
    /// bit. What remains is in order of time. Give it together what was told together: metrics of one moment
    /// are held against each other. A backfill is judged by itself and by the facts, and changes nothing of
    /// what is known of the present.
    ///
    /// A sample whose value is true and whose peak is not stays, with the value for its peak; what was told
    /// for the peak is quarantined as a sample of its own.
    void judge(std::vector<SampleBatch>& batches, Timestamp now);

    /// How many samples of the series were quarantined so far.
    quint64 quarantined(const SeriesKey& key) const;

    /// How far the source's clock is ahead of ours (behind: below zero); 0 while it is right within minutes.
    Millis skew(const QString& source) const;

    void forget(const SubjectKey& subject);

private:
    struct Series
    {
        MetricTraits traits;
        GateGroup* group = nullptr;
        SeriesPast past;
        quint32 era = 0;
        quint64 quarantined = 0;
    };

    struct Subject
    {
        HostFacts facts;
        std::unordered_map<QString, Series> series; ///< by metric
        std::deque<GateGroup> groups;
    };

    /// A batch of the call with all that belongs to it.
    struct Entry
    {
        SampleBatch* batch;
        Series* series;
        SeriesPast* past; ///< the series' own, or a fresh one for a backfill
        const Subject* subject;
        SourceClock* clock;
    };

    void enter(std::vector<SampleBatch>& batches);
    Subject& subjectOf(const SubjectKey& key);
    static Series& seriesOf(Subject& subject, const QString& metric);
    void readClocks(Timestamp now);
    void judgeBatch(const Entry& entry, Timestamp now);
    bool judgeSample(const Entry& entry, Sample& sample, Timestamp now); ///< whether it stays
    void judgePeak(const Entry& entry, Sample& sample, Timestamp now);
    static void quarantine(const Entry& entry, const Sample& sample, SampleReason reason);
    Millis skewFor(const Entry& entry) const;
    GateCase caseOf(const Entry& entry, const Sample& sample, Timestamp now) const;

    GateLimits m_limits;
    QHash<SubjectKey, std::shared_ptr<Subject>> m_subjects;
    std::unordered_map<QString, SourceClock> m_clocks; ///< by source
    std::vector<Entry> m_entries;                      ///< of the call under way, as what follows
    std::deque<SeriesPast> m_backfills;                ///< of the call under way
    std::unordered_map<SourceClock*, std::vector<Millis>> m_offsets; ///< of the call under way
    quint64 m_call = 0;
};

} // namespace stowage
