// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentRules.h"

namespace stowage {

QStringList IncidentRules::defaultJoiningLabels()
{
    return {
        QStringLiteral("backend"),     QStringLiteral("bucket"),     QStringLiteral("daemonset"),
        QStringLiteral("database"),    QStringLiteral("deployment"), QStringLiteral("digest"),
        QStringLiteral("domain"),      QStringLiteral("image"),      QStringLiteral("queue"),
        QStringLiteral("repository"),  QStringLiteral("rollout"),    QStringLiteral("service"),
        QStringLiteral("statefulset"), QStringLiteral("storage"),    QStringLiteral("upstream"),
    };
}

QStringList IncidentRules::defaultAlone()
{
    return {QStringLiteral("certificate-ending")};
}

} // namespace stowage
