// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/Profile.h"

namespace stowage {

QString riskName(Risk risk)
{
    switch (risk) {
    case Risk::Development:
        return QStringLiteral("development");
    case Risk::Staging:
        return QStringLiteral("staging");
    case Risk::Production:
        break;
    }
    return QStringLiteral("production");
}

QString sourceKindName(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Registry:
        return QStringLiteral("registry");
    case SourceKind::Spegel:
        return QStringLiteral("spegel");
    case SourceKind::Beszel:
        return QStringLiteral("beszel");
    case SourceKind::Prometheus:
        return QStringLiteral("prometheus");
    case SourceKind::Alertmanager:
        return QStringLiteral("alertmanager");
    case SourceKind::Nixery:
        break;
    }
    return QStringLiteral("nixery");
}

bool isConnectable(SourceKind kind)
{
    return kind == SourceKind::Registry || kind == SourceKind::Spegel || kind == SourceKind::Prometheus ||
           kind == SourceKind::Beszel || kind == SourceKind::Alertmanager;
}

PlacementPolicies Profile::policies() const
{
    PlacementPolicies policies{placement, coverage, keyImages, {}};
    for (const NodeProfile& node : nodes) {
        policies.nodes.push_back({node.name, node.aliases, node.labels});
    }
    return policies;
}

} // namespace stowage
