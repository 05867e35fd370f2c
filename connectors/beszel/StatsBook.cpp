// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/StatsBook.h"

#include "models/metrics/MetricInfo.h"

#include <algorithm>
#include <span>

namespace stowage {
namespace {

/// After a longer pause between two records of a tier, in half spans, nobody knows what a missing rate was.
constexpr int Pause = 5;

struct Rate
{
    HubRate rate;
    std::array<HubMetric, 2> metrics;
    size_t count;
};

constexpr std::array Rates{Rate{HubRate::Net, {HubMetric::NetReceived, HubMetric::NetSent}, 2},
                           Rate{HubRate::DiskIo, {HubMetric::DiskRead, HubMetric::DiskWrite}, 2},
                           Rate{HubRate::DiskBusy, {HubMetric::DiskBusy, HubMetric::DiskBusy}, 1}};

/// Sorts the values of a page into batches. A page holds stretches of records of one system, so the batches
/// of the system at hand are found by their place.
class Sorter
{
public:
    Sorter(const QString& source, const HubStats& stats, bool isBackfill)
        : m_source(source), m_stats(stats), m_isBackfill(isBackfill)
    {
    }

    void begin(const std::string& id, const QString& system, Millis span)
    {
        const std::pair<std::string, Millis> key{id, span};
        if (!m_places || key != m_current) {
            m_current = key;
            m_places = &m_bySystem[key];
            m_system = system;
            m_span = span;
        }
    }

    void add(const HubValue& value, Timestamp at)
    {
        const quint32 key = static_cast<quint32>(value.device) << 8 | static_cast<quint32>(value.metric);
        const auto [place, isNew] = m_places->try_emplace(key, m_batches.size());
        if (isNew) {
            m_batches.push_back(batchFor(value));
        }
        m_batches[place->second].samples.push_back({at, value.value, value.peak});
    }

    std::vector<SampleBatch> finish() { return std::move(m_batches); }

private:
    SampleBatch batchFor(const HubValue& value) const
    {
        QString device;
        if (value.device < m_stats.devices.size()) {
            const std::string& name = m_stats.devices[value.device];
            device = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        return {{{m_source, m_system}, metricOf(hubMetricName(value.metric), device)},
                m_span,
                m_isBackfill,
                {},
                {}};
    }

    using Places = std::unordered_map<quint32, size_t>;

    const QString& m_source;
    const HubStats& m_stats;
    bool m_isBackfill;
    std::map<std::pair<std::string, Millis>, Places> m_bySystem;
    std::pair<std::string, Millis> m_current;
    Places* m_places = nullptr;
    QString m_system;
    Millis m_span{0};
    std::vector<SampleBatch> m_batches;
};

} // namespace

std::vector<SampleBatch> StatsBook::take(HubCollection collection, const HubStats& stats, bool isBackfill,
                                         Rows rows)
{
    Sorter sorter(m_source, stats, isBackfill);
    const size_t first = std::min(rows.first, stats.rows.size());
    for (const StatsRow& row :
         std::span(stats.rows).subspan(first).first(std::min(rows.most, stats.rows.size() - first))) {
        if (!m_seen.add(row.id)) {
            continue;
        }
        Timestamp& newest = m_newest[{collection, row.span}];
        newest = std::max(newest, row.created);
        System& known = system(collection, row.system);
        if (isBackfill && isCovered(known, row)) {
            continue;
        }
        sorter.begin(row.system, known.name, row.span);
        for (quint32 i = 0; i < row.count; ++i) {
            sorter.add(stats.values[row.first + i], row.created);
        }
        const quint8 missing =
            collection == HubCollection::SystemStats ? zeros(known, row, isBackfill) : quint8{0};
        for (const Rate& rate : Rates) {
            if ((missing & static_cast<quint8>(rate.rate)) != 0) {
                for (size_t i = 0; i < rate.count; ++i) {
                    sorter.add({rate.metrics[i], HubValue::NoDevice, 0, 0}, row.created);
                }
            }
        }
        known.everTold |= row.told;
        System::Tier& tier = known.tiers[row.span];
        tier.cover(row.created - row.span, row.created, row.span);
        tier.last = std::max(tier.last, row.created);
        if (isBackfill) {
            tier.lastPast = std::max(tier.lastPast, row.created);
        }
    }
    return sorter.finish();
}

std::optional<Timestamp> StatsBook::newest(HubCollection collection, Millis span) const
{
    const auto found = m_newest.find({collection, span});
    return found == m_newest.end() ? std::nullopt : std::optional(found->second);
}

void StatsBook::forget(const QString& system)
{
    const std::string id = system.toStdString();
    m_systems.erase(id);
    m_containers.erase(id);
}

StatsBook::System& StatsBook::system(HubCollection collection, const std::string& id)
{
    System& known = systemsOf(collection)[id];
    if (known.name.isEmpty()) {
        known.name = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    }
    return known;
}

/// A coarse record tells nothing new where records of finer tiers together reach over all of its span.
bool StatsBook::isCovered(const System& system, const StatsRow& row)
{
    Timestamp reached = row.created - row.span;
    bool isFurther = true;
    while (isFurther && reached < row.created) {
        isFurther = false;
        for (const auto& [span, tier] : system.tiers) {
            for (const TimeRange& range : tier.covered) {
                if (span < row.span && range.from <= reached && range.to > reached) {
                    // The newest fine record is up to half a span older than the coarse one.
                    reached = range.to + (range.to < row.created ? span / 2 : Millis{0});
                    isFurther = true;
                }
            }
        }
    }
    return reached >= row.created;
}

/// Records are a little apart from each other now and then: half a span is no gap.
void StatsBook::System::Tier::cover(Timestamp from, Timestamp to, Millis span)
{
    const auto after = std::find_if(covered.begin(), covered.end(),
                                    [&](const TimeRange& range) { return range.to + span / 2 >= from; });
    if (after == covered.end() || after->from > to + span / 2) {
        covered.insert(after, {from, to});
        return;
    }
    after->from = std::min(after->from, from);
    after->to = std::max(after->to, to);
    const auto next = std::next(after);
    if (next != covered.end() && next->from <= after->to + span / 2) {
        after->to = std::max(after->to, next->to);
        covered.erase(next);
    }
}

quint8 StatsBook::zeros(const System& system, const StatsRow& row, bool isBackfill)
{
    const auto tier = system.tiers.find(row.span);
    if (tier == system.tiers.end()) {
        return 0;
    }
    const Timestamp before = isBackfill ? tier->second.lastPast : tier->second.last;
    const bool isNear = before < row.created && 2 * (row.created - before) <= Pause * row.span;
    return isNear ? static_cast<quint8>(system.everTold & ~row.told) : quint8{0};
}

} // namespace stowage
