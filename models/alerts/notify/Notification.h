// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"

#include <QMetaType>
#include <QStringList>

namespace stowage {

/// Why people are told.
enum class NotificationKind : quint8
{
    Opened,   ///< the first word of an incident
    Reopened, ///< it was over, and is not
    Severity, ///< it became worse or less bad
    Unowned,  ///< nobody has taken it for too long
    Resolved,
    Digest,   ///< what there were too many notices for, in one
    SelfTest, ///< whether the path itself works
};

QString notificationKindName(NotificationKind kind); ///< "opened", "digest", … as JSON prints it

/// One message to people, the same for every channel.
struct Notification
{
    QString id; ///< the same after a restart for the same turn of an incident: nothing is told twice
    NotificationKind kind = NotificationKind::Opened;
    QString incident; ///< empty: of a digest or a test
    AlertSeverity severity = AlertSeverity::Warning;
    QString title;     ///< plain text, one line
    QString detail;    ///< plain text
    QStringList lines; ///< of a digest: a line each
    QStringList tells; ///< of a digest: the ids of the notices that it stands for, all of them
    quint32 alerts = 0;
    Timestamp at{};
    QString link; ///< "stowage://incident/ID"; empty: nowhere

    bool operator==(const Notification&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::Notification)
