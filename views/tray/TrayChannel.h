// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/NotificationChannel.h"

namespace stowage {

class TrayIcon;

/// Tells people by a balloon at the tray, where the desktop has no notifications service. Nobody confirms a
/// balloon: it is taken for accepted.
class TrayChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    /// The icon outlives it. `isLoud`: the desktop's own bell for what is critical.
    TrayChannel(TrayIcon& icon, bool isLoud, QObject* parent = nullptr);

    QString id() const override { return QStringLiteral("tray"); }
    void send(const Notification& notice) override;

private:
    TrayIcon& m_icon;
    const bool m_isLoud;
    QString m_incident; ///< of the latest balloon
};

} // namespace stowage
