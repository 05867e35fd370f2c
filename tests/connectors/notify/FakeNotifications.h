// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QVariantMap>

#include <vector>

namespace stowage::test {

/// A desktop's notifications service, as far as Stowage talks to one.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint number = 0;
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int expires = 0;
    };

    explicit FakeNotifications(QStringList can) : m_can(std::move(can)) {}

    std::vector<Shown> shown;
    bool refuses = false;

public Q_SLOTS:
    QStringList GetCapabilities() { return m_can; }

    // NOLINTNEXTLINE(readability-function-size): the specification's own list of arguments
    uint Notify(const QString&, uint replaces, const QString&, const QString& summary, const QString& body,
                const QStringList& actions, const QVariantMap& hints, int expires)
    {
        if (refuses) {
            sendErrorReply(QStringLiteral("org.freedesktop.DBus.Error.Failed"), QStringLiteral("too many"));
            return 0;
        }
        const uint number = replaces != 0 ? replaces : ++m_last;
        shown.push_back({number, replaces, summary, body, actions, hints, expires});
        return number;
    }

Q_SIGNALS:
    void ActionInvoked(uint number, const QString& action);
    void NotificationClosed(uint number, uint reason);

private:
    QStringList m_can;
    uint m_last = 0;
};

} // namespace stowage::test
