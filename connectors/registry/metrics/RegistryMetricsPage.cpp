// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryMetricsPage.h"

#include "connectors/exposition/PageLabels.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RegistryMetricsPage)
};

constexpr ExpositionLimits Limits{RegistryMetricsPage::PageLimit, 16 * 1024, 32, 20'000};

/// Handlers times codes, and buckets: a registry has some 250.
constexpr quint32 MostSums = 2'000;

/// Handlers, or actions of the storage: there are 7 and 10. Each makes series that are kept for a year.
constexpr size_t MostNames = 32;

// Sums that are there from the beginning.
constexpr quint32 CpuSeconds = 0;
constexpr quint32 CacheRequests = 1;
constexpr quint32 CacheHits = 2;
constexpr quint32 FixedSums = 3;

constexpr MetricWindow Window = MetricWindow::Minute;

constexpr double Whole = 100;

/// Who may have a billion files open has no limit: systemd's "infinity" is 2^30 − 8, Go's is 2^64.
constexpr double NoLimit = 1e9;

/// Time is billed in steps and pages are not read at the exact moment: a process at its limit seems to use a
/// little more now and then.
constexpr double LimitWavers = 105;

/// Names become parts of series' names, so only what a registry calls its own parts is taken.
bool isPlainName(std::string_view name)
{
    constexpr size_t Longest = 40;
    return !name.empty() && name.size() <= Longest && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

double seconds(Millis span)
{
    return static_cast<double>(span.count()) / 1000;
}

QString of(const char* base, const QString& device = {})
{
    return metricOf(QString::fromLatin1(base), device);
}

void addQuantile(std::vector<RegistryFigure>& figures, QString metric, const Histogram& times, double q)
{
    if (const auto quantile = times.quantile(q)) {
        figures.push_back({std::move(metric), quantile->value});
    }
}

void addGaugeOf(std::vector<RegistryFigure>& figures, const char* metric, std::optional<double> value)
{
    if (value) {
        figures.push_back({of(metric), *value});
    }
}

} // namespace

RegistryMetricsPage::RegistryMetricsPage() : m_scrape(Limits), m_sums(FixedSums) {}

CounterHistory RegistryMetricsPage::historyFor(Millis every)
{
    return {every, std::numeric_limits<quint32>::max()};
}

RegistryReading RegistryMetricsPage::read(const QByteArray& page, ExpositionForm form)
{
    const auto fault = m_scrape.read({page.constData(), static_cast<size_t>(page.size())}, form);
    learn();
    RegistryReading reading;
    reading.counters.isWhole = !fault;
    reading.counters.values.reserve(m_counters);
    for (const ScrapedValue& value : m_scrape.values()) {
        takeValue(reading, value);
    }
    if (fault) {
        reading.trouble = fault->error();
    } else if (!reading.isRegistrys) {
        reading.trouble = Error{ErrorKind::Malformed,
                                Words::tr("what answers there is not a registry's"),
                                {},
                                Words::tr("Check the address of the metrics in the profile."),
                                {}};
    }
    return reading;
}

void RegistryMetricsPage::takeValue(RegistryReading& reading, const ScrapedValue& value) const
{
    const Meaning& meaning = m_meanings[value.series];
    reading.isRegistrys = reading.isRegistrys || meaning.isRegistrys;
    switch (meaning.role) {
    case Role::Other:
        break;
    case Role::Counter:
        if (isCounterValue(value.value)) {
            reading.counters.values.push_back({meaning.counter, meaning.sum, value.value});
        } else if (!reading.trouble) {
            reading.trouble = Error{ErrorKind::Malformed,
                                    Words::tr("%1 counts %2, which no counter can")
                                        .arg(latin1(m_scrape.series().name(value.series)))
                                        .arg(value.value),
                                    {},
                                    Words::tr("It is left out. Look at what stands between here and the "
                                              "registry."),
                                    {}};
        }
        break;
    case Role::Inflight:
        addGauge(reading.inflight, value.value);
        break;
    case Role::Memory:
        addGauge(reading.memoryBytes, value.value);
        break;
    case Role::Files:
        addGauge(reading.files, value.value);
        break;
    case Role::MostFiles:
        addGauge(reading.mostFiles, value.value);
        break;
    case Role::StartedAt:
        reading.counters.startedAt = pageMoment(value.value);
        break;
    }
}

/// Looks at the series that are new.
void RegistryMetricsPage::learn()
{
    if (m_epoch != m_scrape.epoch()) {
        m_epoch = m_scrape.epoch();
        m_meanings.clear();
        m_counters = 0;
        m_sums = FixedSums;
        m_answers.clear();
        m_handlers.clear();
        m_actions.clear();
    }
    for (size_t series = m_meanings.size(); series < m_scrape.series().size(); ++series) {
        m_meanings.push_back(meaningOf(static_cast<quint32>(series)));
    }
}

RegistryMetricsPage::Meaning RegistryMetricsPage::meaningOf(quint32 series)
{
    const std::string_view name = m_scrape.series().name(series);
    const auto labels = m_scrape.series().labels(series);
    Meaning meaning;
    if (name == "registry_http_requests_total") {
        meaning = answers(labels);
    } else if (name == "registry_http_request_duration_seconds_bucket") {
        meaning = bucket(m_handlers, labelValue(labels, "handler"), labelValue(labels, "le"));
    } else if (name == "registry_storage_action_seconds_bucket") {
        meaning = bucket(m_actions, labelValue(labels, "action"), labelValue(labels, "le"));
    } else if (name.starts_with("registry_storage_cache_")) {
        meaning = cacheCounter(name, labels);
    } else if (name == "registry_http_in_flight_requests") {
        meaning.role = Role::Inflight;
    } else if (name == "process_cpu_seconds_total") {
        meaning = counter(CpuSeconds);
    } else if (name == "process_resident_memory_bytes") {
        meaning.role = Role::Memory;
    } else if (name == "process_open_fds") {
        meaning.role = Role::Files;
    } else if (name == "process_max_fds") {
        meaning.role = Role::MostFiles;
    } else if (name == "process_start_time_seconds") {
        meaning.role = Role::StartedAt;
    }
    meaning.isRegistrys = name.starts_with("registry_");
    return meaning;
}

/// 2.8 has one counter with `type`: Request, Hit and Miss; 3.x has one for each.
RegistryMetricsPage::Meaning RegistryMetricsPage::cacheCounter(std::string_view name,
                                                               const std::vector<ExpositionLabel>& labels)
{
    const std::string_view type = name == "registry_storage_cache_total" ? labelValue(labels, "type") : "";
    if (type == "Request" || name == "registry_storage_cache_requests_total") {
        return counter(CacheRequests);
    }
    if (type == "Hit" || name == "registry_storage_cache_hits_total") {
        return counter(CacheHits);
    }
    return {};
}

RegistryMetricsPage::Meaning RegistryMetricsPage::counter(quint32 sum)
{
    return {Role::Counter, false, m_counters++, sum};
}

RegistryMetricsPage::Meaning RegistryMetricsPage::answers(const std::vector<ExpositionLabel>& labels)
{
    const auto code = labelNumber(labelValue(labels, "code"));
    const std::string_view handler = labelValue(labels, "handler");
    if (!code || *code < 100 || *code > 999 || !isPlainName(handler) || m_sums >= MostSums) {
        return {};
    }
    Answers wanted{latin1(handler), static_cast<int>(*code), m_sums};
    const auto found = std::ranges::find_if(m_answers, [&wanted](const Answers& known) {
        return known.handler == wanted.handler && known.code == wanted.code;
    });
    if (found != m_answers.end()) {
        return counter(found->sum);
    }
    m_answers.push_back(std::move(wanted));
    return counter(m_sums++);
}

/// Methods and drivers are added up: buckets of one bound share a sum.
RegistryMetricsPage::Meaning RegistryMetricsPage::bucket(std::vector<Times>& times, std::string_view name,
                                                         std::string_view bound)
{
    const auto upTo = labelNumber(bound);
    if (!upTo || !isPlainName(name) || m_sums >= MostSums) {
        return {};
    }
    const QString wanted = latin1(name);
    auto found = std::ranges::find(times, wanted, &Times::name);
    if (found == times.end()) {
        if (times.size() >= MostNames) {
            return {};
        }
        found = times.insert(times.end(), Times{wanted, {}});
    }
    if (const auto known = found->buckets.find(*upTo)) {
        return counter(*known);
    }
    found->buckets.add(*upTo, m_sums);
    return counter(m_sums++);
}

std::vector<RegistryFigure> RegistryMetricsPage::figures(const RegistryReading& reading,
                                                         const CounterHistory& history,
                                                         std::optional<double> cpuLimit) const
{
    std::vector<RegistryFigure> figures;
    addTraffic(figures, history);
    addLatency(figures, history);
    addStorage(figures, history);
    const auto requests = history.gain(Window, CacheRequests);
    if (requests && *requests > 0) {
        const double hits = history.gain(Window, CacheHits).value_or(0);
        figures.push_back({of("hits.percent"), std::min(Whole, Whole * hits / *requests)});
    }
    if (const auto used = history.gain(Window, CpuSeconds)) {
        const double cores = *used / seconds(*history.covered(Window));
        figures.push_back({of("process.cpu.cores"), cores});
        if (cpuLimit) {
            const double percent = Whole * cores / *cpuLimit;
            figures.push_back(
                {of("cpu.percent"), percent <= LimitWavers ? std::min(percent, Whole) : percent});
        }
    }
    addGaugeOf(figures, "inflight.requests", reading.inflight);
    addGaugeOf(figures, "process.memory.bytes", reading.memoryBytes);
    addGaugeOf(figures, "process.files", reading.files);
    if (reading.mostFiles && *reading.mostFiles < NoLimit) {
        figures.push_back({of("process.files.limit"), *reading.mostFiles});
    }
    return figures;
}

/// A registry that nobody asks has no counters of requests: none a second.
void RegistryMetricsPage::addTraffic(std::vector<RegistryFigure>& figures,
                                     const CounterHistory& history) const
{
    struct Counted
    {
        double all = 0;
        double failed = 0;
    };
    const auto covered = history.covered(Window);
    if (!covered) {
        return;
    }
    Counted whole;
    std::map<QString, Counted> handlers;
    std::map<int, double> codes;
    for (const Answers& answers : m_answers) {
        if (const auto count = history.gain(Window, answers.sum)) {
            const double failed = answers.code >= 500 && answers.code < 600 ? *count : 0;
            Counted& handler = handlers[answers.handler];
            handler = {handler.all + *count, handler.failed + failed};
            whole = {whole.all + *count, whole.failed + failed};
            codes[answers.code] += *count;
        }
    }
    const auto tell = [&](const QString& device, const Counted& counted) {
        figures.push_back({of("requests.perSecond", device), counted.all / seconds(*covered)});
        if (counted.all > 0) {
            figures.push_back({of("errors.percent", device), Whole * counted.failed / counted.all});
        }
    };
    tell({}, whole);
    for (const auto& [handler, counted] : handlers) {
        tell(handler, counted);
    }
    for (const auto& [code, count] : codes) {
        figures.push_back({of("requests.perSecond", QString::number(code)), count / seconds(*covered)});
    }
}

void RegistryMetricsPage::addLatency(std::vector<RegistryFigure>& figures,
                                     const CounterHistory& history) const
{
    const auto tell = [&figures](const QString& device, const Histogram& times) {
        addQuantile(figures, of("latency.p50.seconds", device), times, 0.50);
        addQuantile(figures, of("latency.p95.seconds", device), times, 0.95);
        addQuantile(figures, of("latency.p99.seconds", device), times, 0.99);
    };
    Histogram whole;
    for (const Times& handler : m_handlers) {
        if (const auto times = handler.buckets.over(history, Window)) {
            tell(handler.name, *times);
            whole.add(*times);
        }
    }
    tell({}, whole);
}

void RegistryMetricsPage::addStorage(std::vector<RegistryFigure>& figures,
                                     const CounterHistory& history) const
{
    Histogram whole;
    for (const Times& action : m_actions) {
        if (const auto times = action.buckets.over(history, Window)) {
            addQuantile(figures, of("storage.p95.seconds", action.name), *times, 0.95);
            whole.add(*times);
        }
    }
    addQuantile(figures, of("storage.p95.seconds"), whole, 0.95);
}

} // namespace stowage
