// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusConnector.h"

#include "connectors/alerts/PollOutcome.h"
#include "models/core/Listed.h"

namespace stowage {
namespace {

/// Until the server has told how often it scrapes.
constexpr Millis RateWhileUnknown = std::chrono::minutes(5);
constexpr Millis ShortestRate = std::chrono::minutes(1);

} // namespace

PrometheusConnector::PrometheusConnector(HttpEngine& engine, const Clock& clock, PrometheusSettings settings,
                                         QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_settings(std::move(settings)),
      m_endpoint(engine.addEndpoint(m_settings.endpoint)), m_series(engine, m_endpoint, m_settings, m_table),
      m_census(m_settings.id)
{
    if (auto table = MetricTable::builtIn()) {
        m_table = *std::move(table);
        m_table.extend(m_settings.metrics);
    } else {
        m_tableError = table.error();
    }
    m_status.id = m_settings.id;
    m_status.kind = QStringLiteral("prometheus");
    m_status.url = QString::fromUtf8(m_settings.endpoint.baseUrl);
    m_status.capabilities = {QStringLiteral("hosts"), QStringLiteral("history")};
    m_status.limits = pollLimits(m_settings.pollInterval);
}

PrometheusConnector::~PrometheusConnector()
{
    stop();
    m_engine.removeEndpoint(m_endpoint);
}

void PrometheusConnector::start()
{
    stop();
    ++m_generation;
    m_run = std::make_unique<QObject>();
    m_census = HostCensus(m_settings.id);
    m_alertMemory = {};
    m_slowAt.reset();
    m_refused.clear();
    m_status.state = Freshness::Unseen;
    m_status.lastAnswer = {};
    m_status.settled = m_tableError.has_value();
    m_status.error = m_tableError;
    m_status.progress = m_tableError ? QString() : tr("connecting");
    if (!m_tableError) {
        poll();
    }
    flush(); // last: whoever hears of it may stop us
}

void PrometheusConnector::stop()
{
    m_run.reset();
    m_waiting.reset();
    m_pollAgain = false;
    m_isFlushQueued = false;
    m_news = {};
    m_alerts = {};
    dropPoll();
}

void PrometheusConnector::refresh()
{
    if (m_poll != nullptr) {
        m_pollAgain = true;
    } else if (m_run && !m_tableError) {
        m_slowAt.reset();
        poll();
    }
}

/// Four scrapes, so that one may be missed and there still are two.
Millis PrometheusConnector::rate() const
{
    if (m_settings.rate) {
        return *m_settings.rate;
    }
    const auto every = m_census.scrapeInterval();
    return every ? std::max(ShortestRate, 4 * *every) : RateWhileUnknown;
}

void PrometheusConnector::poll()
{
    m_waiting.reset(); // calls off the timer that was set for this one
    m_pollAgain = false;
    const Millis now = m_clock.monotonic();
    PrometheusPoll::Wanted wanted;
    wanted.rate = rate();
    wanted.isFirst = !m_slowAt;
    wanted.isSlow = !m_slowAt || now - *m_slowAt >= m_settings.slowInterval;
    wanted.needsFacts = m_census.needsFacts();
    wanted.jobs = m_census.jobs();
    wanted.refused = m_refused;
    if (wanted.isSlow) {
        wanted.refused.clear(); // it may be another server by now
        m_refused.clear();
        m_slowAt = now;
    }
    m_poll = new PrometheusPoll(m_engine, m_endpoint, m_settings, m_table, wanted, this);
    connect(m_poll, &PrometheusPoll::finished, this, &PrometheusConnector::takeReport);
    m_poll->start();
}

void PrometheusConnector::takeReport(const PrometheusReport& report)
{
    if (report.hasAnswered) {
        m_status.lastAnswer = m_clock.now();
    }
    if (report.error) {
        m_slowAt.reset(); // ask for everything once it answers again
    } else {
        HostCensus::News news = m_census.take(report, m_settings.pollInterval);
        std::move(news.hosts.begin(), news.hosts.end(), std::back_inserter(m_news.hosts));
        std::move(news.removed.begin(), news.removed.end(), std::back_inserter(m_news.removed));
        if (report.alerts) {
            m_alerts = m_alertMemory.take(*report.alerts, m_settings.id, m_clock.monotonic());
        }
        takeOffers(report);
        takeSlow(report);
        m_series.setScrapes(m_census.scrapeInterval().value_or(m_settings.pollInterval), rate());
    }
    takeStatus(report);
    dropPoll(); // the report with it
    schedule();
    flush();
}

void PrometheusConnector::takeOffers(const PrometheusReport& report)
{
    m_refused << report.refused;
    m_refused.removeDuplicates();
    for (const QString& name : report.refused) {
        m_status.capabilities.removeAll(name);
    }
    for (const QString& name : report.offered) {
        // What the version is read from is nothing that a person can use.
        const QString shown = name == QLatin1String("alertList") ? QStringLiteral("alerts") : name;
        if (shown != QLatin1String("buildinfo") && !m_status.capabilities.contains(shown)) {
            m_status.capabilities << shown;
        }
    }
    if (report.version) {
        m_status.version = *report.version;
    }
}

void PrometheusConnector::takeSlow(const PrometheusReport& report)
{
    if (!report.failingRules && !report.metricTypes) {
        return;
    }
    m_slowWarnings.clear();
    if (report.failingRules && !report.failingRules->isEmpty()) {
        m_slowWarnings << tr("recording rules fail, and what is made of them is old: %1")
                              .arg(listed(*report.failingRules));
    }
    QStringList noCounters;
    const QStringList counters = report.metricTypes ? m_table.counters() : QStringList();
    for (const QString& name : counters) {
        const QString type = report.metricTypes->value(name);
        if (!type.isEmpty() && type != QLatin1String("counter") && type != QLatin1String("unknown") &&
            type != QLatin1String("untyped")) {
            noCounters << QStringLiteral("%1 (%2)").arg(name, type);
        }
    }
    if (!noCounters.isEmpty()) {
        m_slowWarnings << tr("rates are taken of what is no counter there: %1").arg(listed(noCounters));
    }
}

QStringList PrometheusConnector::warningsOf(const PrometheusReport& report) const
{
    QStringList warnings = report.warnings + m_slowWarnings;
    const Millis ahead = report.at == Timestamp{} ? Millis{0} : report.at - m_clock.now();
    if (const QString warning = clockWarning(ahead); !warning.isEmpty()) {
        warnings << warning;
    }
    if (const quint64 count = report.alerts ? report.alerts->leftOut : 0; count > 0) {
        warnings << tr("%n alert(s) cannot be read, or are too many", nullptr, static_cast<int>(count));
    }
    if (m_census.size() == 0) {
        warnings << tr("it knows no host: it has no series of a node-exporter%1")
                        .arg(m_settings.labels.isEmpty() ? QString()
                                                         : tr(" with the labels that the profile names"));
    }
    return warnings;
}

void PrometheusConnector::takeStatus(const PrometheusReport& report)
{
    takePollOutcome(m_status, report.error, report.hasAnswered);
    if (!report.error) {
        m_status.coverage = Coverage{report.unseen.isEmpty(), report.unseen};
        m_status.warnings = warningsOf(report);
    }
}

void PrometheusConnector::schedule()
{
    m_waiting = std::make_unique<QObject>();
    const bool isAgain = m_pollAgain;
    m_clock.after(isAgain ? Millis{0} : m_settings.pollInterval, m_waiting.get(), [this] { poll(); });
}

/// What one poll of thousands of hosts brought leaves in several turns of the event loop: whoever hears of it
/// has work to do with each.
void PrometheusConnector::flush()
{
    const EndpointStats stats = m_engine.stats(m_endpoint);
    m_status.requestsSent = stats.sent;
    m_status.requestsFailed = stats.failed;
    m_status.phases = stats.lastConnect;
    Delta delta;
    delta.source = m_settings.id;
    delta.generation = m_generation;
    delta.at = m_clock.now();
    delta.status = m_status;
    delta.removedHosts = std::exchange(m_news.removed, {});
    delta.alerts = std::exchange(m_alerts, {});
    const size_t count = std::min(HostsADelta, m_news.hosts.size());
    for (size_t i = 0; i < count; ++i) {
        HostCensus::HostNews& news = m_news.hosts[i];
        delta.hosts.push_back(std::move(news.host));
        std::move(news.samples.begin(), news.samples.end(), std::back_inserter(delta.samples));
    }
    m_news.hosts.erase(m_news.hosts.begin(), m_news.hosts.begin() + static_cast<std::ptrdiff_t>(count));
    if (!m_news.hosts.empty() && !std::exchange(m_isFlushQueued, true)) {
        QMetaObject::invokeMethod(
            m_run.get(),
            [this] {
                m_isFlushQueued = false;
                flush();
            },
            Qt::QueuedConnection);
    }
    Q_EMIT Connector::delta(delta);
}

void PrometheusConnector::dropPoll()
{
    if (PrometheusPoll* poll = std::exchange(m_poll, nullptr)) {
        poll->disconnect(this);
        poll->deleteLater();
    }
}

} // namespace stowage
