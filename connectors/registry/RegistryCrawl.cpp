// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryCrawl.h"

#include "connectors/registry/RegistryErrors.h"
#include "connectors/registry/RegistryNames.h"

namespace stowage {
namespace {

constexpr int TooManyRequests = 429;
constexpr QByteArrayView CatalogTarget{"/v2/_catalog?n=1000"}; // the most that 2.8 and 3.x give by default

constexpr int ReadAtOnce = 512; ///< repositories: more than any budget has connections

constexpr qint64 MaxPingBytes = 64 * 1024;
constexpr qint64 MaxMetricsBytes = 16 * 1024 * 1024;

/// Whether the registry does not give a catalog to us, or to anybody (Docker Hub, Harbor robots).
bool isCatalogClosed(const PageList& catalog)
{
    return catalog.names.isEmpty() &&
           (catalog.status == 401 || catalog.status == 403 || catalog.status == 404 ||
            catalog.status == 405 || catalog.status == 501);
}

Error noRegistry(const QString& message)
{
    return {ErrorKind::Malformed,
            message,
            {},
            RegistryCrawl::tr("Check that the address is a registry's: GET /v2/ must answer."),
            {}};
}

} // namespace

RegistryCrawl::RegistryCrawl(HttpEngine& engine, EndpointId endpoint, ManifestStore& store,
                             RegistrySettings settings, const RegistryKnowledge& known,
                             const CrawlReport& before, QObject* parent)
    : QObject(parent), m_settings(std::move(settings)), m_known(known), m_filter(m_settings.repositories),
      m_queue(new RequestQueue(engine, endpoint, m_settings.patience, this)),
      m_tags(*m_queue, store, m_settings.id, m_settings.registryNamespace, nullptr)
{
    m_report.proxy = m_settings.isProxy ? ProxyVerdict::Proxy : before.proxy;
    m_report.isMetered = before.isMetered;
    m_tags.preferHead(before.isMetered);
    connect(m_queue, &RequestQueue::lost, this, &RegistryCrawl::abort);
}

void RegistryCrawl::start()
{
    if (m_settings.metricsUrl.isEmpty()) {
        ping();
        return;
    }
    HttpRequest request;
    request.target = m_settings.metricsUrl;
    request.retry = RetryClass::Probe;
    request.bodyLimit = MaxMetricsBytes;
    m_queue->send(std::move(request), [this](const HttpResult& result) {
        takeMetrics(result);
        ping();
    });
}

/// The inventory does not need them: what is wrong there is a warning.
void RegistryCrawl::takeMetrics(const HttpResult& result)
{
    std::optional<Error> error;
    if (!result) {
        error = result.error();
    } else if (result->status != 200) {
        error = answerError(*result);
    } else {
        m_metrics = readRegistryMetrics(result->body);
        if (!m_metrics.isRegistry) {
            error = Error{ErrorKind::Malformed,
                          tr("what answers there is not a registry's"),
                          {},
                          tr("Check the address of the metrics in the profile."),
                          {}};
        }
    }
    const bool isReadForFigures = m_settings.metricsInterval > Millis{0}; // and what is wrong is said there
    if (error && !isReadForFigures) {
        warn(inOneLine(tr("the metrics page"), *error));
    }
}

void RegistryCrawl::ping()
{
    HttpRequest request;
    request.target = "/v2/";
    request.bodyLimit = MaxPingBytes;
    m_queue->send(std::move(request), [this](const HttpResult& result) { takePing(result); });
}

void RegistryCrawl::takePing(const HttpResult& result)
{
    if (result) {
        // Not before: the debug server's metrics are not the registry's word.
        connect(m_queue, &RequestQueue::answered, this, &RegistryCrawl::answered);
        Q_EMIT answered();
    }
    if (!result) {
        abort(result.error());
    } else if (result->status >= 500 || result->status == TooManyRequests) {
        abort(withOrigin(answerError(*result), m_settings.endpoint.baseUrl, *result));
    } else if (result->status == 404) {
        abort(withOrigin(noRegistry(tr("there is no registry at this address (HTTP 404)")),
                         m_settings.endpoint.baseUrl, *result));
    } else if (result->headers.value("Content-Type").startsWith("text/html")) {
        abort(withOrigin(noRegistry(tr("a web page answers where a registry should")),
                         m_settings.endpoint.baseUrl, *result));
    } else {
        m_report.version = guessVersion(*result, m_metrics);
        m_report.warnings += versionWarnings(m_report.version, m_metrics);
        if (m_metrics.hasProxied) {
            m_report.proxy = ProxyVerdict::Proxy;
        }
        readCatalog();
    }
}

void RegistryCrawl::readCatalog()
{
    auto* pages = new PageReader(*m_queue,
                                 {m_settings.endpoint.baseUrl, CatalogTarget.toByteArray(), "/v2/_catalog",
                                  "registry:catalog:*", parseCatalogPage},
                                 this);
    connect(pages, &PageReader::finished, this, &RegistryCrawl::takeCatalog);
    pages->start();
}

void RegistryCrawl::takeCatalog(const PageList& catalog)
{
    if (catalog.error) {
        takeCatalogError(catalog);
    }
    for (const QString& name : catalog.refused) {
        unseen({tr("a repository whose name is none: \"%1\". Look at what wrote it there; no client can pull "
                   "it.")
                    .arg(name)});
    }
    if (!m_isOver) {
        readRepositories(catalog);
    }
}

void RegistryCrawl::takeCatalogError(const PageList& catalog)
{
    if (!isCatalogClosed(catalog)) {
        unseen({tr("the catalog: %1").arg(catalog.error->message)});
        m_report.error = catalog.error;
        return;
    }
    for (const QString& pattern : m_filter.patterns()) {
        unseen(
            {tr("%1: the catalog is closed (HTTP %2), and without it a pattern stands for nothing. Name the "
                "repositories in the profile.")
                 .arg(pattern)
                 .arg(catalog.status)});
    }
    if (m_filter.exactNames().isEmpty()) {
        Error error = *catalog.error;
        error.message = tr("the catalog is closed: %1").arg(error.message);
        error.todo = tr("Name the repositories in the profile.");
        unseen({error.message});
        m_report.error = std::move(error);
    }
}

void RegistryCrawl::readRepositories(const PageList& catalog)
{
    std::map<QString, RepositoryOrigin> wanted;
    for (const auto& [repository, tags] : m_known) {
        wanted.insert_or_assign(repository,
                                catalog.isComplete() ? RepositoryOrigin::Known : RepositoryOrigin::Assumed);
    }
    for (const QString& name : m_filter.exactNames()) {
        if (isRepositoryName(name.toUtf8())) {
            wanted.insert_or_assign(name, RepositoryOrigin::Profile);
        } else {
            unseen({tr("the profile names a repository that cannot be: \"%1\". Correct its name there.")
                        .arg(escapedForDisplay(name.toUtf8()))});
        }
    }
    for (const QString& name : catalog.names) {
        if (m_filter.wants(name)) {
            wanted.insert_or_assign(name, RepositoryOrigin::Catalog);
        }
    }
    m_openRepositories = static_cast<qsizetype>(wanted.size());
    m_waiting = std::move(wanted);
    if (m_waiting.empty()) {
        end();
    } else {
        readNextRepositories();
    }
}

/// Some at a time: a catalog may have a hundred thousand, and to begin them all would take a turn of seconds.
void RegistryCrawl::readNextRepositories()
{
    while (m_reading < ReadAtOnce && !m_waiting.empty()) {
        const auto next = m_waiting.extract(m_waiting.begin());
        const QString& repository = next.key();
        const auto known = m_known.find(repository);
        auto* reader =
            new RepositoryReader(repository, next.mapped(), known == m_known.end() ? nullptr : &known->second,
                                 *this, m_tags, this);
        ++m_reading;
        reader->start(*m_queue, m_settings.endpoint.baseUrl);
    }
}

void RegistryCrawl::admit(RepositoryReader& reader)
{
    switch (m_report.proxy) {
    case ProxyVerdict::Registry:
    case ProxyVerdict::Unclear:
        reader.readTags();
        return;
    case ProxyVerdict::Proxy:
        reader.skipTags();
        return;
    case ProxyVerdict::Unknown:
        m_held.push_back(&reader);
        askWhetherProxy(reader.repository());
        return;
    }
}

void RegistryCrawl::askWhetherProxy(const QString& repository)
{
    if (!std::exchange(m_isAsking, true)) {
        m_queue->send(proxyQuestion(repository),
                      [this](const HttpResult& result) { decide(judgeProxy(result)); });
    }
}

void RegistryCrawl::decide(ProxyVerdict verdict)
{
    m_report.proxy = verdict;
    for (RepositoryReader* reader : std::exchange(m_held, {})) {
        admit(*reader);
    }
}

void RegistryCrawl::expectTags(qsizetype count)
{
    m_tagsTotal += count;
    Q_EMIT progressed(m_tagsDone, m_tagsTotal);
}

void RegistryCrawl::tagDone()
{
    ++m_tagsDone;
    Q_EMIT progressed(m_tagsDone, m_tagsTotal);
}

void RegistryCrawl::imageRead(const Image& image, bool isWhole)
{
    Q_EMIT read(image, isWhole);
}

void RegistryCrawl::imageConfirmed(const ImageKey& key)
{
    Q_EMIT confirmed(key);
}

void RegistryCrawl::imageGone(const ImageKey& key)
{
    Q_EMIT gone(key);
}

void RegistryCrawl::unseen(const QStringList& lines)
{
    const qsizetype room = std::max<qsizetype>(0, MaxUnseen - m_report.coverage.unseen.size());
    m_report.coverage.unseen += lines.first(std::min(room, lines.size()));
    m_unseenMore += lines.size() - std::min(room, lines.size());
}

void RegistryCrawl::warn(const QString& warning)
{
    m_report.warnings.push_back(warning);
}

void RegistryCrawl::repositoryDone()
{
    if (--m_openRepositories == 0) {
        end();
        return;
    }
    --m_reading;
    readNextRepositories();
}

void RegistryCrawl::abort(const Error& error)
{
    if (m_isOver) {
        return;
    }
    m_report.error = error;
    unseen(
        {m_openRepositories == 0
             ? tr("everything: %1").arg(error.message)
             : tr("repositories not read to the end: %1 (%2)").arg(m_openRepositories).arg(error.message)});
    end();
}

void RegistryCrawl::end()
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    if (m_report.proxy == ProxyVerdict::Proxy) {
        unseen({tr(
            "the manifests: this is a pull-through proxy, and asking for them would fetch and store them")});
        warn(tr("This is a pull-through proxy: only its catalog and tags are read."));
    }
    if (m_unseenMore > 0) {
        m_report.coverage.unseen.push_back(tr("and %n more", nullptr, static_cast<int>(m_unseenMore)));
    }
    if (m_report.error && m_report.error->where.isEmpty()) {
        m_report.error->where =
            m_settings.id + QLatin1Char(' ') + QString::fromUtf8(m_settings.endpoint.baseUrl);
    }
    m_report.coverage.complete = m_report.coverage.unseen.isEmpty();
    m_report.isMetered = m_report.isMetered || m_tags.isMetered();
    m_queue->close();
    Q_EMIT finished(m_report);
}

} // namespace stowage
