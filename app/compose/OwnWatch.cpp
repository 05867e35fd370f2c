// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/OwnWatch.h"

#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"
#include "connectors/http/HttpEngine.h"
#include "connectors/store/SqliteHistory.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "connectors/store/series/SqliteSeries.h"

#include <QUrl>

#include <algorithm>

namespace stowage {
namespace {

constexpr int Http = 80;
constexpr int Https = 443;

SelfDatabase figuresOf(const HistoryState& state)
{
    SelfDatabase database;
    database.waiting = state.waiting;
    database.isWriting = state.isWriting;
    database.trouble = state.error.message;
    return database;
}

SelfDatabase figuresOf(const SeriesHistoryState& state)
{
    SelfDatabase database;
    database.waiting = state.waitingSamples;
    database.dropped = state.droppedSamples;
    database.isWriting = state.isWriting;
    database.trouble = state.error.message;
    return database;
}

SelfDatabase figuresOf(const AlertLogState& state)
{
    SelfDatabase database;
    database.waiting = state.waiting;
    database.dropped = state.dropped;
    database.isWriting = state.isWriting;
    database.trouble = state.error.message;
    return database;
}

/// Watches `store` under a name as long as it lives; its files are `file` and what SQLite keeps beside it.
template <class Store>
void addStore(SelfWatch& self, const char* name, Store& store, const QString& file)
{
    const QString id = QLatin1String(name);
    self.addDatabase(id, [&store, file] {
        SelfDatabase database = figuresOf(store.state());
        database.bytes = databaseBytes(file);
        if (database.isWriting) { // else it is no slowness
            database.slowestWrite = store.unsafeFor();
        }
        return database;
    });
    QObject::connect(&store, &Store::written, &self, [&self, id](Millis took) { self.noteWrite(id, took); });
}

/// What waits for the disk has its bound in bytes: at the size of what waits now, so many events may.
SelfQueue queueOf(const SqliteAlertLog& log)
{
    const AlertLogState state = log.state();
    SelfQueue queue;
    queue.waiting = static_cast<qint64>(state.waiting);
    if (state.waiting > 0 && state.waitingBytes > 0) {
        const auto bytesOfOne = std::max(quint64{1}, state.waitingBytes / state.waiting);
        queue.most = static_cast<qint64>(quint64{log.mostBytesWaiting()} / bytesOfOne);
    }
    return queue;
}

} // namespace

OwnWatch::OwnWatch(const Fleet& fleet, HostDesk& hosts, const std::vector<HostNames>& names, AlertDesk& desk,
                   const OwnStores& stores, std::vector<AlertRule> rules, const QString& folder,
                   const HostResolver& resolver, const Clock& clock, const NameScouts& scouts)
    : m_clock(clock), m_desk(desk), m_live(clock), m_liveHosts(m_live, clock, names), m_probe(folder),
      m_self(m_live, clock, &m_probe), m_baselines(hosts.book(), hosts.series(), m_usual, clock),
      m_changes(fleet, hosts.book(), clock), m_resolver(resolver), m_addresses(clock),
      m_names(scouts.names != nullptr ? *scouts.names : m_resolver, clock),
      m_scout(resolver, clock, m_certificates),
      m_gatherer({&fleet, &hosts.book(), &hosts.forecasts(), nullptr, &m_usual, &m_certificates, &m_self,
                  &m_names.book(), &m_live, &m_liveHosts},
                 std::move(rules), clock)
{
    m_names.setProbe(scouts.addresses != nullptr ? scouts.addresses : &m_addresses);
    if (scouts.every > Millis{0}) {
        m_names.setEvery(scouts.every);
    }
    addStores(stores, folder);
    takeLastKnown(fleet, hosts.book());
    connect(&hosts.book(), &HostBook::decided, this,
            [this, &book = hosts.book()] { m_liveHosts.setDecisions(book.decisions()); });
    judgeAges();
    connect(&m_changes, &ChangeWatch::happened, &desk, &AlertDesk::note);
    connect(&m_names, &NameWatch::happened, &desk, &AlertDesk::note);
    connect(&m_gatherer, &FactGatherer::reported, this, &OwnWatch::report);
    if (desk.isRestored()) {
        m_gatherer.recall(recallable());
    } else {
        connect(&desk, &AlertDesk::restored, this, [this] { m_gatherer.recall(recallable()); });
    }
}

void OwnWatch::addStores(const OwnStores& stores, const QString& folder)
{
    addStore(m_self, "fleet", stores.fleet, folder + QStringLiteral("/stowage.db"));
    addStore(m_self, "series", stores.series, folder + QStringLiteral("/series.db"));
    addStore(m_self, "alerts", stores.alerts, folder + QStringLiteral("/alerts.db"));
    m_self.addQueue(QStringLiteral("samples"), [&series = stores.series] {
        return SelfQueue{{},
                         static_cast<qint64>(series.state().waitingSamples),
                         static_cast<qint64>(series.mostWaiting())};
    });
    m_self.addQueue(QStringLiteral("events"), [&log = stores.alerts] { return queueOf(log); });
    m_self.addQueue(QStringLiteral("reports"), [&book = m_desk.book()] {
        return SelfQueue{{}, static_cast<qint64>(book.waiting())};
    });
    m_self.addQueue(QStringLiteral("transitions"), [&incidents = m_desk.incidents()] {
        return SelfQueue{{}, static_cast<qint64>(incidents.waiting())};
    });
}

void OwnWatch::watchRequests(const HttpEngine& http)
{
    m_self.addQueue(QStringLiteral("requests"), [&http] {
        const EndpointLoad load = http.load();
        return SelfQueue{{}, load.waiting, 0, load.underWay};
    });
}

void OwnWatch::takeLastKnown(const Fleet& fleet, const HostBook& hosts)
{
    for (const Source& source : fleet.sources()) {
        if (!source.isAlive) {
            continue;
        }
        Delta delta;
        delta.source = source.status.id;
        delta.generation = source.generation;
        delta.at = source.status.lastAnswer;
        delta.status = source.status;
        for (const Node& node : fleet.nodes()) {
            if (node.isAlive && std::ranges::binary_search(node.sources, source.id)) {
                delta.nodes.push_back(node.seen);
            }
        }
        m_live.apply(delta);
    }
    m_live.flush();
    m_liveHosts.setDecisions(hosts.decisions());
    m_liveHosts.restore(hosts.kept());
    m_liveHosts.flush();
}

/// What stands by the log alone and was not recalled before.
std::vector<RecalledAlert> OwnWatch::recallable()
{
    std::vector<RecalledAlert> standing;
    for (const Alert& alert : m_desk.book().alerts()) {
        const bool isByLog = std::ranges::any_of(alert.witnesses, [](const AlertWitness& witness) {
            return witness.source == RuleEngine::source() && witness.key.isEmpty();
        });
        if (isByLog && alert.isOpen() && !m_recalled.contains(alert.key)) {
            m_recalled.insert(alert.key);
            standing.push_back({alert.key, alert.name, alert.since});
        }
    }
    return standing;
}

/// A log that could not be read at the start is read later: what it has then the rules have not judged yet.
void OwnWatch::report(const AlertReport& report, const QStringList& doubtful)
{
    QStringList unsure = doubtful;
    const std::vector<RecalledAlert> late = recallable();
    if (!late.empty()) {
        m_gatherer.recall(late);
        for (const RecalledAlert& alert : late) {
            unsure << alert.key;
        }
    }
    m_desk.takeReport(RuleEngine::source(), report, unsure);
}

void OwnWatch::take(const Delta& delta)
{
    Delta told;
    told.source = delta.source;
    told.generation = delta.generation;
    told.at = delta.at;
    told.nodes = delta.nodes;
    told.removedNodes = delta.removedNodes;
    told.status = delta.status;
    told.metrics = delta.metrics;
    m_live.apply(told);
    m_liveHosts.apply(delta); // which looks at nothing but hosts and their samples
}

void OwnWatch::judgeAges()
{
    m_live.judgeAges();
    m_liveHosts.judgeAges();
    m_clock.after(std::chrono::seconds{1}, this, [this] { judgeAges(); });
}

void OwnWatch::judgeNow()
{
    m_live.judgeAges();
    m_live.flush();
    m_liveHosts.judgeAges();
    m_liveHosts.flush();
    m_gatherer.gatherNow();
}

void OwnWatch::watchServers(const std::vector<DoctorTarget>& targets)
{
    for (const DoctorTarget& target : targets) {
        for (const DoctorEndpoint& server : target.endpoints) {
            const QUrl url = QUrl::fromEncoded(server.endpoint.baseUrl);
            const int usual = url.scheme() == QLatin1String("https") ? Https : Http;
            // What a proxy reaches from where it stands cannot be tried from here.
            const int port = server.endpoint.proxy.isEmpty() ? url.port(usual) : 0;
            m_names.watch(target.sourceId, {url.host()}, static_cast<quint16>(port));
        }
    }
    m_scout.setTargets(targets);
    m_scout.start();
}

} // namespace stowage
