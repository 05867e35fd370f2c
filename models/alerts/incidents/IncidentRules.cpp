// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentRules.h"

namespace stowage {

QStringList IncidentRules::defaultJoiningLabels()
{
    return {
        QStringLiteral("backend"),  QStringLiteral("bucket"),      QStringLiteral("daemonset"),
        QStringLiteral("database"), QStringLiteral("deployment"),  QStringLiteral("digest"),
        QStringLiteral("domain"),   QStringLiteral("host"),        QStringLiteral("image"),
        QStringLiteral("node"),     QStringLiteral("peer"),        QStringLiteral("queue"),
        QStringLiteral("registry"), QStringLiteral("repository"),  QStringLiteral("rollout"),
        QStringLiteral("storage"),  QStringLiteral("statefulset"), QStringLiteral("upstream"),
    };
}

QStringList IncidentRules::defaultOfLostCopies()
{
    return {
        QStringLiteral("coverage-broken"),
        QStringLiteral("key-image-lost"),
        QStringLiteral("key-image-missing"),
        QStringLiteral("single-holder"),
    };
}

QStringList IncidentRules::defaultGone()
{
    return {
        QStringLiteral("HostDown"),  QStringLiteral("InstanceDown"), QStringLiteral("KubeletDown"),
        QStringLiteral("NodeDown"),  QStringLiteral("Status"),       QStringLiteral("TargetDown"),
        QStringLiteral("node-gone"),
    };
}

QStringList IncidentRules::defaultDarkLines()
{
    return {QStringLiteral("v6-dark")};
}

QStringList IncidentRules::defaultAlone()
{
    return {QStringLiteral("certificate-ends"), QStringLiteral("certificate-ended")};
}

} // namespace stowage
