// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationJudge.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NotificationJudge)
};

QString titleOf(NotificationKind kind, const Incident& incident)
{
    switch (kind) {
    case NotificationKind::Reopened:
        //: %1 is an incident's title
        return Words::tr("again: %1").arg(incident.title);
    case NotificationKind::Severity:
        return incident.severity == AlertSeverity::Critical
                   ? Words::tr("now critical: %1").arg(incident.title)
                   : Words::tr("less severe now: %1").arg(incident.title);
    case NotificationKind::Unowned:
        return Words::tr("still nobody's: %1").arg(incident.title);
    case NotificationKind::Resolved:
        return Words::tr("over: %1").arg(incident.title);
    default:
        return incident.title;
    }
}

/// Two turns of one incident are two words; a second look at one turn is none.
QString idOf(NotificationKind kind, const Incident& incident)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(incident.id, notificationKindName(kind))
        .arg(incident.reopened)
        .arg(alertSeverityName(incident.severity));
}

} // namespace

void NotificationJudge::restore(std::span<const AlertEvent> sent)
{
    for (const AlertEvent& event : sent) {
        if (event.kind != AlertEventKind::NoticeSent || event.incident.isEmpty()) {
            continue;
        }
        // The notice's id, see idOf().
        const QStringList parts = event.other.split(u'/');
        if (parts.size() != 4) {
            continue;
        }
        Told& told = m_told[event.incident];
        told.severity = event.severity;
        told.since = told.since == Timestamp{} ? event.at : told.since;
        told.reopened = std::max(told.reopened, parts[2].toUInt());
        told.isUnownedTold =
            told.isUnownedTold || parts[1] == notificationKindName(NotificationKind::Unowned);
        told.isResolvedTold = parts[1] == notificationKindName(NotificationKind::Resolved);
    }
}

void NotificationJudge::rename(const QString& from, const QString& to)
{
    const auto found = m_told.constFind(from);
    if (found != m_told.cend() && from != to) {
        const Told told = *found;
        m_told.erase(found);
        if (!m_told.contains(to)) {
            m_told.insert(to, told);
        }
    }
}

std::optional<Notification> NotificationJudge::judge(const Incident& incident, Timestamp now)
{
    const auto found = m_told.find(incident.id);
    const bool wasTold = found != m_told.end();
    if (!incident.isOpen()) {
        if (!wasTold || found->isResolvedTold) {
            return std::nullopt;
        }
        const bool isWanted = m_rules.isResolvedTold && !incident.isMuted(now);
        if (isWanted && m_quiet.until(m_rules, now, incident.severity)) {
            return std::nullopt; // in the morning
        }
        found->isResolvedTold = true;
        return isWanted ? std::optional(notice(NotificationKind::Resolved, incident, now)) : std::nullopt;
    }
    if (incident.severity < m_rules.least || isHeld(incident, now)) {
        return std::nullopt;
    }
    if (!wasTold) {
        m_told.insert(incident.id, {incident.severity, now, incident.reopened, false, false});
        return notice(NotificationKind::Opened, incident, now);
    }
    if (incident.reopened > found->reopened) {
        *found = {incident.severity, now, incident.reopened, false, false};
        return notice(NotificationKind::Reopened, incident, now);
    }
    if (incident.severity != found->severity) {
        found->severity = incident.severity;
        return notice(NotificationKind::Severity, incident, now);
    }
    if (isUnownedDue(incident, *found, now)) {
        found->isUnownedTold = true;
        return notice(NotificationKind::Unowned, incident, now);
    }
    return std::nullopt;
}

std::optional<Notification> NotificationJudge::late(const Incident& incident, Timestamp now) const
{
    if (!incident.isOpen() || incident.severity < m_rules.least || !m_told.contains(incident.id) ||
        isHeld(incident, now)) {
        return std::nullopt;
    }
    return notice(incident.reopened > 0 ? NotificationKind::Reopened : NotificationKind::Opened, incident,
                  now);
}

std::optional<Timestamp> NotificationJudge::dueAt(const Incident& incident, Timestamp now) const
{
    const auto found = m_told.constFind(incident.id);
    if (!incident.isOpen()) {
        const bool isToTell = found != m_told.cend() && !found->isResolvedTold;
        return isToTell ? m_quiet.until(m_rules, now, incident.severity) : std::nullopt;
    }
    if (incident.severity < m_rules.least) {
        return std::nullopt;
    }
    if (incident.isMuted(now)) {
        return incident.mutedUntil;
    }
    if (const std::optional<Timestamp> until = m_quiet.until(m_rules, now, incident.severity)) {
        return until;
    }
    const bool isTaken = !incident.owner.isEmpty() || incident.acknowledgedAt != Timestamp{};
    if (found == m_told.cend() || found->isUnownedTold || isTaken || m_rules.unownedAfter.count() == 0) {
        return std::nullopt;
    }
    return std::max(now, found->since + Millis{m_rules.unownedAfter});
}

bool NotificationJudge::isHeld(const Incident& incident, Timestamp now) const
{
    return incident.isMuted(now) || m_quiet.until(m_rules, now, incident.severity).has_value();
}

bool NotificationJudge::isUnownedDue(const Incident& incident, const Told& told, Timestamp now) const
{
    return m_rules.unownedAfter.count() > 0 && !told.isUnownedTold && incident.owner.isEmpty() &&
           incident.acknowledgedAt == Timestamp{} && now - told.since >= m_rules.unownedAfter;
}

Notification NotificationJudge::notice(NotificationKind kind, const Incident& incident, Timestamp now) const
{
    return {idOf(kind, incident),
            kind,
            incident.id,
            incident.severity,
            titleOf(kind, incident),
            incident.detail,
            {},
            {},
            incident.told,
            now,
            QStringLiteral("stowage://incident/%1").arg(incident.id)};
}

} // namespace stowage
