// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryMetricsFeed.h"

#include "connectors/exposition/MetricsRequest.h"
#include "connectors/http/Url.h"
#include "connectors/registry/RegistryErrors.h"

namespace stowage {
namespace {

constexpr int Found = 200;
constexpr qint64 HealthLimit = 64 * 1024;
constexpr int AtOnce = 2; ///< the page and the health

/// The debug server knows no authentication, and its certificate is not the registry's unless its origin is.
Endpoint debugEndpoint(const RegistrySettings& settings)
{
    Endpoint endpoint = settings.endpoint;
    const auto own = Url::parse(endpoint.baseUrl);
    const auto debug = Url::parse(settings.metricsUrl);
    if (!own || !debug || !own->sameOrigin(*debug)) {
        endpoint.credentials = {};
        endpoint.pin.clear();
    }
    endpoint.baseUrl = settings.metricsUrl;
    endpoint.budget = {0, AtOnce};
    endpoint.declaredReads.clear();
    endpoint.readOnly = true;
    return endpoint;
}

/// Without the brackets that URLs put around addresses of IPv6.
QString hostOf(const QByteArray& url)
{
    const auto parsed = Url::parse(url);
    QByteArray host = parsed ? parsed->host : QByteArray();
    if (host.startsWith('[') && host.endsWith(']')) {
        host = host.sliced(1).chopped(1);
    }
    return QString::fromUtf8(host);
}

QString targetOf(const QByteArray& url)
{
    const auto parsed = Url::parse(url);
    return parsed ? parsed->authority() : QString::fromUtf8(redactedUrl(url));
}

} // namespace

RegistryMetricsFeed::RegistryMetricsFeed(HttpEngine& engine, const Clock& clock,
                                         const RegistrySettings& settings, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_source(settings.id),
      m_every(settings.metricsInterval), m_cpuLimit(settings.cpuLimit),
      m_address(hostOf(settings.metricsUrl)), m_targetName(targetOf(settings.metricsUrl)),
      m_instances(m_targetName, m_every)
{
    Endpoint endpoint = debugEndpoint(settings);
    m_page = takeMetricsTarget(endpoint);
    m_endpoint = m_engine.addEndpoint(std::move(endpoint));
}

RegistryMetricsFeed::~RegistryMetricsFeed()
{
    m_engine.removeEndpoint(m_endpoint);
}

void RegistryMetricsFeed::start()
{
    ask();
}

void RegistryMetricsFeed::ask()
{
    if (m_isClosed) {
        return;
    }
    // The second page comes soon, because only two tell rates.
    m_clock.after(m_asked++ == 0 ? m_every / 5 : m_every, this, [this] { ask(); });
    if (!std::exchange(m_isHealthAwaited, true)) {
        HttpCall* call =
            m_engine.send(m_endpoint, metricsRequest("/debug/health", m_every, HealthLimit), this);
        connect(call, &HttpCall::finished, this, [this](const HttpResult& result) {
            m_isHealthAwaited = false;
            m_health = readRegistryHealth(result);
            noteChanges();
        });
    }
    if (!std::exchange(m_isPageAwaited, true)) {
        HttpCall* call =
            m_engine.send(m_endpoint, metricsRequest(m_page, m_every, RegistryMetricsPage::PageLimit), this);
        connect(call, &HttpCall::finished, this, &RegistryMetricsFeed::takePage);
    }
}

void RegistryMetricsFeed::takePage(const HttpResult& result)
{
    m_isPageAwaited = false;
    if (m_isClosed) {
        return;
    }
    if (!result) {
        m_trouble = result.error();
    } else if (result->status != Found) {
        m_trouble = answerError(*result);
    } else {
        readPage(*result);
    }
    noteChanges();
}

void RegistryMetricsFeed::readPage(const HttpAnswer& answer)
{
    RegistryReading reading =
        m_reader.read(answer.body, expositionForm(answer.headers.value("Content-Type")));
    if (std::exchange(m_epoch, m_reader.epoch()) != m_reader.epoch()) {
        m_instances.forgetCounters();
    }
    m_trouble = reading.trouble;
    // A page that was cut short would tell sums of a part as if of all.
    if (reading.isRegistrys && reading.counters.isWhole) {
        reading.counters.at = m_clock.monotonic();
        reading.counters.wall = m_clock.now();
        tell(reading);
    }
}

void RegistryMetricsFeed::tell(const RegistryReading& reading)
{
    const RegistryInstances::Taken taken = m_instances.take(reading.counters);
    if (taken.instance == nullptr) {
        return;
    }
    RegistryMetricsTelling telling{observe(taken), taken.removed, {}};
    for (RegistryFigure& figure : m_reader.figures(reading, taken.instance->history, m_cpuLimit)) {
        SampleBatch batch;
        batch.key = {{m_source, taken.subject}, std::move(figure.metric)};
        batch.span = telling.host->every;
        batch.samples = {{telling.host->at, figure.value, figure.value}};
        telling.samples.push_back(std::move(batch));
    }
    Q_EMIT told(telling);
}

HostObservation RegistryMetricsFeed::observe(const RegistryInstances::Taken& taken) const
{
    const QString start = RegistryInstances::startName(taken.instance->startedAt);
    HostObservation host;
    host.subject = taken.subject;
    host.kind = HostKind::Service;
    host.identity.name = m_instances.areSeveral() ? m_source + QLatin1Char('@') + start : m_source;
    host.identity.addresses = QStringList{m_address};
    host.identity.instance = start;
    host.facts.bootedAt = taken.instance->startedAt;
    host.at = m_clock.now();
    host.every = m_every * static_cast<qint64>(m_instances.areSeveral() ? m_instances.count() : 1);
    host.cpuLimit = m_cpuLimit;
    host.state = HostState::Up;
    if (m_health.verdict == RegistryHealth::Verdict::Failing) {
        host.state = HostState::Down;
        host.reason = tr("its health check fails: %1").arg(m_health.checks);
    } else if (m_catalogError) {
        host.state = HostState::Down;
        host.reason = isBlind() ? tr("it says that it is healthy, but its catalog cannot be read: %1")
                                      .arg(m_catalogError->message)
                                : tr("its catalog cannot be read: %1").arg(m_catalogError->message);
    }
    return host;
}

/// The check asks the storage for a path and takes its absence for an answer: 2.8.2 stays healthy without its
/// whole folder.
bool RegistryMetricsFeed::isBlind() const
{
    return m_catalogError && m_health.verdict == RegistryHealth::Verdict::Healthy;
}

void RegistryMetricsFeed::setCatalogError(const std::optional<Error>& error)
{
    // Only the registry's own fault: who may not ask, or cannot reach it, knows nothing of its storage.
    m_catalogError = error && error->kind == ErrorKind::ServerFault ? error : std::nullopt;
    noteChanges();
}

QStringList RegistryMetricsFeed::notes() const
{
    QStringList notes;
    if (m_trouble) {
        notes << inOneLine(tr("the metrics page"), *m_trouble);
    }
    if (m_instances.areSeveral()) {
        //: %1 is an address
        notes << tr("%n registries answer in turn at %1: their figures are kept apart", nullptr,
                    static_cast<int>(m_instances.count()))
                     .arg(m_targetName);
    }
    if (m_health.verdict == RegistryHealth::Verdict::Failing) {
        notes << tr("its health check fails: %1").arg(m_health.checks);
    }
    if (isBlind()) {
        notes << tr("its health check says that all is well: it does not see what the catalog needs");
    }
    return notes;
}

void RegistryMetricsFeed::noteChanges()
{
    QStringList now = notes();
    if (!m_isClosed && now != m_notes) {
        m_notes = std::move(now);
        Q_EMIT notesChanged();
    }
}

} // namespace stowage
