// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tray/TrayStanding.h"

#include <QCoreApplication>
#include <QStringList>

namespace stowage {
namespace {

struct TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(TrayStanding)
};

} // namespace

TrayStanding TrayStanding::of(std::span<const Incident> incidents, bool isLive)
{
    TrayStanding standing;
    standing.isLive = isLive;
    for (const Incident& incident : incidents) {
        if (!incident.isOpen() || incident.severity == AlertSeverity::Info) {
            continue;
        }
        if (incident.state == IncidentState::Unknown) {
            ++standing.unknown;
        } else if (!incident.owner.isEmpty() || incident.acknowledgedAt != Timestamp{}) {
            ++standing.taken;
        } else {
            ++(incident.severity == AlertSeverity::Critical ? standing.critical : standing.warning);
        }
    }
    return standing;
}

Token TrayStanding::token() const
{
    if (critical > 0) {
        return Token::Critical;
    }
    if (warning > 0) {
        return Token::Warning;
    }
    return unknown > 0 || !isLive ? Token::Unknown : Token::Fine;
}

QString TrayStanding::words() const
{
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0) {
            parts << text;
        }
    };
    add(critical, TrayWords::tr("%n critical", nullptr, critical));
    add(warning, TrayWords::tr("%n warning(s)", nullptr, warning));
    add(unknown, TrayWords::tr("%n unknown", nullptr, unknown));
    add(taken, TrayWords::tr("%n taken", "incidents that somebody sees to", taken));
    if (parts.isEmpty()) {
        parts << (isLive ? TrayWords::tr("nothing is wrong") : TrayWords::tr("not every source answers"));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace stowage
