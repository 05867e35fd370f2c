// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/CollectRun.h"

#include "app/compose/Actor.h"
#include "app/compose/AlertDesk.h"
#include "app/compose/FindingDatesFile.h"
#include "app/compose/HostDesk.h"
#include "app/compose/OwnWatch.h"
#include "app/run/Console.h"
#include "app/run/ProfileLocator.h"
#include "models/alerts/notify/NotificationExposition.h"
#include "models/self/SelfExposition.h"

namespace stowage {
namespace {

constexpr std::chrono::seconds TestPatience{60};

SelfQueue notificationQueue(const NotifyDesk& notify)
{
    const NotificationDesk& desk = notify.desk();
    return {QStringLiteral("notifications"),
            static_cast<qint64>(desk.courier().waiting() + desk.waitingForDigest()),
            static_cast<qint64>(NotificationCourier::MostWaiting)};
}

std::optional<HeartbeatFigures> heartbeatOf(const NotifyDesk& notify)
{
    const Heartbeat* heartbeat = notify.heartbeat();
    return heartbeat != nullptr ? std::optional(HeartbeatFigures{heartbeat->sent(), heartbeat->failed(),
                                                                 heartbeat->lastAccepted()})
                                : std::nullopt;
}

} // namespace

CollectRun::CollectRun(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent)
    : QObject(parent), m_invocation(invocation), m_clock(clock),
      m_session(profile, ProfileLocator::sessionOptions(invocation, profile), clock),
      m_placement(m_session.fleet()),
      m_placementWatch(m_placement, m_session.profile().policies(), clock,
                       FindingDates(FindingDatesFile(m_session.dataFolder()).read(clock.now()))),
      m_metrics([this] { return metrics(); })
{
    connect(&m_session, &FleetSession::arrived, &m_session.fleet(), &Fleet::apply);
    connect(&m_session, &FleetSession::arrived, &m_session.hosts().book(), &HostBook::apply);
    connect(&m_session, &FleetSession::warned, this, [](const Error& error) { Console::say(error); });
    connect(&m_session, &FleetSession::ready, this, &CollectRun::makeNotifier);
    m_session.setPlacement(&m_placementWatch);
}

CollectRun::~CollectRun()
{
    m_session.setPlacement(nullptr);
    m_notify.reset(); // before the log and the engine that it uses
}

void CollectRun::start()
{
    if (m_invocation.isSelfTest) {
        m_session.prepare();
        return;
    }
    serveMetrics();
    judgeAges();
    connect(&m_session.alerts().incidents(), &IncidentBook::changed, this, &CollectRun::sayIncidents);
    m_session.start();
}

void CollectRun::makeNotifier()
{
    AlertDesk& alerts = m_session.alerts();
    m_notify =
        std::make_unique<NotifyDesk>(m_session.profile().notify, m_session.profile().name, currentActor(),
                                     NotifyDesk::Ports{alerts.book(), alerts.incidents(), alerts.log(),
                                                       m_session.http(), m_session.secrets(), m_clock});
    connect(m_notify.get(), &NotifyDesk::failed, this, [](const Error& error) { Console::say(error); });
    m_notify->addOwnChannels();
    if (OwnWatch* own = m_session.own()) {
        own->self().addQueue(QStringLiteral("notifications"),
                             [this] { return notificationQueue(*m_notify); });
    }
    if (m_invocation.isSelfTest) {
        connect(m_notify.get(), &NotifyDesk::began, this, &CollectRun::test);
    } else { // a test tells nobody anything that another would tell again
        m_notify->takeTurns(m_session.dataFolder() + QStringLiteral("/collect.lock"));
    }
    if (alerts.isRestored()) {
        m_notify->start();
    } else {
        connect(&alerts, &AlertDesk::restored, m_notify.get(), &NotifyDesk::start);
    }
}

void CollectRun::serveMetrics()
{
    if (const Result<void> served = m_metrics.listen(m_invocation.metricsPort); !served) {
        Console::say(served.error()); // what people are told does not depend on it
        return;
    }
    Console::say(tr("metrics at %1").arg(QString::fromLatin1(m_metrics.url())));
}

void CollectRun::judgeAges()
{
    m_clock.after(std::chrono::seconds{1}, this, [this] { judgeAges(); });
    m_session.fleet().judgeAges();
    m_session.hosts().book().judgeAges();
}

/// A line for the journal, for each that begins or ends.
void CollectRun::sayIncidents(const IncidentChanges& changes) const
{
    for (const QStringList& ids : {changes.added, m_invocation.isVerbose ? changes.changed : QStringList{}}) {
        for (const QString& id : ids) {
            const Incident* incident = m_session.alerts().incidents().find(id);
            if (incident != nullptr && incident->isOpen()) {
                Console::say(QStringLiteral("%1 %2: %3")
                                 .arg(incident->id, alertSeverityName(incident->severity), incident->title));
            }
        }
    }
}

QByteArray CollectRun::metrics()
{
    OwnWatch* own = m_session.own(); // none before the last known fleet is in place
    QByteArray page = own != nullptr ? selfExposition(own->self().figures()) : QByteArray();
    if (m_notify != nullptr) {
        page += notificationExposition(m_notify->desk(), heartbeatOf(*m_notify));
    }
    return page;
}

void CollectRun::test()
{
    NotificationDesk& desk = m_notify->desk();
    connect(&desk, &NotificationDesk::changed, this, &CollectRun::lookAtTest);
    m_clock.after(TestPatience, this, [this] { endTest(); });
    desk.test();
    lookAtTest();
}

void CollectRun::lookAtTest()
{
    const NotificationSelfTest& test = m_notify->desk().lastTest();
    if (test.accepted + test.failed >= test.channels) {
        QMetaObject::invokeMethod(this, &CollectRun::endTest, Qt::QueuedConnection);
    }
}

void CollectRun::endTest()
{
    if (std::exchange(m_isEnded, true)) {
        return;
    }
    const NotificationSelfTest& test = m_notify->desk().lastTest();
    for (const NotificationDelivery& delivery : m_notify->desk().courier().deliveries()) {
        const bool isAccepted = delivery.state == DeliveryState::Accepted;
        Console::print(
            isAccepted ? tr("%1: accepted after %2\n")
                             .arg(delivery.channel, formatDuration(delivery.acceptedAt - delivery.notice.at))
                       : tr("%1: not accepted: %2\n").arg(delivery.channel, delivery.error.message));
    }
    if (test.channels == 0) {
        Console::say(tr("the profile names no webhook and no command to tell people by"));
    }
    m_session.stop();
    Q_EMIT finished(test.channels > 0 && test.accepted == test.channels ? ExitStatus::Fine
                                                                        : ExitStatus::ActionFailed);
}

} // namespace stowage
