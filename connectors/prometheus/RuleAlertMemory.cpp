// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/RuleAlertMemory.h"

#include <algorithm>

namespace stowage {

AlertReport RuleAlertMemory::take(RuleAlerts& rules, const QString& source, Millis now)
{
    if (!rules.isUnjudged) {
        m_unjudgedAt.reset();
    } else if (!m_unjudgedAt) {
        m_unjudgedAt = now;
        m_youngUntil = now + YoungFor;
    }
    AlertReport report;
    report.isWhole = true;
    report.isYoung = m_youngUntil && now < *m_youngUntil;
    m_firing.removeIf([now](const QHash<QString, Since>::iterator& each) {
        return each->missing && now - *each->missing >= YoungFor;
    });
    QHash<QString, Since> firing;
    for (AlertObservation& alert : rules.alerts) {
        const auto before = m_firing.constFind(alert.identity);
        const Timestamp active = alert.startedAt;
        if (before != m_firing.cend() && (alert.phase == AlertPhase::Pending || active == before->active)) {
            alert.phase = AlertPhase::Firing;
            alert.startedAt = before->told;
        }
        if (alert.phase == AlertPhase::Firing) {
            firing.insert(alert.identity, {alert.startedAt, active, {}});
        }
    }
    if (rules.isPartial || report.isYoung) {
        for (Since& missing : m_firing) {
            missing.missing = missing.missing.value_or(now);
        }
        m_firing.insert(firing);
    } else {
        m_firing = std::move(firing);
    }
    report.alerts = std::move(rules.alerts);
    report.failures = std::move(rules.failures);
    if (report.failures) {
        for (AlertRuleFailure& failure : *report.failures) {
            failure.error.where = QStringLiteral("%1: %2").arg(source, failure.key);
        }
    }
    // Of what is missing from part of a list nobody knows: not that it stands, and not that it has ended.
    report.leftOut = rules.isPartial ? std::max<quint64>(rules.leftOut, 1) : rules.leftOut;
    return report;
}

} // namespace stowage
