// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/DesktopChannel.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace stowage {
namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int PatienceMs = 10'000;
constexpr int AsTheServiceLikes = -1; ///< milliseconds
constexpr int UntilSomebodyLooks = 0;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

uchar urgencyOf(const Notification& notice)
{
    if (notice.kind == NotificationKind::Resolved || notice.kind == NotificationKind::SelfTest) {
        return 0;
    }
    return notice.severity == AlertSeverity::Critical ? 2 : 1;
}

/// Whether the service is in a list that the bus itself gives.
void ask(const QDBusConnection& bus, QObject* context, const QString& list, std::function<void(bool)> then)
{
    const QString name = QStringLiteral("org.freedesktop.DBus");
    const auto message =
        QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/DBus"), name, list);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, PatienceMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [then = std::move(then)](QDBusPendingCallWatcher* done) {
                         const QDBusPendingReply<QStringList> reply = *done;
                         done->deleteLater();
                         then(!reply.isError() && reply.value().contains(Service));
                     });
}

} // namespace

DesktopChannel::DesktopChannel(QDBusConnection bus, bool isLoud, QObject* parent)
    : NotificationChannel(parent), m_bus(std::move(bus)), m_isLoud(isLoud)
{
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                  SLOT(takeAction(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this,
                  SLOT(takeClosed(uint, uint)));
}

void DesktopChannel::find(const QDBusConnection& bus, QObject* context, std::function<void(bool)> then)
{
    if (!bus.isConnected()) { // a call on it would never end
        QMetaObject::invokeMethod(
            context, [then = std::move(then)] { then(false); }, Qt::QueuedConnection);
        return;
    }
    ask(bus, context, QStringLiteral("ListNames"), [bus, context, then = std::move(then)](bool isThere) {
        if (isThere) {
            then(true);
        } else {
            ask(bus, context, QStringLiteral("ListActivatableNames"), then);
        }
    });
}

void DesktopChannel::send(const Notification& notice)
{
    if (m_isKnown) {
        notify(notice);
        return;
    }
    m_waiting.push_back(notice);
    askCapabilities();
}

void DesktopChannel::askCapabilities()
{
    if (std::exchange(m_isAsked, true)) {
        return;
    }
    auto* watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call(QStringLiteral("GetCapabilities")), PatienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &DesktopChannel::takeCapabilities);
}

void DesktopChannel::takeCapabilities(QDBusPendingCallWatcher* watcher)
{
    const QDBusPendingReply<QStringList> reply = *watcher;
    watcher->deleteLater();
    m_isAsked = false; // another service may be there when it is tried again
    const std::vector<Notification> waiting = std::exchange(m_waiting, {});
    if (reply.isError()) {
        for (const Notification& notice : waiting) {
            Q_EMIT refused(
                notice.id,
                {ErrorKind::Connect,
                 tr("the desktop's notifications service does not answer: %1").arg(reply.error().message()),
                 id(),
                 tr("Start one, or set alerts.notify.desktop to false."),
                 {}},
                false);
        }
        return;
    }
    m_isKnown = true;
    m_hasActions = reply.value().contains(QStringLiteral("actions"));
    m_hasMarkup = reply.value().contains(QStringLiteral("body-markup"));
    for (const Notification& notice : waiting) {
        notify(notice);
    }
}

void DesktopChannel::notify(const Notification& notice)
{
    QStringList actions;
    if (m_hasActions && !notice.incident.isEmpty()) {
        actions << QStringLiteral("default") << tr("Open");
        if (notice.kind != NotificationKind::Resolved) {
            actions << QStringLiteral("acknowledge") << tr("Acknowledge");
        }
    }
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(urgencyOf(notice))},
                      {QStringLiteral("desktop-entry"), QStringLiteral("stowage")},
                      {QStringLiteral("category"), QStringLiteral("x-stowage.incident")}};
    if (m_isLoud && urgencyOf(notice) > 0) {
        hints.insert(QStringLiteral("sound-name"), notice.severity == AlertSeverity::Critical
                                                       ? QStringLiteral("dialog-error")
                                                       : QStringLiteral("dialog-warning"));
    }
    const bool isToStay = urgencyOf(notice) == 2;
    QDBusMessage message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Stowage") << m_numbers.value(notice.incident, 0) << QStringLiteral("stowage")
            << notice.title << (m_hasMarkup ? notice.detail.toHtmlEscaped() : notice.detail) << actions
            << hints << (isToStay ? UntilSomebodyLooks : AsTheServiceLikes);
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, PatienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice](QDBusPendingCallWatcher* done) { takeNumber(notice, done); });
}

void DesktopChannel::takeNumber(const Notification& notice, QDBusPendingCallWatcher* watcher)
{
    const QDBusPendingReply<uint> reply = *watcher;
    watcher->deleteLater();
    if (reply.isError()) {
        m_isKnown = false; // a service that went away may come back as another
        Q_EMIT refused(notice.id,
                       {ErrorKind::Connect,
                        tr("the desktop's notifications service refused: %1").arg(reply.error().message()),
                        id(),
                        {},
                        {}},
                       false);
        return;
    }
    if (!notice.incident.isEmpty()) {
        m_incidents.insert(reply.value(), notice.incident);
        m_numbers.insert(notice.incident, reply.value());
    }
    Q_EMIT accepted(notice.id);
}

void DesktopChannel::takeAction(uint number, const QString& action)
{
    const QString incident = m_incidents.value(number);
    if (!incident.isEmpty()) { // others' notifications are told to everybody on the bus
        Q_EMIT answered(incident, action == QLatin1String("default") ? QStringLiteral("open") : action);
    }
}

void DesktopChannel::takeClosed(uint number, uint)
{
    m_numbers.remove(m_incidents.take(number));
}

} // namespace stowage
