// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmPlan.h"

#include "models/core/Bytes.h"

namespace stowage {
namespace {

template <class Range, class BytesOf>
qint64 sum(const Range& range, BytesOf bytesOf)
{
    qint64 total = 0;
    for (const auto& item : range) {
        total = addBytes(total, bytesOf(item));
    }
    return total;
}

} // namespace

qint64 PrewarmStep::peerBytes() const
{
    return sum(supplies, [](const PrewarmSupply& supply) { return supply.isUpstream() ? 0 : supply.bytes; });
}

qint64 PrewarmStep::upstreamBytes() const
{
    return sum(supplies, [](const PrewarmSupply& supply) { return supply.isUpstream() ? supply.bytes : 0; });
}

qint64 PrewarmPlan::bytes() const
{
    return sum(steps, [](const PrewarmStep& step) { return step.bytes; });
}

qint64 PrewarmPlan::peerBytes() const
{
    return sum(steps, [](const PrewarmStep& step) { return step.peerBytes(); });
}

qint64 PrewarmPlan::upstreamBytes() const
{
    return sum(steps, [](const PrewarmStep& step) { return step.upstreamBytes(); });
}

Millis PrewarmPlan::time() const
{
    return Millis{sum(waveTimes, [](Millis wave) { return qint64{wave.count()}; })};
}

QString prewarmObstacleName(PrewarmObstacle obstacle)
{
    switch (obstacle) {
    case PrewarmObstacle::NoPlatform:
        return QStringLiteral("noPlatform");
    case PrewarmObstacle::UnknownCells:
        return QStringLiteral("unknownCells");
    case PrewarmObstacle::NoDisk:
        return QStringLiteral("noDisk");
    case PrewarmObstacle::FewZones:
        return QStringLiteral("fewZones");
    case PrewarmObstacle::FewNodes:
        break;
    }
    return QStringLiteral("fewNodes");
}

} // namespace stowage
