// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tray/TrayChannel.h"

#include "views/tray/TrayIcon.h"

#include <QApplication>

namespace stowage {

TrayChannel::TrayChannel(TrayIcon& icon, bool isLoud, QObject* parent)
    : NotificationChannel(parent), m_icon(icon), m_isLoud(isLoud)
{
    connect(&m_icon, &TrayIcon::balloonOpened, this, [this] {
        if (!m_incident.isEmpty()) {
            Q_EMIT answered(m_incident, QStringLiteral("open"));
        }
    });
}

void TrayChannel::send(const Notification& notice)
{
    const bool isCritical =
        notice.severity == AlertSeverity::Critical && notice.kind != NotificationKind::Resolved;
    m_incident = notice.incident;
    m_icon.say(notice.title, notice.detail, isCritical);
    if (m_isLoud && isCritical) {
        QApplication::beep();
    }
    // As with any channel, not from within send().
    QMetaObject::invokeMethod(
        this, [this, id = notice.id] { Q_EMIT accepted(id); }, Qt::QueuedConnection);
}

} // namespace stowage
