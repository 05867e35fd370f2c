// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/BeszelConnector.h"

#include "connectors/beszel/HubAnswer.h"
#include "connectors/beszel/HubTime.h"
#include "connectors/registry/Json.h"
#include "models/core/Digest.h"

namespace stowage {
namespace {

/// Ids that go into one filter; for more the whole list is read.
constexpr qsizetype MostInFilter = 30;

/// How far back the newest records of the finest tier lie at most.
constexpr std::chrono::seconds NewestWithin{150};

constexpr qint64 InfoLimit = 64 * 1024;

Endpoint forRequests(Endpoint endpoint)
{
    endpoint.credentials = {}; // the token goes with each request
    endpoint.declaredReads = hubReads();
    return endpoint;
}

Endpoint forStream(Endpoint endpoint)
{
    endpoint = forRequests(std::move(endpoint));
    endpoint.budget = {0, 1};
    return endpoint;
}

/// Whether a person has to do something before another attempt can help.
bool isForPeople(const Error& error)
{
    return error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Unsupported;
}

} // namespace

BeszelConnector::BeszelConnector(HttpEngine& engine, const Clock& clock, BeszelSettings settings,
                                 OneTimeCodes* codes, QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_settings(std::move(settings)), m_codes(codes),
      m_endpoint(engine.addEndpoint(forRequests(m_settings.endpoint))),
      m_streamEndpoint(engine.addEndpoint(forStream(m_settings.endpoint))),
      m_hosts(m_settings.pollInterval, m_settings.listInterval), m_stats(m_settings.id),
      m_alerts(m_settings.endpoint.baseUrl)
{
    m_status.id = m_settings.id;
    m_status.kind = QStringLiteral("beszel");
    m_status.url = QString::fromUtf8(m_settings.endpoint.baseUrl);
    m_status.capabilities = {QStringLiteral("hosts"), QStringLiteral("metrics"), QStringLiteral("alerts")};
    m_status.limits = {2 * m_settings.pollInterval + Millis{10'000}, 10 * m_settings.pollInterval};
}

BeszelConnector::~BeszelConnector()
{
    stop();
    m_engine.removeEndpoint(m_endpoint);
    m_engine.removeEndpoint(m_streamEndpoint);
}

void BeszelConnector::start()
{
    stop();
    ++m_generation;
    m_run = std::make_unique<QObject>();
    m_hosts = HubHosts(m_settings.pollInterval, m_settings.listInterval);
    m_stats = StatsBook(m_settings.id);
    m_alerts = HubAlerts(m_settings.endpoint.baseUrl);
    m_hasAlerts = false;
    m_isAlertGap = false;
    m_turnsUntil = {};
    m_toldAt.clear();
    m_told = SeenRecords(ToldRemembered);
    m_gap.reset();
    m_historyAt = {};
    m_isGapOpen = true;
    m_isStreamDue = true;
    m_backoff = m_settings.firstBackoff;
    m_leftOut = 0;
    m_oversized = 0;
    m_streamTrouble.reset();
    m_historyTrouble.reset();
    m_refused.clear();
    m_status.state = Freshness::Unseen;
    m_status.lastAnswer = {};
    m_status.settled = false;
    m_status.error.reset();
    m_status.progress = tr("signing in");
    m_session = new HubSession(m_engine, m_endpoint, m_clock, m_settings, m_codes, this);
    connect(m_session, &HubSession::opened, this, &BeszelConnector::takeOpened);
    connect(m_session, &HubSession::failed, this, &BeszelConnector::takeRefusal);
    m_session->open();
    flush(); // the last thing: who hears of it may stop us
}

void BeszelConnector::stop()
{
    m_run.reset();
    m_retry.reset();
    m_polling.reset();
    dropWork();
    drop(std::exchange(m_session, nullptr));
    m_samples.clear();
    m_hasRead = false;
    m_isFlushDue = false;
    m_isRelistDue = false;
    m_relist.clear();
}

void BeszelConnector::refresh()
{
    if (!m_run) {
        return;
    }
    m_retry.reset();
    m_isStreamDue = true;
    m_backoff = m_settings.firstBackoff;
    if (m_session->isOpen()) {
        readAll();
    } else {
        m_session->open();
    }
}

void BeszelConnector::takeOpened(bool isNew)
{
    m_status.lastAnswer = m_clock.now();
    m_alerts.takeUser(m_session->user());
    if (std::optional<HubSnapshot> suspect = std::exchange(m_suspect, std::nullopt); suspect && !isNew) {
        accept(std::move(*suspect)); // the token is good: that is what there is
        return;
    }
    if (isNew) {
        dropWork(); // what runs by the old token, its stream above all
        m_hasRead = false;
        askInfo();
    }
    if (!m_hasRead) {
        readAll();
    } else {
        openStream();
    }
}

void BeszelConnector::takeRefusal(const Error& error)
{
    if (m_session->isOpen() && m_isStreaming && !m_suspect) {
        m_status.error = error; // only the renewal failed: the token lives on for a while
        flushSoon();
        return;
    }
    dropWork();
    m_hasRead = false;
    retryLater(error);
}

/// The hub could not be read. What is known stays, and is as old as it is.
void BeszelConnector::retryLater(const Error& error)
{
    m_status.error = error;
    m_status.state = m_status.lastAnswer == Timestamp{} ? Freshness::Unseen : Freshness::Offline;
    m_status.settled = true;
    m_status.progress.clear();
    Millis wait = isForPeople(error) ? m_settings.refusedBackoff : m_backoff;
    wait = std::max(wait, error.retryAfter.value_or(Millis{0}));
    m_backoff = std::min(2 * m_backoff, m_settings.longestBackoff);
    m_retry = std::make_unique<QObject>();
    m_clock.after(wait, m_retry.get(), [this] { m_session->open(); });
    flush();
}

/// The hub's version and key. Without them nothing is missing but the words.
void BeszelConnector::askInfo()
{
    HttpRequest request;
    request.target = "/api/beszel/info";
    request.bodyLimit = InfoLimit;
    m_session->authorise(request);
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), m_session);
    connect(call, &HttpCall::finished, this, [this](const HttpResult& result) {
        const Result<HttpAnswer> answer = hubAnswer(result);
        simdjson::dom::parser parser;
        const auto root = answer ? json::parse(parser, answer->body) : std::nullopt;
        if (!root) {
            return;
        }
        if (const auto version = json::text(*root, "v")) {
            m_status.version = QString::fromUtf8(version->toByteArray()).left(64);
        }
        if (const auto key = json::text(*root, "key"); key && !key->isEmpty()) {
            m_status.identity = Digest::of(*key).shortHex(12);
        }
        flushSoon();
    });
}

void BeszelConnector::readAll()
{
    std::vector<HubQuery> queries =
        alertQueries(); // first: what is older than the stream's is known of these
    for (const HubCollection collection : {HubCollection::Systems, HubCollection::Details,
                                           HubCollection::Containers, HubCollection::Services}) {
        queries.push_back({collection, {}, "id", true});
    }
    if (!m_isStreaming) {
        const Timestamp from = m_session->hubNow() - NewestWithin;
        queries.push_back(
            {HubCollection::SystemStats, "type='1m'&&created>'" + toHubTime(from) + '\'', "created", false});
    }
    m_listedAt = m_clock.monotonic();
    read(std::move(queries), {});
}

void BeszelConnector::readSystems()
{
    read({{HubCollection::Systems, {}, "id", true}}, {});
}

void BeszelConnector::read(std::vector<HubQuery> queries, QSet<QString> only)
{
    if (isReading()) {
        m_readAgain = m_readAgain || only.isEmpty();
        m_relist.unite(only);
        return;
    }
    m_readAgain = false;
    m_readOnly = std::move(only);
    m_deleted.clear();
    m_readingBegan = m_session->hubNow();
    if (!m_hasRead) {
        m_status.progress = tr("reading the systems");
    }
    m_reading = new HubReading(m_engine, m_endpoint, *m_session, m_settings, std::move(queries), this);
    connect(m_reading, &HubReading::finished, this, &BeszelConnector::takeReading);
    connect(m_reading, &HubReading::failed, this, &BeszelConnector::takeReadingError);
    m_reading->start();
}

void BeszelConnector::takeReadingError(const Error& error)
{
    drop(std::exchange(m_reading, nullptr));
    if (error.kind == ErrorKind::Unauthorized) {
        m_session->probe();
        return;
    }
    if (!m_hasRead || !m_isStreaming) {
        m_hasRead = false;
        openGap();
        retryLater(error);
        return;
    }
    m_status.error = error; // the stream goes on telling
    m_isAlertGap = false;
    schedulePoll();
    flushSoon();
}

void BeszelConnector::schedulePoll()
{
    m_polling = std::make_unique<QObject>();
    m_clock.after(m_settings.pollInterval, m_polling.get(), [this] { poll(); });
}

void BeszelConnector::poll()
{
    schedulePoll();
    const bool isListDue = m_clock.monotonic() - m_listedAt >= m_settings.listInterval;
    if (!m_isStreaming) {
        openGap();
    } else if (m_isGapOpen) {
        readHistory(); // it failed the last time
    }
    if (!m_isStreaming || isListDue) {
        readAll();
    } else {
        readSystems();
    }
}

/// Containers and services never come by themselves: they are listed anew after their system's event.
void BeszelConnector::relistSoon(const QString& system)
{
    if (!system.isEmpty()) {
        m_relist.insert(system);
    }
    if (std::exchange(m_isRelistDue, true)) {
        return;
    }
    const Millis rest = m_relistedAt + m_settings.relistEvery - m_clock.monotonic();
    const Millis wait =
        m_relistedAt == Millis{0} ? m_settings.relistAfter : std::max(m_settings.relistAfter, rest);
    m_clock.after(wait, m_run.get(), [this] { relist(); });
}

void BeszelConnector::relist()
{
    m_isRelistDue = false;
    if (m_relist.isEmpty() || !m_hasRead) {
        return;
    }
    m_relistedAt = m_clock.monotonic();
    QSet<QString> wanted = std::exchange(m_relist, {});
    QByteArray filter;
    if (wanted.size() <= MostInFilter) {
        for (const QString& id : std::as_const(wanted)) {
            QByteArray safe = id.toUtf8();
            safe.replace('\\', QByteArray()).replace('\'', QByteArray());
            filter += (filter.isEmpty() ? "system='" : "||system='") + safe + '\'';
        }
    } else {
        wanted = m_hosts.ids();
    }
    read({{HubCollection::Containers, filter, "id", true}, {HubCollection::Services, filter, "id", true}},
         wanted);
}

} // namespace stowage
