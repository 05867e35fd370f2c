// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/LayerStanding.h"

#include <QCoreApplication>

#include <limits>

namespace stowage {

QString layerStandingName(LayerStanding standing)
{
    switch (standing) {
    case LayerStanding::None:
        return QStringLiteral("none");
    case LayerStanding::Single:
        return QStringLiteral("single");
    case LayerStanding::Fine:
        return QStringLiteral("fine");
    case LayerStanding::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString layerStandingText(LayerStanding standing)
{
    switch (standing) {
    case LayerStanding::None:
        return QCoreApplication::translate("LayerStanding", "no copy");
    case LayerStanding::Single:
        return QCoreApplication::translate("LayerStanding", "one copy");
    case LayerStanding::Fine:
        return QCoreApplication::translate("LayerStanding", "several copies");
    case LayerStanding::Unknown:
        break;
    }
    return QCoreApplication::translate("LayerStanding", "no answer yet");
}

LayerStanding standingOf(const Layer& layer)
{
    if (layer.held == 0) {
        return layer.absent == 0 ? LayerStanding::Unknown : LayerStanding::None;
    }
    return layer.held == 1 ? LayerStanding::Single : LayerStanding::Fine;
}

bool isAtRisk(const Layer& layer)
{
    const LayerStanding standing = standingOf(layer);
    return layer.isAlive && layer.kind == ContentKind::Layer &&
           (standing == LayerStanding::None || standing == LayerStanding::Single);
}

qint64 riskWeight(const Layer& layer)
{
    qint64 weight = 0;
    const auto pullers = static_cast<qint64>(layer.images.size());
    return __builtin_mul_overflow(layer.descriptor.bytes, pullers, &weight)
               ? std::numeric_limits<qint64>::max()
               : weight;
}

} // namespace stowage
