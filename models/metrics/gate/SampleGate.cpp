// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/SampleGate.h"

#include "models/metrics/gate/GateRule.h"

#include <algorithm>
#include <array>
#include <bit>

namespace stowage {
namespace {

template <class T>
void takeTold(std::optional<T>& known, const std::optional<T>& told)
{
    if (told) {
        known = told;
    }
}

void sortByTime(std::vector<Sample>& samples)
{
    if (!std::ranges::is_sorted(samples, {}, &Sample::at)) {
        std::ranges::stable_sort(samples, {}, &Sample::at);
    }
}

/// Stamps beyond are no clock's, and too large to be reckoned with.
bool isOfOurTime(Timestamp at, Timestamp now)
{
    constexpr std::chrono::days Decades{36'500};
    return at > now - Decades && at < now + Decades;
}

bool isOf(MetricFamily family)
{
    return family != MetricFamily::None;
}

} // namespace

SampleGate::SampleGate(GateLimits limits) : m_limits(limits) {}

SampleGate::~SampleGate() = default;

void SampleGate::setFacts(const SubjectKey& subject, const HostFacts& facts)
{
    HostFacts& known = subjectOf(subject).facts;
    takeTold(known.cores, facts.cores);
    takeTold(known.memoryBytes, facts.memoryBytes);
    takeTold(known.swapBytes, facts.swapBytes);
    known.diskBytes.insert(facts.diskBytes);
    known.linkBitsPerSecond.insert(facts.linkBitsPerSecond);
}

quint64 SampleGate::quarantined(const SeriesKey& key) const
{
    const auto subject = m_subjects.constFind(key.subject);
    if (subject == m_subjects.cend()) {
        return 0;
    }
    const auto series = (*subject)->series.find(key.metric);
    return series == (*subject)->series.end() ? 0 : series->second.quarantined;
}

Millis SampleGate::skew(const QString& source) const
{
    const auto clock = m_clocks.find(source);
    return clock == m_clocks.end() ? Millis(0) : clock->second.skew();
}

void SampleGate::forget(const SubjectKey& subject)
{
    m_subjects.remove(subject);
}

SampleGate::Subject& SampleGate::subjectOf(const SubjectKey& key)
{
    std::shared_ptr<Subject>& subject = m_subjects[key];
    if (!subject) {
        subject = std::make_shared<Subject>();
    }
    return *subject;
}

SampleGate::Series& SampleGate::seriesOf(Subject& subject, const QString& metric)
{
    const auto [found, isNew] = subject.series.try_emplace(metric);
    Series& series = found->second;
    if (isNew) {
        MetricTraits& traits = series.traits;
        traits = metricTraits(metric);
        traits.rules = rulesFor(traits);
        if (isOf(traits.family)) {
            const auto group = std::ranges::find_if(subject.groups, [&traits](const GateGroup& candidate) {
                return candidate.family == traits.family && candidate.device == traits.device;
            });
            if (group != subject.groups.end()) {
                series.group = &*group;
            } else {
                subject.groups.push_back({traits.family, traits.device, 0, {}});
                series.group = &subject.groups.back();
            }
        }
    }
    return series;
}

void SampleGate::judge(std::vector<SampleBatch>& batches, Timestamp now)
{
    ++m_call;
    enter(batches);
    readClocks(now);
    // Wholes before parts, parts before rates: each is held against what is believed already.
    constexpr std::array Stages{MetricPart::Total, MetricPart::Used, MetricPart::Busy, MetricPart::None};
    for (size_t stage = 0; stage < Stages.size(); ++stage) {
        for (const Entry& entry : m_entries) {
            const MetricPart part = entry.series->traits.part;
            if (part <= Stages.at(stage) && (stage == 0 || part > Stages.at(stage - 1))) {
                judgeBatch(entry, now);
            }
        }
    }
    m_entries.clear();
    m_backfills.clear();
}

void SampleGate::enter(std::vector<SampleBatch>& batches)
{
    m_entries.reserve(batches.size());
    const SubjectKey* key = nullptr;
    Subject* subject = nullptr;
    SourceClock* clock = nullptr;
    for (SampleBatch& batch : batches) {
        if (key == nullptr || *key != batch.key.subject) {
            key = &batch.key.subject;
            subject = &subjectOf(*key);
            clock = &m_clocks[key->source];
        }
        sortByTime(batch.samples);
        Series& series = seriesOf(*subject, batch.key.metric);
        SeriesPast* past = batch.isBackfill ? &m_backfills.emplace_back() : &series.past;
        m_entries.push_back({&batch, &series, past, subject, clock});
        if (series.group != nullptr) {
            if (series.group->call != m_call) {
                series.group->call = m_call;
                series.group->members.clear();
            }
            series.group->members.push_back({series.traits.part, &batch, past});
        }
    }
}

void SampleGate::readClocks(Timestamp now)
{
    m_offsets.clear();
    for (const Entry& entry : m_entries) {
        const SampleBatch& batch = *entry.batch;
        if (!batch.isBackfill && !batch.samples.empty() && isOfOurTime(batch.samples.back().at, now) &&
            entry.past->knows(batch.samples.back()) == SeriesPast::Known::No) {
            m_offsets[entry.clock].push_back(batch.samples.back().at - now);
        }
    }
    for (auto& [clock, offsets] : m_offsets) {
        clock->observe(offsets, m_limits);
    }
    for (const Entry& entry : m_entries) {
        if (!entry.batch->isBackfill && entry.series->era != entry.clock->era()) {
            entry.series->era = entry.clock->era();
            entry.series->past.forgetOrder();
        }
    }
}

void SampleGate::judgeBatch(const Entry& entry, Timestamp now)
{
    std::vector<Sample>& samples = entry.batch->samples;
    size_t kept = 0;
    for (Sample& sample : samples) {
        if (judgeSample(entry, sample, now)) {
            samples[kept++] = sample;
        }
    }
    samples.resize(kept);
}

bool SampleGate::judgeSample(const Entry& entry, Sample& sample, Timestamp now)
{
    SeriesPast& past = *entry.past;
    switch (past.knows(sample)) {
    case SeriesPast::Known::Same:
        return false;
    case SeriesPast::Known::SameValue:
        judgePeak(entry, sample, now);
        return true;
    case SeriesPast::Known::No:
    case SeriesPast::Known::OtherValue:
        break;
    }
    const GateCase told = caseOf(entry, sample, now);
    const bool isOrderLost = told.isPastAhead();
    const bool isLate = sample.at < past.newestAt() && !isOrderLost; // what followed it is no past of it
    for (quint32 left = entry.series->traits.rules; left != 0; left &= left - 1) {
        const GateRule& rule = gateRules()[static_cast<size_t>(std::countr_zero(left))];
        if (isLate && rule.basis == GateRule::Basis::Past) {
            continue;
        }
        const SampleReason reason = rule.judge(told);
        if (reason == SampleReason::None) {
            continue;
        }
        const bool isLasting = rule.basis == GateRule::Basis::Past || reason == SampleReason::OutOfOrder;
        if (isLasting && past.agreeing(sample, reason) > m_limits.newNormalAfter) {
            past.forgetValues();
            past.forgetOrder();
            continue;
        }
        past.doubt(sample, rule.basis != GateRule::Basis::Stamp);
        quarantine(entry, sample, reason);
        return false;
    }
    judgePeak(entry, sample, now);
    past.believe(sample, isOrderLost);
    return true;
}

void SampleGate::judgePeak(const Entry& entry, Sample& sample, Timestamp now)
{
    if (sample.peak == sample.value) {
        return;
    }
    GateCase told = caseOf(entry, sample, now);
    told.value = sample.peak;
    for (quint32 left = entry.series->traits.rules; left != 0; left &= left - 1) {
        const GateRule& rule = gateRules()[static_cast<size_t>(std::countr_zero(left))];
        if (rule.basis != GateRule::Basis::Value) {
            continue;
        }
        const SampleReason reason = rule.judge(told);
        if (reason != SampleReason::None) {
            quarantine(entry, {sample.at, sample.peak, sample.peak}, reason);
            sample.peak = sample.value;
            return;
        }
    }
}

void SampleGate::quarantine(const Entry& entry, const Sample& sample, SampleReason reason)
{
    entry.batch->quarantined.push_back({sample, reason});
    ++entry.series->quarantined;
}

/// Of a source that tells of the past first, nothing is known yet: it may be as far ahead as any.
Millis SampleGate::skewFor(const Entry& entry) const
{
    return entry.batch->isBackfill && !entry.clock->isKnown() ? m_limits.greatestSkew : entry.clock->skew();
}

GateCase SampleGate::caseOf(const Entry& entry, const Sample& sample, Timestamp now) const
{
    return {sample,      sample.value,        *entry.batch,         entry.series->traits,
            *entry.past, entry.series->group, entry.subject->facts, m_limits,
            now,         skewFor(entry)};
}

} // namespace stowage
