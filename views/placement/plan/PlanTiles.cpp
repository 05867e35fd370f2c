// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/plan/PlanTiles.h"

#include "views/theme/Metrics.h"

#include <QHBoxLayout>

#include <set>

namespace stowage {

namespace {

QString shareText(qint64 part, qint64 whole)
{
    if (whole <= 0) {
        return {};
    }
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return PlanTiles::tr("%1 % of the bytes").arg(percent, 0, 'f', percent < 10 && part > 0 ? 1 : 0);
}

TileText stepsTile(const PrewarmPlan& plan)
{
    std::set<QString> nodes;
    for (const PrewarmStep& step : plan.steps) {
        nodes.insert(step.node);
    }
    TileText tile{PlanTiles::tr("Pulls"), QString::number(plan.steps.size()), {}, {}};
    if (!plan.steps.empty()) {
        tile.suffix = PlanTiles::tr("in %n wave(s)", nullptr, static_cast<int>(plan.waves()));
        tile.note = PlanTiles::tr("on %n node(s)", nullptr, static_cast<int>(nodes.size()));
    }
    return tile;
}

TileText bytesTile(const PrewarmPlan& plan)
{
    const QString goal =
        plan.goal ? PlanTiles::tr("for %1 copies in %2 zones").arg(plan.goal->copies).arg(plan.goal->zones)
                  : PlanTiles::tr("for each image's own goal");
    return {PlanTiles::tr("To fetch"), formatBytes(plan.bytes()), {}, goal};
}

TileText timeTile(const PrewarmPlan& plan)
{
    const bool isMeasured = (plan.isPeerRateMeasured || plan.peerBytes() == 0) &&
                            (plan.isUpstreamRateMeasured || plan.upstreamBytes() == 0);
    TileText tile{PlanTiles::tr("Takes about"), formatDuration(plan.time()), {}, {}};
    if (!plan.steps.empty()) {
        tile.note = isMeasured ? PlanTiles::tr("by measured speeds") : PlanTiles::tr("by assumed speeds");
    }
    return tile;
}

TileText refusedTile(const PrewarmPlan& plan)
{
    TileText tile{PlanTiles::tr("Cannot be met"),
                  QString::number(plan.refused.size()),
                  {},
                  PlanTiles::tr("every image can have its copies")};
    if (!plan.refused.empty()) {
        tile.note = PlanTiles::tr("the reasons stand beside");
        tile.ink = Token::Warning;
    }
    return tile;
}

} // namespace

std::array<TileText, 6> planTiles(const PrewarmPlan& plan)
{
    const qint64 bytes = plan.bytes();
    return {
        stepsTile(plan),
        bytesTile(plan),
        {PlanTiles::tr("From peers"), formatBytes(plan.peerBytes()), {}, shareText(plan.peerBytes(), bytes)},
        {PlanTiles::tr("From upstream"),
         formatBytes(plan.upstreamBytes()),
         {},
         shareText(plan.upstreamBytes(), bytes)},
        timeTile(plan),
        refusedTile(plan)};
}

PlanTiles::PlanTiles(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    for (Tile*& tile : m_tiles) {
        tile = new Tile(theme);
        row->addWidget(tile, 1);
    }
}

void PlanTiles::setPlan(const PrewarmPlan& plan)
{
    const auto texts = planTiles(plan);
    for (size_t i = 0; i < texts.size(); ++i) {
        m_tiles[i]->setText(texts[i]);
    }
}

} // namespace stowage
