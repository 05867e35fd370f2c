// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertEvent.h"

namespace stowage {

QString alertEventKindName(AlertEventKind kind)
{
    switch (kind) {
    case AlertEventKind::Fired:
        return QStringLiteral("fired");
    case AlertEventKind::Ended:
        return QStringLiteral("ended");
    case AlertEventKind::Lost:
        return QStringLiteral("lost");
    case AlertEventKind::Found:
        return QStringLiteral("found");
    case AlertEventKind::Changed:
        return QStringLiteral("changed");
    case AlertEventKind::Flapping:
        return QStringLiteral("flapping");
    case AlertEventKind::Steady:
        return QStringLiteral("steady");
    case AlertEventKind::HeldBack:
        return QStringLiteral("heldBack");
    case AlertEventKind::LetThrough:
        return QStringLiteral("letThrough");
    case AlertEventKind::Silenced:
        return QStringLiteral("silenced");
    case AlertEventKind::Unsilenced:
        return QStringLiteral("unsilenced");
    case AlertEventKind::Inhibited:
        return QStringLiteral("inhibited");
    case AlertEventKind::Uninhibited:
        return QStringLiteral("uninhibited");
    case AlertEventKind::Unjudged:
        return QStringLiteral("unjudged");
    case AlertEventKind::Judged:
        return QStringLiteral("judged");
    case AlertEventKind::Acknowledged:
        return QStringLiteral("acknowledged");
    case AlertEventKind::TakenOver:
        return QStringLiteral("takenOver");
    case AlertEventKind::Released:
        return QStringLiteral("released");
    case AlertEventKind::Muted:
        return QStringLiteral("muted");
    case AlertEventKind::Unmuted:
        return QStringLiteral("unmuted");
    case AlertEventKind::Split:
        return QStringLiteral("split");
    case AlertEventKind::Merged:
        return QStringLiteral("merged");
    case AlertEventKind::Noted:
        return QStringLiteral("noted");
    case AlertEventKind::TagMoved:
        return QStringLiteral("tagMoved");
    case AlertEventKind::TagNew:
        return QStringLiteral("tagNew");
    case AlertEventKind::NodeRestarted:
        return QStringLiteral("nodeRestarted");
    case AlertEventKind::IdentityChanged:
        return QStringLiteral("identityChanged");
    case AlertEventKind::AddressesChanged:
        return QStringLiteral("addressesChanged");
    case AlertEventKind::SourceLost:
        return QStringLiteral("sourceLost");
    case AlertEventKind::SourceFound:
        return QStringLiteral("sourceFound");
    case AlertEventKind::ActionDone:
        return QStringLiteral("actionDone");
    case AlertEventKind::ActionFailed:
        return QStringLiteral("actionFailed");
    case AlertEventKind::NoticeSent:
        return QStringLiteral("noticeSent");
    case AlertEventKind::NoticeFailed:
        return QStringLiteral("noticeFailed");
    }
    return QStringLiteral("unknown");
}

} // namespace stowage
