// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"
#include "models/alerts/Incident.h"
#include "views/widgets/Status.h"

class QModelIndex;

namespace stowage {

/// What is written in a row of alerts.
struct MemberRow
{
    Status status = Status::NotSeen;
    QString title;  ///< the kind, or the subject
    QString beside; ///< behind it, quieter: what the alert says
    QString state;  ///< at the right: "firing 11 min", "31 alerts"
    QString below;  ///< why it is silent, who tells of it, why it belongs
    bool isHeld = false;

    bool operator==(const MemberRow&) const = default;
};

/// Of an alert. Null: its book does not know it any more, so the incident has the last word on it.
MemberRow alertRow(const IncidentMember& member, const Alert* alert, Timestamp now);

/// Of a kind, an index of IncidentMemberModel.
MemberRow kindRow(const QModelIndex& kind, Timestamp now);

/// All of a row in one line.
QString rowInWords(const MemberRow& row);

} // namespace stowage
