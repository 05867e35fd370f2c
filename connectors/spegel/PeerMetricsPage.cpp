// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerMetricsPage.h"

#include "connectors/exposition/PageLabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PeerMetricsPage)
};

/// A peer's page has some 500 series in 50 kB. What is far beyond is not a peer's.
constexpr ExpositionLimits Limits{4 * 1024 * 1024, 16 * 1024, 32, 50'000};

/// Handlers times codes times methods, and buckets: Spegel has some 40.
constexpr quint32 MostSums = 1'000;

// Sums that are there from the beginning, and known over all windows.
constexpr quint32 Hits = 0;
constexpr quint32 Misses = 1;
constexpr quint32 CpuSeconds = 2;
constexpr quint32 FixedSums = 3;

} // namespace

PeerMetricsPage::PeerMetricsPage() : m_scrape(Limits), m_sums(FixedSums) {}

CounterHistory PeerMetricsPage::historyFor(Millis every)
{
    return {every, FixedSums};
}

PeerMetricsReading PeerMetricsPage::read(const QByteArray& page, ExpositionForm form)
{
    const auto fault = m_scrape.read({page.constData(), static_cast<size_t>(page.size())}, form);
    learn();
    PeerMetricsReading reading;
    reading.counters.isWhole = !fault;
    reading.counters.values.reserve(m_counters);
    for (const ScrapedValue& value : m_scrape.values()) {
        takeValue(reading, value);
    }
    if (fault) {
        reading.trouble = fault->error();
    } else if (!reading.isSpegels) {
        reading.trouble =
            Error{ErrorKind::Malformed,
                  Words::tr("the metrics page has no series of Spegel"),
                  {},
                  Words::tr("Check that the metrics address is that of Spegel's own metrics port."),
                  {}};
    }
    return reading;
}

void PeerMetricsPage::takeValue(PeerMetricsReading& reading, const ScrapedValue& value) const
{
    const Meaning& meaning = m_meanings[value.series];
    reading.isSpegels = reading.isSpegels || meaning.isSpegels;
    switch (meaning.role) {
    case Role::Other:
        break;
    case Role::Counter:
        if (isCounterValue(value.value)) {
            reading.counters.values.push_back({meaning.counter, meaning.sum, value.value});
        } else if (!reading.trouble) {
            reading.trouble = Error{
                ErrorKind::Malformed,
                Words::tr("%1 counts %2, which no counter can").arg(nameOf(value.series)).arg(value.value),
                {},
                Words::tr("It is left out. Look at what stands between here and the peer."),
                {}};
        }
        break;
    case Role::Inflight:
        addGauge(reading.inflight, value.value);
        break;
    case Role::AdvertisedTags:
        addGauge(reading.advertisedTags, value.value);
        break;
    case Role::AdvertisedImages:
        addGauge(reading.advertisedImages, value.value);
        break;
    case Role::AdvertisedContent:
        addGauge(reading.advertisedContent, value.value);
        break;
    case Role::LastSuccess:
        reading.lastSuccess = pageMoment(value.value);
        break;
    case Role::Memory:
        addGauge(reading.memoryBytes, value.value);
        break;
    case Role::StartedAt:
        reading.counters.startedAt = pageMoment(value.value);
        break;
    }
}

QString PeerMetricsPage::nameOf(quint32 series) const
{
    const std::string_view name = m_scrape.series().name(series);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// Looks at the series that are new.
void PeerMetricsPage::learn()
{
    if (m_epoch != m_scrape.epoch()) {
        m_epoch = m_scrape.epoch();
        m_meanings.clear();
        m_counters = 0;
        m_sums = FixedSums;
        m_resolve = {};
        m_latency = {};
        m_answers.clear();
    }
    for (size_t series = m_meanings.size(); series < m_scrape.series().size(); ++series) {
        m_meanings.push_back(meaningOf(static_cast<quint32>(series)));
    }
}

PeerMetricsPage::Meaning PeerMetricsPage::meaningOf(quint32 series)
{
    const std::string_view name = m_scrape.series().name(series);
    const auto labels = m_scrape.series().labels(series);
    Meaning meaning;
    if (name == "spegel_mirror_requests_total") {
        const std::string_view cache = labelValue(labels, "cache");
        meaning = cache == "hit" ? counter(Hits) : cache == "miss" ? counter(Misses) : Meaning{};
    } else if (name == "spegel_resolve_duration_seconds_bucket") {
        meaning = bucket(m_resolve, labelValue(labels, "le"));
    } else if (name == "http_request_duration_seconds_bucket") {
        const RequestCount kind{shownLabel(labelValue(labels, "handler")),
                                shownLabel(labelValue(labels, "method")), 0, 0};
        meaning = kind.isPull() ? bucket(m_latency, labelValue(labels, "le")) : Meaning{};
    } else if (name == "http_request_duration_seconds_count") {
        meaning = answers(labels);
    } else if (name == "process_cpu_seconds_total") {
        meaning = counter(CpuSeconds);
    } else if (name == "process_resident_memory_bytes") {
        meaning.role = Role::Memory;
    } else if (name == "process_start_time_seconds") {
        meaning.role = Role::StartedAt;
    } else if (name == "spegel_mirror_last_success_timestamp_seconds") {
        meaning.role = Role::LastSuccess;
    } else if (name == "spegel_advertised_image_tags") {
        meaning.role = Role::AdvertisedTags;
    } else if (name == "spegel_advertised_image_digests") {
        meaning.role = Role::AdvertisedImages;
    } else if (name == "spegel_advertised_content_digests") {
        meaning.role = Role::AdvertisedContent;
    } else if (name == "http_requests_inflight" && labelValue(labels, "handler") == "/v2/*") {
        meaning.role = Role::Inflight;
    }
    meaning.isSpegels = name.starts_with("spegel_");
    return meaning;
}

PeerMetricsPage::Meaning PeerMetricsPage::counter(quint32 sum)
{
    return {Role::Counter, false, m_counters++, sum};
}

PeerMetricsPage::Meaning PeerMetricsPage::bucket(BucketSums& buckets, std::string_view bound)
{
    const auto upTo = labelNumber(bound);
    if (!upTo || m_sums >= MostSums) {
        return {};
    }
    if (const auto known = buckets.find(*upTo)) {
        return counter(*known);
    }
    buckets.add(*upTo, newSum());
    return counter(m_sums - 1);
}

PeerMetricsPage::Meaning PeerMetricsPage::answers(const std::vector<ExpositionLabel>& labels)
{
    const auto code = labelNumber(labelValue(labels, "code"));
    if (!code || *code < 100 || *code > 999 || m_sums >= MostSums) {
        return {};
    }
    const RequestCount kind{shownLabel(labelValue(labels, "handler")),
                            shownLabel(labelValue(labels, "method")), static_cast<int>(*code), 0};
    const auto found = std::ranges::find(m_answers, kind, &Answers::kind);
    if (found != m_answers.end()) {
        return counter(found->sum);
    }
    m_answers.push_back({kind, newSum()});
    return counter(m_answers.back().sum);
}

PeerMetrics PeerMetricsPage::figures(const PeerMetricsReading& reading, const CounterHistory& history,
                                     Millis every) const
{
    PeerMetrics metrics;
    metrics.every = every;
    for (size_t i = 0; i < MetricWindows.size(); ++i) {
        const auto window = MetricWindow(i);
        const auto hits = history.gain(window, Hits);
        const auto misses = history.gain(window, Misses);
        // Spegel's counters appear with the first request of their kind: beside the other one, nought.
        if (hits || misses) {
            metrics.cache[i] = {*history.covered(window), hits.value_or(0), misses.value_or(0)};
        }
    }
    if (const auto seconds = history.gain(MetricWindow::Minute, CpuSeconds)) {
        metrics.cpuCores =
            *seconds * 1000 / static_cast<double>(history.covered(MetricWindow::Minute)->count());
    }
    metrics.resolve = m_resolve.over(history, MetricWindow::FiveMinutes);
    metrics.latency = m_latency.over(history, MetricWindow::FiveMinutes);
    metrics.requests = traffic(history);
    metrics.inflight = reading.inflight;
    metrics.advertisedTags = reading.advertisedTags;
    metrics.advertisedImages = reading.advertisedImages;
    metrics.advertisedContent = reading.advertisedContent;
    metrics.lastSuccess = reading.lastSuccess;
    metrics.memoryBytes = reading.memoryBytes;
    metrics.startedAt = reading.counters.startedAt;
    return metrics;
}

std::optional<RequestTraffic> PeerMetricsPage::traffic(const CounterHistory& history) const
{
    const auto covered = history.covered(MetricWindow::FiveMinutes);
    RequestTraffic traffic{covered.value_or(Millis{0}), {}};
    bool isTold = false;
    for (const Answers& answers : m_answers) {
        if (const auto count = history.gain(MetricWindow::FiveMinutes, answers.sum)) {
            isTold = true;
            if (*count > 0) {
                traffic.counts.push_back(answers.kind);
                traffic.counts.back().count = *count;
            }
        }
    }
    return isTold ? std::optional(std::move(traffic)) : std::nullopt;
}

} // namespace stowage
