// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/NotificationChannel.h"

#include <QDBusConnection>
#include <QHash>

#include <functional>

class QDBusPendingCallWatcher;

namespace stowage {

/// The desktop's notifications service over D-Bus (Desktop Notifications Specification 1.2): with the actions
/// "open" and "acknowledge" where it knows actions, one notification an incident, replaced by its next word.
/// Text is escaped where the service reads markup.
class DesktopChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    /// `isLoud`: the service plays a sound, where it can.
    DesktopChannel(QDBusConnection bus, bool isLoud, QObject* parent = nullptr);

    QString id() const override { return QStringLiteral("desktop"); }
    void send(const Notification& notice) override;

    /// Asks the bus whether there is such a service, or one that it can start; `then` comes once, later,
    /// unless `context` is destroyed first. No bus is no service.
    static void find(const QDBusConnection& bus, QObject* context, std::function<void(bool)> then);

private Q_SLOTS:
    void takeAction(uint number, const QString& action);
    void takeClosed(uint number, uint reason);

private:
    void askCapabilities();
    void takeCapabilities(QDBusPendingCallWatcher* watcher);
    void notify(const Notification& notice);
    void takeNumber(const Notification& notice, QDBusPendingCallWatcher* watcher);

    QDBusConnection m_bus;
    const bool m_isLoud;
    bool m_isAsked = false;
    bool m_isKnown = false;
    bool m_hasActions = false;
    bool m_hasMarkup = false;
    std::vector<Notification> m_waiting; ///< for what the service can do
    QHash<uint, QString> m_incidents;    ///< by the service's number
    QHash<QString, uint> m_numbers;      ///< the other way
};

} // namespace stowage
