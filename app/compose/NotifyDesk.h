// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/NotifyProfile.h"
#include "connectors/notify/Heartbeat.h"
#include "connectors/secrets/SecretResolver.h"
#include "connectors/store/FileLock.h"
#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/alerts/notify/NotificationDesk.h"
#include "models/ports/AlertLog.h"

namespace stowage {

/// Where the way of an incident to people is put together: what the book says, who judges what is worth a
/// word, the channels that the profile names, and the log that knows what was told before. All that it is
/// given outlives it.
class NotifyDesk : public QObject
{
    Q_OBJECT

public:
    struct Ports
    {
        const AlertBook& alerts; ///< says what is held back
        IncidentBook& incidents;
        AlertLog& log;
        HttpEngine& http;
        SecretResolver& secrets;
        const Clock& clock;
    };

    /// `context`: the profile's name. `actor`: who acknowledges by a notification.
    NotifyDesk(const NotifyProfile& profile, QString context, QString actor, Ports ports,
               QObject* parent = nullptr);
    ~NotifyDesk() override;

    /// A channel of the window's; before start().
    void addChannel(std::unique_ptr<NotificationChannel> channel);

    /// The profile's webhooks and commands, and its heartbeat; before start(). A webhook whose secret cannot
    /// be had is told by failed(); it is asked for again, and the webhook told then what it has missed.
    void addOwnChannels();

    /// Of all that are given the same file only one at a time tells, and another goes on where it has ended;
    /// before start().
    void takeTurns(const QString& file);

    /// Reads what earlier runs have told, then tells. Where a secret or the log does not answer it tells all
    /// the same: twice is better than never. Once the books of alerts and incidents know what earlier runs
    /// knew: before that nobody can say what is held back.
    void start();

    NotificationDesk& desk() { return m_desk; }
    const NotificationDesk& desk() const { return m_desk; }
    const Heartbeat* heartbeat() const { return m_heartbeat.get(); } ///< null: none

Q_SIGNALS:
    /// Every way that answers is there, and what was told before is known.
    void began();
    /// Somebody wants to see this incident.
    void opened(const QString& incident);
    /// Also what could not be told and is given up, and a heartbeat that nobody takes: once, until it does.
    void failed(const stowage::Error& error);

private:
    void addWebhook(const WebhookProfile& webhook);
    void addHeartbeat(const HeartbeatProfile& heartbeat);
    void withUrl(const PrivateUrl& url, const QString& id, std::function<void(const QByteArray&)> then);
    void withSecret(const SecretRef& ref, const QString& id, std::function<void(const Secret&)> then);
    void askAgain(const SecretRef& ref, const QString& id, std::function<void(const Secret&)> then);
    void stopWaiting();
    void takeTurn();
    void readLog();
    void begin(std::vector<AlertEvent> sent);
    void keep(const std::vector<AlertEvent>& events);
    void judgeHeartbeat();
    void take(const IncidentChanges& changes);
    void act(const QString& incident, const QString& action);

    const NotifyProfile& m_profile;
    const QString m_context;
    const QString m_actor;
    Ports m_ports;
    NotificationDesk m_desk;
    std::unique_ptr<Heartbeat> m_heartbeat;
    std::optional<FileLock> m_turn; ///< none: nobody else is asked
    quint64 m_request = 0;          ///< to the log
    int m_awaited = 0;              ///< secrets
    bool m_isToStart = false;
    bool m_isWaiting = false; ///< it is another's turn, and that was told
    bool m_hasBegun = false;
    bool m_isHeartbeatLost = false; ///< told as such
};

} // namespace stowage
