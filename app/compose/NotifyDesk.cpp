// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/NotifyDesk.h"

#include "connectors/notify/CommandChannel.h"
#include "connectors/notify/WebhookChannel.h"
#include "models/alerts/notify/IncidentHolds.h"

#include <QUrl>

#include <algorithm>

namespace stowage {
namespace {

constexpr quint32 MostRemembered = 10'000; ///< notifications: months of them
constexpr std::chrono::seconds LogPatience{15};
constexpr std::chrono::seconds TurnPause{5};       ///< after which it is looked again whether it is our turn
constexpr std::chrono::seconds SecretPatience{15}; ///< then those begin that need none
constexpr std::chrono::minutes SecretPause{10}; ///< after which one that could not be had is asked for again

/// A URL in the parts that an endpoint and a request want.
struct SplitUrl
{
    QByteArray origin;
    QByteArray target; ///< path and query
};

std::optional<SplitUrl> split(const QByteArray& told)
{
    const QUrl url = QUrl::fromEncoded(told.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty()) {
        target = "/";
    }
    if (url.hasQuery()) {
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    }
    return SplitUrl{url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment), target};
}

} // namespace

NotifyDesk::NotifyDesk(const NotifyProfile& profile, QString context, QString actor, Ports ports,
                       QObject* parent)
    : QObject(parent), m_profile(profile), m_context(std::move(context)), m_actor(std::move(actor)),
      m_ports(ports), m_desk(profile.rules,
                             {[ports](const QString& id) { return ports.incidents.find(id); },
                              [ports](const Incident& incident) {
                                  return isHeldBack(incident, ports.alerts);
                              }},
                             ports.clock)
{
    connect(&m_ports.incidents, &IncidentBook::changed, this, &NotifyDesk::take);
    connect(&m_ports.alerts, &AlertBook::changed, &m_desk, &NotificationDesk::lookAtHeldBack);
    connect(&m_ports.log, &AlertLog::found, this, [this](const AlertLogPage& page) {
        if (page.request == m_request && !m_hasBegun) {
            begin(page.events);
        }
    });
    connect(&m_desk, &NotificationDesk::happened, this, &NotifyDesk::keep);
    connect(&m_desk, &NotificationDesk::answered, this, &NotifyDesk::act);
}

NotifyDesk::~NotifyDesk() = default;

void NotifyDesk::addChannel(std::unique_ptr<NotificationChannel> channel)
{
    m_desk.addChannel(std::move(channel));
}

void NotifyDesk::addOwnChannels()
{
    for (const WebhookProfile& webhook : m_profile.webhooks) {
        m_desk.expectChannel(webhook.id);
        addWebhook(webhook);
    }
    for (const CommandProfile& command : m_profile.commands) {
        addChannel(std::make_unique<CommandChannel>(
            m_ports.clock,
            CommandSettings{command.id, m_context, command.program, command.arguments, command.patience}));
    }
    if (m_profile.heartbeat) {
        addHeartbeat(*m_profile.heartbeat);
    }
}

void NotifyDesk::addWebhook(const WebhookProfile& webhook)
{
    withUrl(webhook.url, webhook.id, [this, webhook](const QByteArray& told) {
        const std::optional<SplitUrl> url = split(told);
        if (!url) {
            Q_EMIT failed({ErrorKind::Profile,
                           tr("the webhook's address is no http or https URL"),
                           webhook.id,
                           tr("Check the secret that holds it."),
                           {}});
            return;
        }
        WebhookSettings settings;
        settings.id = webhook.id;
        settings.context = m_context;
        settings.endpoint.source = webhook.id;
        settings.endpoint.baseUrl = url->origin;
        settings.endpoint.caFile = webhook.ca;
        settings.path = url->target;
        if (!webhook.token) {
            addChannel(std::make_unique<WebhookChannel>(m_ports.http, std::move(settings)));
            return;
        }
        withSecret(*webhook.token, webhook.id, [this, settings](const Secret& token) mutable {
            settings.endpoint.credentials = TokenCredentials{"Bearer", token};
            addChannel(std::make_unique<WebhookChannel>(m_ports.http, std::move(settings)));
        });
    });
}

void NotifyDesk::addHeartbeat(const HeartbeatProfile& heartbeat)
{
    const QString id = QStringLiteral("heartbeat");
    withUrl(heartbeat.url, id, [this, id, every = heartbeat.every](const QByteArray& told) {
        const std::optional<SplitUrl> url = split(told);
        if (!url) {
            Q_EMIT failed({ErrorKind::Profile,
                           tr("the heartbeat's address is no http or https URL"),
                           id,
                           tr("Check the secret that holds it."),
                           {}});
            return;
        }
        HeartbeatSettings settings;
        settings.endpoint.source = id;
        settings.endpoint.baseUrl = url->origin;
        settings.path = url->target;
        settings.every = every;
        m_heartbeat = std::make_unique<Heartbeat>(m_ports.http, m_ports.clock, std::move(settings));
        connect(m_heartbeat.get(), &Heartbeat::changed, this, &NotifyDesk::judgeHeartbeat);
        if (m_hasBegun) {
            m_heartbeat->start();
        }
    });
}

/// Once, until it is taken again.
void NotifyDesk::judgeHeartbeat()
{
    const std::optional<Error>& error = m_heartbeat->error();
    if (!std::exchange(m_isHeartbeatLost, error.has_value()) && error) {
        Q_EMIT failed(*error);
    }
}

void NotifyDesk::withUrl(const PrivateUrl& url, const QString& id,
                         std::function<void(const QByteArray&)> then)
{
    if (!url.secret) {
        then(url.url);
        return;
    }
    withSecret(*url.secret, id, [then = std::move(then)](const Secret& secret) { then(secret.reveal()); });
}

void NotifyDesk::withSecret(const SecretRef& ref, const QString& id, std::function<void(const Secret&)> then)
{
    ++m_awaited;
    m_ports.secrets.resolve(ref, this, [this, ref, id, then = std::move(then)](const Result<Secret>& secret) {
        if (secret) {
            then(*secret);
        } else {
            Error error = secret.error();
            error.where = id;
            Q_EMIT failed(error);
            askAgain(ref, id, then);
        }
        if (--m_awaited == 0 && m_isToStart) {
            stopWaiting();
        }
    });
}

/// That it cannot be had was said.
void NotifyDesk::askAgain(const SecretRef& ref, const QString& id, std::function<void(const Secret&)> then)
{
    m_ports.clock.after(SecretPause, this, [this, ref, id, then = std::move(then)] {
        m_ports.secrets.resolve(ref, this, [this, ref, id, then](const Result<Secret>& secret) {
            secret ? then(*secret) : askAgain(ref, id, then);
        });
    });
}

void NotifyDesk::start()
{
    m_isToStart = true;
    if (m_awaited == 0) {
        stopWaiting();
        return;
    }
    m_ports.clock.after(SecretPatience, this, [this] {
        if (m_isToStart) {
            Q_EMIT failed({ErrorKind::Timeout,
                           tr("a secret has not come for %1").arg(formatDuration(SecretPatience)),
                           QStringLiteral("alerts.notify"),
                           tr("Unlock the keychain. Until then people are told by the other ways only."),
                           {}});
            stopWaiting();
        }
    });
}

/// Whoever's secret comes later joins then.
void NotifyDesk::stopWaiting()
{
    m_isToStart = false;
    takeTurn();
}

void NotifyDesk::takeTurns(const QString& file)
{
    m_turn.emplace(file);
}

/// A file that cannot be used keeps nobody from being told.
void NotifyDesk::takeTurn()
{
    const Result<bool> isOurs = m_turn ? m_turn->take() : Result<bool>(true);
    if (!isOurs) {
        Q_EMIT failed(isOurs.error());
    } else if (!*isOurs) {
        if (!std::exchange(m_isWaiting, true)) {
            Q_EMIT failed({ErrorKind::Storage,
                           tr("another Stowage over the same data tells people already"),
                           m_turn->path(),
                           tr("This one tells nobody until that one has ended."),
                           {}});
        }
        m_ports.clock.after(TurnPause, this, [this] { takeTurn(); });
        return;
    }
    readLog();
}

void NotifyDesk::readLog()
{
    AlertLogQuery query;
    query.kinds = {AlertEventKind::NoticeSent};
    query.limit = MostRemembered;
    m_ports.clock.after(LogPatience, this, [this] {
        if (!m_hasBegun) {
            begin({});
        }
    });
    m_request = m_ports.log.query(query);
}

void NotifyDesk::begin(std::vector<AlertEvent> sent)
{
    m_hasBegun = true;
    std::reverse(sent.begin(), sent.end()); // the newest came first
    for (AlertEvent& event : sent) {
        if (const Incident* incident = m_ports.incidents.find(event.incident)) {
            event.incident = incident->id; // which may have become another since
        }
    }
    m_desk.restore(sent);
    QStringList all;
    for (const Incident& incident : m_ports.incidents.incidents()) {
        all << incident.id;
    }
    m_desk.look(all);
    if (m_heartbeat) {
        m_heartbeat->start(); // it says that people are told
    }
    Q_EMIT began();
}

void NotifyDesk::keep(const std::vector<AlertEvent>& events)
{
    m_ports.log.append(events);
    if (!events.empty() && events.front().kind == AlertEventKind::NoticeFailed) { // of a digest the whole
        const AlertEvent& event = events.front();
        Q_EMIT failed({ErrorKind::Connect,
                       tr("\"%1\" could not be told: %2").arg(event.summary, event.note),
                       event.name,
                       tr("Check this way to people in the profile."),
                       {}});
    }
}

void NotifyDesk::take(const IncidentChanges& changes)
{
    if (!m_hasBegun) {
        return; // then everything is looked at
    }
    for (const QString& id : changes.removed) {
        const Incident* now = m_ports.incidents.find(id);
        now == nullptr ? m_desk.forget(id) : m_desk.rename(id, now->id);
    }
    m_desk.look(changes.added + changes.changed);
}

void NotifyDesk::act(const QString& incident, const QString& action)
{
    if (action == QLatin1String("acknowledge")) {
        if (const auto done = m_ports.incidents.acknowledge(incident, m_actor); !done) {
            Q_EMIT failed(done.error());
        }
    } else {
        Q_EMIT opened(incident);
    }
}

} // namespace stowage
