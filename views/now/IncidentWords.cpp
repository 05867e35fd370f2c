// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentWords.h"

#include "models/alerts/AlertModel.h"
#include "models/core/Listed.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentWords)
};

} // namespace

Millis lengthOf(const Incident& incident, Timestamp now)
{
    const Timestamp end = incident.isOpen() ? now : incident.resolvedAt;
    return std::max(end - incident.openedAt, Millis{0});
}

namespace words {

Status statusOf(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return Status::Critical;
    case AlertSeverity::Warning:
        return Status::Warning;
    case AlertSeverity::Info:
        break;
    }
    return Status::Fine;
}

Status statusOf(const Incident& incident)
{
    switch (incident.state) {
    case IncidentState::Unknown:
        return Status::NotSeen;
    case IncidentState::Resolved:
        return Status::Fine;
    case IncidentState::Open:
        break;
    }
    return statusOf(incident.severity);
}

Status statusOf(const Alert& alert)
{
    switch (alert.state) {
    case AlertState::Unknown:
    case AlertState::Unjudged:
    case AlertState::Pending:
        return Status::NotSeen;
    case AlertState::Resolved:
        return Status::Fine;
    case AlertState::Firing:
        break;
    }
    return statusOf(alert.severity);
}

QString clipped(const QString& text, qsizetype most)
{
    return text.size() <= most ? text : text.left(most) + QChar(0x2026);
}

QString incidentState(const Incident& incident)
{
    switch (incident.state) {
    case IncidentState::Unknown:
        //: of an incident: the sources that told of it are silent
        return Words::tr("unknown");
    case IncidentState::Resolved:
        return Words::tr("resolved");
    case IncidentState::Open:
        break;
    }
    return alertSeverityText(incident.severity);
}

QString incidentDetail(const Incident& incident, Timestamp now)
{
    QStringList parts;
    if (incident.state == IncidentState::Unknown) {
        //: %1 is a severity
        parts << Words::tr("was %1 when last seen").arg(alertSeverityText(incident.severity));
    }
    if (incident.isMuted(now)) {
        parts << Words::tr("muted for %1").arg(formatDuration(incident.mutedUntil - now));
    }
    if (incident.acknowledgedAt != Timestamp{}) {
        parts << Words::tr("seen by %1").arg(incident.acknowledgedBy);
    }
    if (incident.isStorm) {
        //: many alerts in a short time
        parts << Words::tr("storm");
    }
    if (incident.reopened > 0) {
        parts << Words::tr("reopened %n times", nullptr, static_cast<int>(incident.reopened));
    }
    if (!incident.detail.isEmpty()) {
        parts << clipped(incident.detail);
    }
    return parts.join(QStringLiteral(" · "));
}

QString alertCount(int alerts)
{
    return alerts == 1 ? Words::tr("1 alert") : Words::tr("%Ln alerts", nullptr, alerts);
}

QString incidentInWords(const Incident& incident, int alerts, Timestamp now)
{
    QStringList parts;
    //: the state and the title of an incident
    parts << Words::tr("%1: %2").arg(incidentState(incident), clipped(incident.title));
    const QString detail = incidentDetail(incident, now);
    if (!detail.isEmpty()) {
        parts << detail;
    }
    parts << alertCount(alerts);
    const QString length = formatDuration(lengthOf(incident, now));
    if (!incident.isOpen()) {
        parts << Words::tr("ended %1, after %2").arg(shortTime(incident.resolvedAt, now), length);
    } else {
        parts << Words::tr("open for %1").arg(length)
              << (incident.owner.isEmpty() ? Words::tr("unowned")
                                           : Words::tr("owned by %1").arg(incident.owner));
    }
    return listed(parts);
}

QString shortTime(Timestamp at, Timestamp now)
{
    const QString whole = utcTime(at, now);
    const qsizetype colon = whole.indexOf(QLatin1Char(':'));
    return whole.left(colon + 3);
}

} // namespace words
} // namespace stowage
