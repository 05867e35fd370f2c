// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelineLane.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineLane)
};

using enum AlertEventKind;

constexpr std::array Kinds{
    Fired,      Ended,        Lost,       Found,        Changed,       Flapping,        Steady,
    HeldBack,   LetThrough,   Silenced,   Unsilenced,   Inhibited,     Uninhibited,     Unjudged,
    Judged,     Acknowledged, TakenOver,  Released,     Muted,         Unmuted,         Split,
    Merged,     Noted,        TagMoved,   TagNew,       NodeRestarted, IdentityChanged, AddressesChanged,
    SourceLost, SourceFound,  ActionDone, ActionFailed, NoticeSent,    NoticeFailed,
};

} // namespace

QString timelineLaneName(TimelineLane lane)
{
    switch (lane) {
    case TimelineLane::Alerts:
        return QStringLiteral("alerts");
    case TimelineLane::Incidents:
        return QStringLiteral("incidents");
    case TimelineLane::Changes:
        return QStringLiteral("changes");
    case TimelineLane::Sources:
        return QStringLiteral("sources");
    case TimelineLane::Actions:
        break;
    }
    return QStringLiteral("actions");
}

QString timelineLaneText(TimelineLane lane)
{
    switch (lane) {
    case TimelineLane::Alerts:
        return Words::tr("Alerts");
    case TimelineLane::Incidents:
        return Words::tr("Incidents");
    case TimelineLane::Changes:
        return Words::tr("Changes");
    case TimelineLane::Sources:
        return Words::tr("Source outages");
    case TimelineLane::Actions:
        break;
    }
    return Words::tr("Actions");
}

/// What a newer program logged falls into the lane whose numbers are next to it.
TimelineLane timelineLaneOf(AlertEventKind kind)
{
    if (kind < Acknowledged) {
        return TimelineLane::Alerts;
    }
    if (kind < TagMoved || kind >= NoticeSent) {
        return TimelineLane::Incidents;
    }
    if (kind < SourceLost) {
        return TimelineLane::Changes;
    }
    return kind < ActionDone ? TimelineLane::Sources : TimelineLane::Actions;
}

std::vector<AlertEventKind> timelineKindsOf(TimelineLane lane)
{
    std::vector<AlertEventKind> kinds;
    for (const AlertEventKind kind : Kinds) {
        if (timelineLaneOf(kind) == lane) {
            kinds.push_back(kind);
        }
    }
    return kinds;
}

} // namespace stowage
