// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NoticeJudge.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeJudge)
};

QString titleOf(NoticeKind kind, const Incident& incident)
{
    switch (kind) {
    case NoticeKind::Reopened:
        //: %1 is an incident's title
        return Words::tr("again: %1").arg(incident.title);
    case NoticeKind::Severity:
        return incident.severity == AlertSeverity::Critical
                   ? Words::tr("now critical: %1").arg(incident.title)
                   : Words::tr("less severe now: %1").arg(incident.title);
    case NoticeKind::Unowned:
        return Words::tr("still nobody's: %1").arg(incident.title);
    case NoticeKind::Resolved:
        return Words::tr("over: %1").arg(incident.title);
    default:
        return incident.title;
    }
}

/// Two turns of one incident are two words; a second look at one turn is none.
QString idOf(NoticeKind kind, const Incident& incident)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(incident.id, noticeKindName(kind))
        .arg(incident.reopened)
        .arg(alertSeverityName(incident.severity));
}

} // namespace

void NoticeJudge::restore(std::span<const AlertEvent> sent)
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
        told.isUnownedTold = told.isUnownedTold || parts[1] == noticeKindName(NoticeKind::Unowned);
        told.isResolvedTold = parts[1] == noticeKindName(NoticeKind::Resolved);
    }
}

std::optional<Notice> NoticeJudge::judge(const Incident& incident, Timestamp now)
{
    const auto found = m_told.find(incident.id);
    const bool wasTold = found != m_told.end();
    if (!incident.isOpen()) {
        if (!wasTold || found->isResolvedTold) {
            return std::nullopt;
        }
        found->isResolvedTold = true;
        return m_rules.isResolvedTold ? std::optional(notice(NoticeKind::Resolved, incident, now))
                                      : std::nullopt;
    }
    if (incident.severity < m_rules.least || isHeld(incident, now)) {
        return std::nullopt;
    }
    if (!wasTold) {
        m_told.insert(incident.id, {incident.severity, now, incident.reopened, false, false});
        return notice(NoticeKind::Opened, incident, now);
    }
    if (incident.reopened > found->reopened) {
        *found = {incident.severity, now, incident.reopened, false, false};
        return notice(NoticeKind::Reopened, incident, now);
    }
    if (incident.severity != found->severity) {
        found->severity = incident.severity;
        return notice(NoticeKind::Severity, incident, now);
    }
    if (isUnownedDue(incident, *found, now)) {
        found->isUnownedTold = true;
        return notice(NoticeKind::Unowned, incident, now);
    }
    return std::nullopt;
}

std::optional<Timestamp> NoticeJudge::dueAt(const Incident& incident, Timestamp now) const
{
    if (!incident.isOpen() || incident.severity < m_rules.least) {
        return std::nullopt;
    }
    if (incident.isMuted(now)) {
        return incident.mutedUntil;
    }
    if (const std::optional<Timestamp> until = m_rules.quietUntil(now, incident.severity)) {
        return until;
    }
    const auto found = m_told.constFind(incident.id);
    const bool isTaken = !incident.owner.isEmpty() || incident.acknowledgedAt != Timestamp{};
    if (found == m_told.cend() || found->isUnownedTold || isTaken || m_rules.unownedAfter.count() == 0) {
        return std::nullopt;
    }
    return std::max(now, found->since + Millis{m_rules.unownedAfter});
}

bool NoticeJudge::isHeld(const Incident& incident, Timestamp now) const
{
    return incident.isMuted(now) || m_rules.quietUntil(now, incident.severity).has_value();
}

bool NoticeJudge::isUnownedDue(const Incident& incident, const Told& told, Timestamp now) const
{
    return m_rules.unownedAfter.count() > 0 && !told.isUnownedTold && incident.owner.isEmpty() &&
           incident.acknowledgedAt == Timestamp{} && now - told.since >= m_rules.unownedAfter;
}

Notice NoticeJudge::notice(NoticeKind kind, const Incident& incident, Timestamp now) const
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
