// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationJudge.h"

#include <QCoreApplication>

#include <algorithm>

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
    case NotificationKind::Unowned:
        return Words::tr("still nobody's: %1").arg(incident.title);
    case NotificationKind::Resolved:
        return Words::tr("over: %1").arg(incident.title);
    default:
        return incident.title;
    }
}

QString severityTitle(const Incident& incident, AlertSeverity before)
{
    if (incident.severity == AlertSeverity::Critical) {
        return Words::tr("now critical: %1").arg(incident.title);
    }
    return incident.severity > before ? Words::tr("more severe now: %1").arg(incident.title)
                                      : Words::tr("less severe now: %1").arg(incident.title);
}

/// Two turns of one incident are two words; a second look at one turn is none. `turn`: of severity, which may
/// become what it was before.
QString idOf(NotificationKind kind, const Incident& incident, quint32 turn)
{
    const QString id = QStringLiteral("%1/%2/%3/%4")
                           .arg(incident.id, notificationKindName(kind))
                           .arg(incident.reopened)
                           .arg(alertSeverityName(incident.severity));
    return turn == 0 ? id : id + QLatin1Char('/') + QString::number(turn);
}

bool isKind(const QString& name, NotificationKind kind)
{
    return name == notificationKindName(kind);
}

} // namespace

void NotificationJudge::restore(std::span<const AlertEvent> sent)
{
    for (const AlertEvent& event : sent) {
        if (event.kind == AlertEventKind::NoticeSent && !event.incident.isEmpty()) {
            restoreOne(event);
        }
    }
}

/// By the notice's id, see idOf(): a digest's event has the digest's severity and not the incident's. A slow
/// channel may have told an earlier turn after a quick one told a later.
void NotificationJudge::restoreOne(const AlertEvent& sent)
{
    constexpr qsizetype LeastParts = 4;
    const QStringList parts = sent.other.split(u'/');
    if (parts.size() < LeastParts || parts.size() > LeastParts + 1) {
        return;
    }
    const quint32 reopened = parts[2].toUInt();
    Told& told = m_told[sent.incident];
    if (told.since == Timestamp{} || reopened > told.reopened) {
        told = {};
        told.since = sent.at;
        told.reopened = reopened;
        told.severity = severityOf(parts[3]);
    } else if (reopened < told.reopened) {
        return;
    }
    const quint32 turn = parts.value(LeastParts).toUInt();
    if (turn > told.turns) {
        told.turns = turn;
        told.severity = severityOf(parts[3]);
    }
    told.isUnownedTold = told.isUnownedTold || isKind(parts[1], NotificationKind::Unowned);
    told.isResolvedTold = told.isResolvedTold || isKind(parts[1], NotificationKind::Resolved);
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
        m_told.insert(incident.id, {incident.severity, now, incident.reopened});
        return notice(NotificationKind::Opened, incident, now);
    }
    found->since = std::min(found->since, now); // a clock that was set back makes nobody's time longer
    if (incident.reopened > found->reopened) {
        *found = {incident.severity, now, incident.reopened};
        return notice(NotificationKind::Reopened, incident, now);
    }
    if (incident.severity != found->severity) {
        Notification told = notice(NotificationKind::Severity, incident, now, ++found->turns);
        told.title = severityTitle(incident, std::exchange(found->severity, incident.severity));
        return told;
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

Notification NotificationJudge::notice(NotificationKind kind, const Incident& incident, Timestamp now,
                                       quint32 turn) const
{
    return {idOf(kind, incident, turn),
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
