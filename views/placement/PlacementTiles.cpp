// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementTiles.h"

#include "views/placement/PlacementWords.h"
#include "views/theme/Metrics.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

QString number(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

/// "9" or "9.5": medians have no other fractions.
QString copies(double value)
{
    return QString::number(value, 'f', value == std::floor(value) ? 0 : 1);
}

QString imageCount(quint32 count)
{
    return count == 1 ? PlacementTiles::tr("1 image")
                      : PlacementTiles::tr("%n images", nullptr, static_cast<int>(count));
}

QString noAnswerYet()
{
    return PlacementTiles::tr("no node has answered yet");
}

TileText layersTile(const PlacementSummary& summary)
{
    if (!summary.fleet.isInventoryKnown) {
        return {PlacementTiles::tr("Layers"),
                QStringLiteral("–"),
                {},
                PlacementTiles::tr("no registry has answered yet")};
    }
    const QString images = imageCount(summary.fleet.images);
    return {PlacementTiles::tr("Layers"),
            number(summary.fleet.layers),
            {},
            //: size of all layers, each counted once; then the number of images
            PlacementTiles::tr("%1 unique · %2").arg(formatBytes(summary.fleet.layerBytes), images)};
}

TileText copiesTile(const PlacementSummary& summary, const GoalShare& goal)
{
    TileText tile{PlacementTiles::tr("Copies"), QStringLiteral("–"), {}, noAnswerYet()};
    if (!summary.fleet.medianCopies) {
        return tile;
    }
    tile.value = copies(*summary.fleet.medianCopies);
    //: beside a number of copies
    tile.suffix = PlacementTiles::tr("median");
    const quint32 unasked = summary.fleet.layers - summary.fleet.answeredLayers;
    tile.note = unasked > 0 ? PlacementTiles::tr("%n never asked for", nullptr, static_cast<int>(unasked))
                            : PlacementTiles::tr("over all layers");
    if (goal.share && goal.goal.copies > 0) {
        tile.note = PlacementTiles::tr("goal ≥ %1 for %2 % of bytes")
                        .arg(goal.goal.copies)
                        .arg(std::floor(*goal.share * 1000) / 10, 0, 'f', 1);
    }
    return tile;
}

TileText singleTile(const PlacementSummary& summary)
{
    TileText tile{PlacementTiles::tr("One copy left"), number(summary.fleet.singleLayers), {}, noAnswerYet()};
    if (summary.fleet.medianCopies) {
        tile.ink = summary.fleet.singleLayers > 0 ? Token::Warning : Token::Text;
        const QString images = imageCount(summary.fleet.singleImages);
        tile.note = summary.fleet.singleLayers > 0
                        ? QStringLiteral("%1 · %2").arg(formatBytes(summary.fleet.singleBytes), images)
                        : PlacementTiles::tr("all on two nodes or more");
    } else {
        tile.value = QStringLiteral("–");
    }
    return tile;
}

TileText noneTile(const Fleet& fleet, const PlacementSummary& summary)
{
    TileText tile{
        PlacementTiles::tr("No copy, needed"), number(summary.fleet.noCopyLayers), {}, noAnswerYet()};
    if (!summary.fleet.medianCopies) {
        tile.value = QStringLiteral("–");
        return tile;
    }
    if (summary.fleet.noCopyLayers == 0) {
        tile.note = PlacementTiles::tr("every layer asked for is held");
        return tile;
    }
    tile.ink = Token::Critical;
    if (summary.noCopyInDoubt == summary.fleet.noCopyLayers) {
        tile.ink = Token::Warning;
        tile.note = PlacementTiles::tr("unless a silent node holds them");
        return tile;
    }
    const auto images = static_cast<int>(summary.incomplete.size());
    tile.note =
        images == 1
            ? PlacementTiles::tr("%1 needs the registry").arg(words::images(fleet, summary.incomplete))
            : PlacementTiles::tr("%n images need the registry", nullptr, images);
    return tile;
}

TileText unknownTile(const Fleet& fleet, const PlacementSummary& summary, Timestamp now)
{
    TileText tile{PlacementTiles::tr("Unknown"), number(static_cast<qint64>(summary.fleet.unknownCells)),
                  PlacementTiles::tr("cells"), PlacementTiles::tr("every node was asked")};
    if (summary.silent.size() == 1) {
        const Node& node = fleet.node(summary.silent.front());
        tile.note = node.changedAt == Timestamp{}
                        ? PlacementTiles::tr("node %1 is silent").arg(words::nodes(fleet, summary.silent))
                        : PlacementTiles::tr("node %1 silent %2")
                              .arg(words::nodes(fleet, summary.silent), formatDuration(now - node.changedAt));
    } else if (!summary.silent.empty()) {
        tile.note = PlacementTiles::tr("silent: %1").arg(words::nodes(fleet, summary.silent));
    } else if (summary.fleet.nodes == 0 || !summary.fleet.isInventoryKnown) {
        tile.value = QStringLiteral("–");
        tile.suffix.clear();
        tile.note = summary.fleet.nodes == 0 ? PlacementTiles::tr("no node is known")
                                             : PlacementTiles::tr("no layer is known");
    } else if (summary.fleet.unknownCells > 0) {
        tile.note = PlacementTiles::tr("not asked yet, or no clear answer");
    }
    return tile;
}

/// "22 k", "840": as many digits as the eye takes in.
QString rate(double perSecond)
{
    if (perSecond >= 10'000) {
        return PlacementTiles::tr("%1 k/s").arg(std::round(perSecond / 1'000));
    }
    return perSecond >= 1'000 ? PlacementTiles::tr("%1 k/s").arg(perSecond / 1'000, 0, 'f', 1)
                              : PlacementTiles::tr("%1/s").arg(std::round(perSecond));
}

/// "2.8 s", "41 s", "3 min".
QString shortTime(Millis time)
{
    return time < Millis{10'000}
               ? PlacementTiles::tr("%1 s").arg(static_cast<double>(time.count()) / 1'000, 0, 'f', 1)
               : formatDuration(time);
}

TileText runningTile(const SweepReport& sweep)
{
    const double share =
        static_cast<double>(sweep.cellsDone) / static_cast<double>(std::max<quint64>(1, sweep.cellsTotal));
    TileText tile{PlacementTiles::tr("Sweep"),
                  PlacementTiles::tr("%1 %").arg(std::floor(share * 100)),
                  {},
                  //: cells asked about, of how many, requests a second
                  PlacementTiles::tr("%1 of %2 cells · %3")
                      .arg(number(static_cast<qint64>(sweep.cellsDone)),
                           number(static_cast<qint64>(sweep.cellsTotal)), rate(sweep.ratePerSecond))};
    if (sweep.isPaused) {
        tile.suffix = PlacementTiles::tr("paused");
        tile.ink = Token::Warning;
    } else if (sweep.last) {
        //: beside how far a sweep is; how long the one before took
        tile.suffix = PlacementTiles::tr("last %1").arg(shortTime(sweep.last->took));
    }
    return tile;
}

TileText sweepTile(const std::optional<SweepReport>& sweep, Timestamp now)
{
    if (sweep && sweep->startedAt && sweep->cellsTotal > 0) {
        return runningTile(*sweep);
    }
    TileText tile{PlacementTiles::tr("Last sweep"),
                  QStringLiteral("–"),
                  {},
                  PlacementTiles::tr("no sweep has ended yet")};
    if (sweep && sweep->last) {
        const SweepRound& last = *sweep->last;
        tile.value = shortTime(last.took);
        //: how long ago the last sweep ended
        tile.suffix = PlacementTiles::tr("%1 ago").arg(formatDuration(now - last.startedAt - last.took));
        tile.note = PlacementTiles::tr("%1 HEADs · %2")
                        .arg(number(static_cast<qint64>(last.requests)), rate(last.requestsPerSecond()));
    }
    if (sweep && sweep->isPaused) {
        tile.suffix = PlacementTiles::tr("paused");
        tile.ink = Token::Warning;
    }
    return tile;
}

} // namespace

std::array<TileText, 6> placementTiles(const Fleet& fleet, const PlacementSummary& summary,
                                       const GoalShare& goal, Timestamp now)
{
    return {layersTile(summary),      copiesTile(summary, goal),        singleTile(summary),
            noneTile(fleet, summary), unknownTile(fleet, summary, now), sweepTile(summary.sweep, now)};
}

PlacementTiles::PlacementTiles(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    for (Tile*& tile : m_tiles) {
        tile = new Tile(theme);
        row->addWidget(tile, 1);
    }
}

void PlacementTiles::setTexts(const std::array<TileText, 6>& texts)
{
    for (size_t i = 0; i < texts.size(); ++i) {
        m_tiles[i]->setText(texts[i]);
    }
}

} // namespace stowage
