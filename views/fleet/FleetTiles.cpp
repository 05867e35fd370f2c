// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/FleetTiles.h"

#include "models/core/Time.h"
#include "models/fleet/FleetSummary.h"
#include "models/metrics/MetricWords.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Tile.h"

#include <QHBoxLayout>
#include <QLocale>

namespace stowage {

namespace {

constexpr int TileCount = 7;

QString number(quint32 value)
{
    return QLocale(QLocale::English).toString(value);
}

/// A colour only where somebody should look.
Token inkUnless(bool fine, Token otherwise)
{
    return fine ? Token::Text : otherwise;
}

} // namespace

FleetTiles::FleetTiles(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    for (int i = 0; i < TileCount; ++i) {
        m_tiles.push_back(new Tile(theme, this));
        row->addWidget(m_tiles.back(), 1);
    }
    setSummary({});
    setMetrics({});
}

void FleetTiles::setSummary(const FleetSummary& fleet)
{
    const quint32 live = fleet.nodesIn(NodeState::Live);
    const quint32 gone = fleet.nodesIn(NodeState::Gone);
    const quint32 unable = fleet.nodesIn(NodeState::Unable);
    const quint32 fresh = fleet.sourcesIn(Freshness::Live);
    const QString sourcesNote = fleet.sources == 0       ? tr("none is configured")
                                : fresh == fleet.sources ? tr("all answer")
                                                         : tr("key 5 shows why not");
    const QString dash = QStringLiteral("–");
    const bool isNamed = fleet.nodes > 0;
    const bool isKnown = fleet.nodesIn(NodeState::Unseen) < fleet.nodes;
    const QString untold = isNamed ? tr("no node has answered yet") : tr("no source tells of nodes");
    m_tiles[0]->setText(
        {tr("Nodes live"), isKnown ? number(live) : dash,
         isNamed ? tr("of %1").arg(number(fleet.nodes)) : QString(),
         isKnown ? tr("stale %1 · not seen yet %2")
                       .arg(number(fleet.nodesIn(NodeState::Stale)), number(fleet.nodesIn(NodeState::Unseen)))
                 : untold,
         inkUnless(!isKnown || live == fleet.nodes, Token::Warning)});
    m_tiles[1]->setText({tr("Gone or unable"),
                         isKnown ? number(gone + unable) : dash,
                         {},
                         isKnown ? tr("gone %1 · unable %2").arg(number(gone), number(unable)) : untold,
                         inkUnless(gone + unable == 0, gone > 0 ? Token::Critical : Token::Warning)});
    showInventory(fleet);
    m_tiles[6]->setText({tr("Sources fresh"), number(fresh), tr("of %1").arg(number(fleet.sources)),
                         sourcesNote, inkUnless(fresh == fleet.sources, Token::Warning)});
}

/// Of all requests of five minutes together, with how many nodes tell it.
void FleetTiles::setMetrics(const PeerMetricsSum& sum)
{
    constexpr double P95 = 0.95;
    const auto& cache = sum.cache[static_cast<size_t>(MetricWindow::FiveMinutes)];
    const QString told = tr("%1 of %2 nodes tell it").arg(number(cache.nodes), number(sum.nodes));
    const QString note =
        sum.breaches > 0 ? tr("beyond a threshold: %1 · %2").arg(number(sum.breaches), told)
        : sum.resolve.value.total > 0
            ? tr("found in %1 (p95) · %2").arg(formatQuantile(sum.resolveQuantile(P95)), told)
        : cache.nodes > 0 ? told
                          : tr("no peer tells it yet");
    m_tiles[5]->setText({tr("Served by peers"),
                         formatPercent(sum.hitPercent(MetricWindow::FiveMinutes)),
                         {},
                         note,
                         inkUnless(sum.breaches == 0, Token::Warning)});
}

/// What nobody has read is a dash with its reason, never a nought.
void FleetTiles::showInventory(const FleetSummary& fleet)
{
    const QString dash = QStringLiteral("–");
    const bool isRead = fleet.isInventoryKnown;
    const bool isAsked = fleet.answeredLayers > 0 || (isRead && fleet.layers == 0);
    const QString unread = tr("no registry has been read yet");
    m_tiles[2]->setText({tr("Images"),
                         isRead ? number(fleet.images) : dash,
                         {},
                         isRead ? tr("with a layer of one copy: %1").arg(number(fleet.singleImages)) : unread,
                         Token::Text});
    m_tiles[3]->setText({tr("Layers"),
                         isRead ? number(fleet.layers) : dash,
                         {},
                         isRead ? tr("%1 unique").arg(formatBytes(fleet.layerBytes)) : unread,
                         Token::Text});
    m_tiles[4]->setText({tr("One copy left"), isAsked ? number(fleet.singleLayers) : dash,
                         isAsked ? tr("of %1 layers").arg(number(fleet.layers)) : QString(),
                         isAsked  ? tr("%1 on a single node").arg(formatBytes(fleet.singleBytes))
                         : isRead ? tr("no node has been asked yet")
                                  : unread,
                         inkUnless(fleet.singleLayers == 0, Token::Warning)});
}

} // namespace stowage
