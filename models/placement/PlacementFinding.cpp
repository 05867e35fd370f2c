// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementFinding.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlacementFinding)
};

} // namespace

QString placementFindingName(PlacementFindingKind kind)
{
    switch (kind) {
    case PlacementFindingKind::KeyImageNotWhole:
        return QStringLiteral("keyImageNotWhole");
    case PlacementFindingKind::NoHolder:
        return QStringLiteral("noHolder");
    case PlacementFindingKind::ManifestWithoutLayers:
        return QStringLiteral("manifestWithoutLayers");
    case PlacementFindingKind::AdvertisedNotServable:
        return QStringLiteral("advertisedNotServable");
    case PlacementFindingKind::WrongLength:
        return QStringLiteral("wrongLength");
    case PlacementFindingKind::CoverageBroken:
        return QStringLiteral("coverageBroken");
    case PlacementFindingKind::SingleHolder:
        break;
    }
    return QStringLiteral("singleHolder");
}

QString placementFindingText(PlacementFindingKind kind)
{
    switch (kind) {
    case PlacementFindingKind::KeyImageNotWhole:
        return Words::tr("key image not whole");
    case PlacementFindingKind::NoHolder:
        return Words::tr("no copy");
    case PlacementFindingKind::ManifestWithoutLayers:
        return Words::tr("manifest without layers");
    case PlacementFindingKind::AdvertisedNotServable:
        return Words::tr("advertised, not served");
    case PlacementFindingKind::WrongLength:
        return Words::tr("wrong length");
    case PlacementFindingKind::CoverageBroken:
        return Words::tr("below its goal");
    case PlacementFindingKind::SingleHolder:
        break;
    }
    return Words::tr("one copy");
}

QString findingSeverityName(FindingSeverity severity)
{
    return severity == FindingSeverity::Critical ? QStringLiteral("critical") : QStringLiteral("warning");
}

} // namespace stowage
