// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/NowTiles.h"

#include "models/hosts/HostBook.h"
#include "models/metrics/MetricInfo.h"
#include "models/placement/PlacementWatch.h"
#include "views/now/IncidentWords.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

using namespace std::chrono_literals;

constexpr double WarningFactor = 2; ///< times its usual
constexpr double CriticalFactor = 5;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString dash()
{
    return QStringLiteral("–");
}

TileText incidentsTile(const IncidentCounts& counts)
{
    TileText tile{NowTiles::tr("Incidents open"), number(counts.open()), {}, {}};
    if (counts.critical > 0) {
        tile.value = number(counts.critical);
        tile.ink = Token::Critical;
        tile.suffix = counts.warning > 0 ? NowTiles::tr("+%1").arg(number(counts.warning)) : QString();
        tile.suffixInk = Token::Warning;
    } else if (counts.warning > 0) {
        tile.value = number(counts.warning);
        tile.ink = Token::Warning;
        tile.suffix = counts.warning == 1 ? NowTiles::tr("warning") : NowTiles::tr("warnings");
    }
    if (counts.open() == 0) {
        tile.note = counts.resolved == 0 ? NowTiles::tr("nothing is wrong")
                                         : NowTiles::tr("%Ln over since yesterday", nullptr, counts.resolved);
    } else if (counts.unknown > 0) {
        tile.note = NowTiles::tr("%1 folded · unknown: %2")
                        .arg(words::alertCount(counts.alerts), number(counts.unknown));
    } else {
        tile.note =
            NowTiles::tr("%1 folded into %2").arg(words::alertCount(counts.alerts), number(counts.open()));
    }
    return tile;
}

/// Machines and services by what their sources say.
TileText hostsTile(const HostBook& book)
{
    int all = 0;
    int up = 0;
    int down = 0;
    int paused = 0;
    for (const Host& host : book.hosts()) {
        if (!host.isAlive || host.isDuplicate) {
            continue;
        }
        ++all;
        const bool isFresh = host.freshness == Freshness::Live;
        up += host.state == HostState::Up && isFresh ? 1 : 0;
        down += host.state == HostState::Down ? 1 : 0;
        paused += host.state == HostState::Paused ? 1 : 0;
    }
    TileText tile{NowTiles::tr("Hosts"), number(up), NowTiles::tr("of %1 up").arg(number(all)), {}};
    const int unknown = all - up - down - paused;
    tile.note = NowTiles::tr("%1 gone · %2 unknown").arg(number(down), number(unknown));
    if (paused > 0) {
        tile.note += NowTiles::tr(" · %1 paused").arg(number(paused));
    }
    if (all == 0) {
        return {tile.label, dash(), {}, NowTiles::tr("no source tells of hosts")};
    }
    tile.ink = down > 0 || unknown > 0 ? Token::Warning : Token::Text;
    return tile;
}

TileText nodesTile(const FleetSummary& fleet)
{
    const quint32 live = fleet.nodesIn(NodeState::Live);
    const quint32 gone = fleet.nodesIn(NodeState::Gone) + fleet.nodesIn(NodeState::Unable);
    TileText tile{NowTiles::tr("Nodes"), number(live), NowTiles::tr("of %1 live").arg(number(fleet.nodes)),
                  NowTiles::tr("%1 gone or unable · %2 unknown")
                      .arg(number(gone), number(qint64{fleet.nodes} - live - gone))};
    if (fleet.nodes == 0) {
        return {tile.label, dash(), {}, NowTiles::tr("no source tells of nodes")};
    }
    tile.ink = live == fleet.nodes ? Token::Text : Token::Warning;
    return tile;
}

/// How many layers came to a single copy within the hour, as far as it was seen.
QString freshSingles(const PlacementWatch* placement, Timestamp now)
{
    qint64 layers = 0;
    Timestamp since = now;
    for (const PlacementFinding& finding :
         placement == nullptr ? std::vector<PlacementFinding>() : placement->findings()) {
        if (finding.kind == PlacementFindingKind::SingleHolder && finding.isSinceExact &&
            finding.since > now - 1h) {
            layers += static_cast<qint64>(finding.layers.size());
            since = std::min(since, finding.since);
        }
    }
    return layers == 0 ? QString()
                       : NowTiles::tr(" · %1 new since %2").arg(number(layers), words::shortTime(since, now));
}

TileText singlesTile(const FleetSummary& fleet, const PlacementWatch* placement, Timestamp now)
{
    TileText tile{NowTiles::tr("Layers with one copy"), dash(), {}, {}};
    if (fleet.answeredLayers == 0) {
        tile.note = fleet.isInventoryKnown ? NowTiles::tr("no node has been asked yet")
                                           : NowTiles::tr("no registry has been read yet");
        return tile;
    }
    tile.value = number(fleet.singleLayers);
    tile.ink = fleet.singleLayers > 0 ? Token::Warning : Token::Text;
    tile.note = fleet.singleLayers > 0 ? formatBytes(fleet.singleBytes) + freshSingles(placement, now)
                                       : NowTiles::tr("all on two nodes or more");
    return tile;
}

QString percent(double value)
{
    return NowTiles::tr("%1 %").arg(QString::number(value, 'f', value >= 99.95 ? 0 : 1));
}

TileText servedTile(const PeerMetricsSum& sum)
{
    constexpr double Slight = 0.05;
    TileText tile{NowTiles::tr("Pulls served by peers"), dash(), {}, NowTiles::tr("no peer tells it yet")};
    const std::optional<double> now = sum.hitPercent(MetricWindow::FiveMinutes);
    const std::optional<double> hour = sum.hitPercent(MetricWindow::Hour);
    if (!now) {
        return tile;
    }
    tile.value = percent(*now);
    tile.note = NowTiles::tr("of the last 5 minutes");
    if (hour) {
        const double change = *now - *hour;
        const QString points = QString::number(std::abs(change), 'f', 1);
        tile.note = std::abs(change) < Slight ? NowTiles::tr("as over the last hour")
                    : change < 0              ? NowTiles::tr("−%1 points against the last hour").arg(points)
                                              : NowTiles::tr("+%1 points against the last hour").arg(points);
    }
    tile.ink = sum.breaches > 0 ? Token::Warning : Token::Text;
    return tile;
}

TileText registryTile(const std::optional<RegistryLatency>& registry)
{
    TileText tile{NowTiles::tr("Registry p95"), dash(), {}, NowTiles::tr("no registry tells it")};
    if (!registry) {
        return tile;
    }
    tile.value = formatMetric(MetricUnit::Seconds, registry->p95Seconds);
    tile.note = registry->host;
    if (registry->usualSeconds && *registry->usualSeconds > 0) {
        const double factor = registry->p95Seconds / *registry->usualSeconds;
        tile.note = NowTiles::tr("%1× its usual %2 · %3")
                        .arg(QString::number(factor, 'f', factor < 9.5 ? 1 : 0),
                             formatMetric(MetricUnit::Seconds, *registry->usualSeconds), registry->host);
        tile.ink = factor >= CriticalFactor  ? Token::Critical
                   : factor >= WarningFactor ? Token::Warning
                                             : Token::Text;
    }
    return tile;
}

TileText sourcesTile(const Fleet& fleet, Timestamp now)
{
    int all = 0;
    int fresh = 0;
    const SourceStatus* worst = nullptr;
    for (const Source& source : fleet.sources()) {
        if (!source.isAlive) {
            continue;
        }
        ++all;
        const bool isFresh = source.status.state == Freshness::Live;
        fresh += isFresh ? 1 : 0;
        const bool isWorse = !isFresh && (worst == nullptr || source.status.lastAnswer < worst->lastAnswer);
        worst = isWorse ? &source.status : worst;
    }
    TileText tile{NowTiles::tr("Sources"), number(fresh), NowTiles::tr("of %1 fresh").arg(number(all)),
                  NowTiles::tr("all answer")};
    if (all == 0) {
        return {tile.label, dash(), {}, NowTiles::tr("none is configured")};
    }
    if (worst != nullptr) {
        tile.ink = Token::Warning;
        tile.note = worst->lastAnswer == Timestamp{} ? NowTiles::tr("%1 has not answered yet").arg(worst->id)
                                                     //: %1 a source, %2 a state, %3 a duration
                                                     : NowTiles::tr("%1 %2 %3")
                                                           .arg(worst->id, words::freshness(worst->state),
                                                                words::age(worst->lastAnswer, now));
    }
    return tile;
}

bool hasHosts(const HostBook* book)
{
    return book != nullptr && std::ranges::any_of(book->hosts(), &Host::isAlive);
}

} // namespace

IncidentCounts countIncidents(std::span<const Incident> incidents)
{
    IncidentCounts counts;
    for (const Incident& incident : incidents) {
        if (!incident.isOpen()) {
            ++counts.resolved;
            continue;
        }
        int& kind = incident.severity == AlertSeverity::Critical  ? counts.critical
                    : incident.severity == AlertSeverity::Warning ? counts.warning
                                                                  : counts.other;
        ++kind;
        counts.unknown += incident.state == IncidentState::Unknown ? 1 : 0;
        counts.alerts += static_cast<int>(incident.members.size());
        const bool isWeighty = incident.severity != AlertSeverity::Info;
        counts.unseen += isWeighty && incident.acknowledgedAt == Timestamp{} ? 1 : 0;
    }
    return counts;
}

std::optional<RegistryLatency> slowestRegistry(const HostBook& hosts, Timestamp now)
{
    std::optional<RegistryLatency> slowest;
    for (const Host& host : hosts.hosts()) {
        const HostValue* p95 =
            host.isAlive && host.kind == HostKind::Service ? host.value(u"latency.p95.seconds") : nullptr;
        if (p95 != nullptr && !p95->isStale(now) && (!slowest || p95->value > slowest->p95Seconds)) {
            slowest = RegistryLatency{host.name, p95->value, p95->key(), std::nullopt};
        }
    }
    return slowest;
}

std::array<TileText, NowTileCount> nowTiles(const NowFigures& figures)
{
    return {incidentsTile(figures.incidents),
            hasHosts(figures.hosts) ? hostsTile(*figures.hosts) : nodesTile(figures.summary),
            singlesTile(figures.summary, figures.placement, figures.now),
            servedTile(figures.served),
            registryTile(figures.registry),
            sourcesTile(figures.fleet, figures.now)};
}

NowTiles::NowTiles(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    const std::array<QString, NowTileCount> where{tr("the incidents below"), tr("Hosts, key 4"),
                                                  tr("Placement, key 3"),    tr("Fleet, key 2"),
                                                  tr("Hosts, key 4"),        tr("Sources, key 5")};
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new TileButton(theme);
        m_tiles[i]->setWhere(where[i]);
        row->addWidget(m_tiles[i], 1);
        connect(m_tiles[i], &TileButton::clicked, this, [this, i] { press(i); });
    }
}

void NowTiles::setTexts(const std::array<TileText, NowTileCount>& texts)
{
    for (size_t i = 0; i < texts.size(); ++i) {
        m_tiles[i]->setTile(texts[i]);
    }
}

void NowTiles::press(size_t index)
{
    static const std::array<QString, NowTileCount> pages{
        QString(),
        QStringLiteral("hosts"),
        QStringLiteral("placement"),
        QStringLiteral("fleet"),
        QStringLiteral("hosts"),
        QStringLiteral("sources"),
    };
    constexpr size_t Registry = 4;
    if (index == 0) {
        Q_EMIT incidentsChosen();
    } else {
        Q_EMIT linkActivated({pages[index], index == Registry ? m_registry : QString()});
    }
}

} // namespace stowage
