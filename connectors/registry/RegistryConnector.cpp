// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryConnector.h"

#include "connectors/registry/RegistryNames.h"
#include "connectors/registry/metrics/RegistryMetricsFeed.h"

#include <QLocale>
#include <QSignalBlocker>
#include <QUrl>

namespace stowage {
namespace {

FreshnessLimits limitsFor(Millis interval)
{
    return {2 * interval + Millis{10'000}, 10 * interval};
}

/// Docker Hub counts pulls, and says so only on manifests.
bool isKnownToMeter(const QByteArray& baseUrl)
{
    return QUrl::fromEncoded(baseUrl).host().endsWith(QLatin1String("docker.io"));
}

} // namespace

RegistryConnector::RegistryConnector(HttpEngine& engine, const Clock& clock, ManifestStore& store,
                                     RegistrySettings settings, QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_store(store), m_settings(std::move(settings)),
      m_endpoint(engine.addEndpoint(m_settings.endpoint))
{
    m_status.id = m_settings.id;
    m_status.kind = QStringLiteral("registry");
    m_status.url = QString::fromUtf8(m_settings.endpoint.baseUrl);
    m_status.capabilities = {QStringLiteral("inventory")};
    if (!m_settings.metricsUrl.isEmpty()) {
        m_status.capabilities << QStringLiteral("metrics");
    }
    m_status.limits = limitsFor(m_settings.pollInterval);
    m_report.isMetered = isKnownToMeter(m_settings.endpoint.baseUrl);
}

RegistryConnector::~RegistryConnector()
{
    stop();
    m_engine.removeEndpoint(m_endpoint);
}

void RegistryConnector::adopt(const std::vector<Image>& known)
{
    const RepositoryFilter filter(m_settings.repositories);
    for (const Image& image : known) {
        if (image.key.source != m_settings.id) {
            continue;
        }
        if (filter.wants(image.key.repository)) {
            m_known[image.key.repository].insert_or_assign(image.key.tag, KnownImage{image, false, false});
        } else {
            m_unwanted.push_back(image.key);
        }
    }
}

void RegistryConnector::start()
{
    stop();
    ++m_generation;
    m_polling = std::make_unique<QObject>();
    m_report.proxy = ProxyVerdict::Unknown;
    for (auto& [repository, tags] : m_known) {
        for (auto& [tag, known] : tags) {
            known.isConfirmed = false;
        }
    }
    m_status.state = Freshness::Unseen;
    m_status.lastAnswer = {};
    m_status.settled = false;
    m_status.error.reset();
    crawl();
    readMetrics();
    m_pending.removedImages = std::exchange(m_unwanted, {});
    flush();
}

void RegistryConnector::stop()
{
    m_polling.reset();
    m_isFlushDue = false;
    m_crawlAgain = false;
    dropCrawl();
    dropMetrics();
    m_pending = {};
}

void RegistryConnector::refresh()
{
    if (m_crawl != nullptr) {
        m_crawlAgain = true;
    } else if (m_polling) {
        crawl();
    }
}

void RegistryConnector::crawl()
{
    // Calls off the timer that was set for the next one.
    m_polling = std::make_unique<QObject>();
    m_isFlushDue = false;
    m_crawlAgain = false;
    m_hasAnswered = false;
    m_crawl = new RegistryCrawl(m_engine, m_endpoint, m_store, m_settings, m_known, m_report, this);
    connect(m_crawl, &RegistryCrawl::answered, this, &RegistryConnector::takeAnswered);
    connect(m_crawl, &RegistryCrawl::read, this, &RegistryConnector::takeRead);
    connect(m_crawl, &RegistryCrawl::confirmed, this, &RegistryConnector::takeConfirmed);
    connect(m_crawl, &RegistryCrawl::gone, this, [this](const ImageKey& key) {
        m_gone.push_back(key);
        m_pending.removedImages.push_back(key);
        flushSoon();
    });
    connect(m_crawl, &RegistryCrawl::progressed, this, &RegistryConnector::takeProgress);
    connect(m_crawl, &RegistryCrawl::finished, this, &RegistryConnector::takeReport);
    m_crawl->start();
    m_status.progress = tr("connecting");
}

void RegistryConnector::takeAnswered()
{
    m_status.lastAnswer = m_clock.now();
    m_hasAnswered = true;
}

void RegistryConnector::takeRead(const Image& image, bool isWhole)
{
    KnownImage& known = m_known[image.key.repository][image.key.tag];
    const bool isNews = !known.isConfirmed || known.image != image;
    known = {image, isWhole, true};
    if (isNews) {
        m_pending.images.push_back(image);
        flushSoon();
    }
}

void RegistryConnector::takeConfirmed(const ImageKey& key)
{
    KnownImage& known = m_known[key.repository][key.tag];
    if (!std::exchange(known.isConfirmed, true)) {
        m_pending.images.push_back(known.image);
        flushSoon();
    }
}

void RegistryConnector::takeProgress(qsizetype done, qsizetype total)
{
    const QLocale locale;
    //: how far the reading of a registry has come: "42 of 1,000 manifests"
    m_status.progress = tr("%1 of %2 manifests").arg(locale.toString(done), locale.toString(total));
    flushSoon();
}

void RegistryConnector::takeReport(const CrawlReport& report)
{
    m_report = report;
    if (report.error) {
        m_report.proxy = ProxyVerdict::Unknown; // it may come back as something else
    }
    dropCrawl();
    forgetRemoved();
    m_status.error = report.error;
    m_status.coverage = report.coverage;
    m_status.version = report.version.text.isEmpty() ? m_status.version : report.version.text;
    m_status.settled = true;
    m_status.progress.clear();
    judge();
    if (m_metrics != nullptr) {
        const QSignalBlocker quiet(m_metrics); // what it notes leaves with this flush
        m_metrics->setCatalogError(report.error);
    }
    updateWarnings();
    const bool isAgain = m_crawlAgain;
    m_clock.after(isAgain ? Millis{0} : m_settings.pollInterval, m_polling.get(), [this] { crawl(); });
    flush(); // the last thing: who hears of it may stop us
}

/// Live when the crawl came to its end; stale when it failed and yet something answered; else offline.
void RegistryConnector::judge()
{
    if (m_status.lastAnswer == Timestamp{}) {
        m_status.state = Freshness::Unseen;
    } else if (!m_status.error) {
        m_status.state = Freshness::Live;
    } else {
        m_status.state = m_hasAnswered ? Freshness::Stale : Freshness::Offline;
    }
}

void RegistryConnector::forgetRemoved()
{
    for (const ImageKey& key : std::exchange(m_gone, {})) {
        const auto repository = m_known.find(key.repository);
        if (repository != m_known.end() && repository->second.erase(key.tag) > 0 &&
            repository->second.empty()) {
            m_known.erase(repository);
        }
    }
}

void RegistryConnector::flushSoon()
{
    if (!std::exchange(m_isFlushDue, true)) {
        m_clock.after(BatchInterval, m_polling.get(), [this] {
            if (m_isFlushDue) { // not overtaken by the end of the crawl
                flush();
            }
        });
    }
}

void RegistryConnector::flush()
{
    m_isFlushDue = false;
    updateTraffic();
    Delta delta = std::exchange(m_pending, {});
    delta.source = m_settings.id;
    delta.generation = m_generation;
    delta.at = m_clock.now();
    delta.status = m_status;
    Q_EMIT Connector::delta(delta);
}

void RegistryConnector::updateTraffic()
{
    const EndpointStats stats = m_engine.stats(m_endpoint);
    m_status.requestsSent = stats.sent;
    m_status.requestsFailed = stats.failed;
    m_status.phases = stats.lastConnect;
    if (m_metrics != nullptr) {
        m_status.requestsSent += m_metrics->requestsSent();
        m_status.requestsFailed += m_metrics->requestsFailed();
    }
}

void RegistryConnector::dropCrawl()
{
    if (RegistryCrawl* crawl = std::exchange(m_crawl, nullptr)) {
        crawl->disconnect(this);
        crawl->close();
        crawl->deleteLater();
    }
}

void RegistryConnector::readMetrics()
{
    if (m_settings.metricsUrl.isEmpty() || m_settings.metricsInterval <= Millis{0}) {
        return;
    }
    m_metrics = new RegistryMetricsFeed(m_engine, m_clock, m_settings, this);
    connect(m_metrics, &RegistryMetricsFeed::told, this, &RegistryConnector::takeMetrics);
    connect(m_metrics, &RegistryMetricsFeed::notesChanged, this, [this] {
        updateWarnings();
        flushSoon();
    });
    m_metrics->start();
}

void RegistryConnector::dropMetrics()
{
    if (RegistryMetricsFeed* metrics = std::exchange(m_metrics, nullptr)) {
        metrics->disconnect(this);
        metrics->close();
        metrics->deleteLater();
    }
}

void RegistryConnector::takeMetrics(const RegistryMetricsTelling& telling)
{
    Delta delta;
    delta.source = m_settings.id;
    delta.generation = m_generation;
    delta.at = m_clock.now();
    if (telling.host) {
        delta.hosts.push_back(*telling.host);
    }
    delta.removedHosts = {telling.removedHosts.begin(), telling.removedHosts.end()};
    delta.samples = telling.samples;
    Q_EMIT Connector::delta(delta);
}

void RegistryConnector::updateWarnings()
{
    m_status.warnings = m_report.warnings;
    if (m_metrics != nullptr) {
        m_status.warnings << m_metrics->notes();
    }
}

} // namespace stowage
