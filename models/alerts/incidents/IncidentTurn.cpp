// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentTurn.h"

#include "models/alerts/Alert.h"

#include <tuple>

namespace stowage {
namespace {

bool isAct(AlertEventKind kind)
{
    return kind >= AlertEventKind::Acknowledged && kind <= AlertEventKind::Noted;
}

bool isOfAlert(AlertEventKind kind)
{
    switch (kind) {
    case AlertEventKind::Fired:
    case AlertEventKind::Ended:
    case AlertEventKind::Lost:
    case AlertEventKind::Found:
    case AlertEventKind::Changed:
    case AlertEventKind::Unjudged:
    case AlertEventKind::Judged:
        return true;
    default:
        return false;
    }
}

/// Of an alert that flaps, see AlertBook: it stands as one, but each of its firings is one.
bool isSwing(const AlertEvent& event)
{
    return event.kind == AlertEventKind::HeldBack &&
           event.note.startsWith(alertHoldName(AlertHoldKind::Flapping) + QLatin1String(": "));
}

bool isSwingIn(const AlertEvent& event)
{
    return isSwing(event) && event.note.endsWith(alertEventKindName(AlertEventKind::Fired));
}

/// "fired/KEY/START" and "ended/KEY/START" are of one episode.
TextKey episodeOf(const QString& uid)
{
    return textKey(QStringView(uid).mid(uid.indexOf(QLatin1Char('/')) + 1));
}

} // namespace

std::optional<IncidentTurn> IncidentTurn::of(const AlertEvent& event, const JoiningNames& joining,
                                             const MemberFactsPtr& known)
{
    const bool isPersons = isAct(event.kind);
    const bool isOfOne = isOfAlert(event.kind) || isSwing(event);
    if (!isPersons && (!isOfOne || event.alert.isEmpty())) {
        return std::nullopt;
    }
    IncidentTurn turn;
    turn.at = event.at == Timestamp{} ? event.seenAt : event.at;
    turn.seenAt = event.seenAt;
    // Nothing is known before it happens, whatever its source's clock says.
    turn.order = event.seenAt == Timestamp{} ? turn.at : std::min(turn.at, event.seenAt);
    turn.at = turn.order;
    turn.uid = textKey(event.uid);
    turn.episode = episodeOf(event.uid);
    turn.alert = textKey(event.alert);
    turn.kind = event.kind;
    turn.messages = messagesOf(event.labels);
    turn.hasSwungIn = isSwingIn(event);
    if (isPersons) {
        turn.act = std::make_shared<AlertEvent>(event);
    } else if (event.kind == AlertEventKind::Fired || event.kind == AlertEventKind::Changed) {
        turn.facts = known && known->tells(event) ? known : memberFacts(event, joining);
    }
    return turn;
}

bool IncidentTurn::operator<(const IncidentTurn& other) const
{
    return std::tie(order, at, seenAt, kind, uid) <
           std::tie(other.order, other.at, other.seenAt, other.kind, other.uid);
}

} // namespace stowage
