// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/NotifyDesk.h"
#include "connectors/notify/NotificationJson.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/NastyServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

class KeptChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    QString id() const override { return QStringLiteral("desktop"); }

    void send(const Notification& notification) override
    {
        sent.push_back(notification);
        Q_EMIT accepted(notification.id);
    }

    std::vector<Notification> sent;
};

AlertEvent fired(const char* host)
{
    AlertEvent event;
    event.kind = AlertEventKind::Fired;
    event.at = SystemClock().now();
    event.seenAt = event.at;
    event.source = QStringLiteral("hub");
    event.alert = QStringLiteral("Status@%1").arg(QString::fromLatin1(host));
    event.uid = QStringLiteral("fired/") + event.alert;
    event.name = QStringLiteral("Status");
    event.severity = AlertSeverity::Critical;
    event.place.subject = {SubjectKind::Host, QString::fromLatin1(host)};
    event.summary = QStringLiteral("%1 is down").arg(QString::fromLatin1(host));
    return event;
}

/// All that a program has, over a data folder.
struct Run
{
    explicit Run(const QTemporaryDir& folder, NotifyProfile told = {})
        : profile(std::move(told)), log(folder.path(), clock), incidents(clock),
          desk(profile, QStringLiteral("eu-prod"), QStringLiteral("mei"),
               {incidents, log, http, secrets, clock})
    {
        auto made = std::make_unique<KeptChannel>();
        channel = made.get();
        desk.addChannel(std::move(made));
        QObject::connect(&desk, &NotifyDesk::failed, &desk,
                         [this](const Error& error) { errors.push_back(error); });
    }

    ~Run() { log.close(); }

    void happen(const AlertEvent& event)
    {
        incidents.take({&event, 1});
        incidents.flush();
    }

    SystemClock clock;
    NotifyProfile profile;
    HttpEngine http;
    SecretResolver secrets;
    SqliteAlertLog log;
    IncidentBook incidents;
    NotifyDesk desk;
    KeptChannel* channel = nullptr;
    std::vector<Error> errors;
};

} // namespace

class TestNotifyDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceOverRestarts();
    void answersFromTheDesktop();
    void postsToAWebhook();
    void secretThatIsNotThere();
    void beats();
    void documentsAreAsTheirSchemaSays();
};

void TestNotifyDesk::tellsOnceOverRestarts()
{
    const QTemporaryDir folder;
    {
        Run first(folder);
        QSignalSpy appended(&first.log, &AlertLog::appended);
        first.desk.start();
        first.happen(fired("eu-b-17"));
        QTRY_COMPARE(first.channel->sent.size(), size_t(1));
        QTRY_VERIFY(!appended.isEmpty()); // what was told is on disk
    }
    Run second(folder);
    second.happen(fired("eu-b-17"));
    second.desk.start();
    second.happen(fired("eu-a-01"));
    QTRY_VERIFY(!second.channel->sent.empty());
    QTest::qWait(50); // nothing more comes
    QCOMPARE(second.channel->sent.size(), size_t(1));
    QVERIFY(second.channel->sent[0].title.contains(QStringLiteral("eu-a-01")));
}

void TestNotifyDesk::answersFromTheDesktop()
{
    const QTemporaryDir folder;
    Run run(folder);
    QSignalSpy opened(&run.desk, &NotifyDesk::opened);
    QSignalSpy acted(&run.incidents, &IncidentBook::acted);
    run.desk.start();
    run.happen(fired("eu-b-17"));
    QTRY_COMPARE(run.channel->sent.size(), size_t(1));
    const QString id = run.channel->sent[0].incident;
    Q_EMIT run.channel->answered(id, QStringLiteral("open"));
    QCOMPARE(opened.size(), 1);
    Q_EMIT run.channel->answered(id, QStringLiteral("acknowledge"));
    QCOMPARE(acted.size(), 1);
    const auto events = acted[0][0].value<std::vector<AlertEvent>>();
    QCOMPARE(events.at(0).kind, AlertEventKind::Acknowledged);
    QCOMPARE(events[0].actor, QStringLiteral("mei"));
    Q_EMIT run.channel->answered(QStringLiteral("I-NONE"), QStringLiteral("acknowledge"));
    QCOMPARE(run.errors.size(), size_t(1));
}

void TestNotifyDesk::postsToAWebhook()
{
    NastyServer server;
    server.on("POST", "/hook", {ServerAnswer::text("ok")});
    const QTemporaryDir folder;
    QFile secret(folder.filePath(QStringLiteral("hook")));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(server.url() + "/hook?key=T0PSECRET");
    secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    secret.close();
    NotifyProfile profile;
    profile.webhooks = {{QStringLiteral("chat"), {{}, FileSecret{secret.fileName()}}, std::nullopt, {}}};
    Run run(folder, profile);
    run.desk.addOwnChannels();
    run.desk.start();
    run.happen(fired("eu-b-17"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount("/hook"), 1, 30'000);
    QCOMPARE(server.requests()[0].target, QByteArray("/hook?key=T0PSECRET"));
    QTRY_COMPARE_WITH_TIMEOUT(run.desk.desk().courier().waiting(), size_t(0), 30'000);
    QVERIFY(run.errors.empty());
}

/// The others tell all the same.
void TestNotifyDesk::secretThatIsNotThere()
{
    const QTemporaryDir folder;
    NotifyProfile profile;
    profile.webhooks = {{QStringLiteral("chat"),
                         {{}, FileSecret{folder.filePath(QStringLiteral("none"))}},
                         std::nullopt,
                         {}}};
    Run run(folder, profile);
    run.desk.addOwnChannels();
    run.desk.start();
    run.happen(fired("eu-b-17"));
    QTRY_COMPARE(run.channel->sent.size(), size_t(1));
    QCOMPARE(run.errors.size(), size_t(1));
    QCOMPARE(run.errors[0].where, QStringLiteral("chat"));
}

void TestNotifyDesk::beats()
{
    NastyServer server;
    server.on("GET", "/alive", {ServerAnswer::text("ok")});
    const QTemporaryDir folder;
    NotifyProfile profile;
    profile.heartbeat = HeartbeatProfile{{server.url() + "/alive", std::nullopt}, std::chrono::seconds(60)};
    Run run(folder, profile);
    run.desk.addOwnChannels();
    QTRY_VERIFY_WITH_TIMEOUT(run.desk.heartbeat()->lastAccepted() != Timestamp{}, 30'000);
}

void TestNotifyDesk::documentsAreAsTheirSchemaSays()
{
    for (int kind = 0; kind <= static_cast<int>(NotificationKind::SelfTest); ++kind) {
        Notification notification;
        notification.id = QStringLiteral("I-1/x");
        notification.kind = static_cast<NotificationKind>(kind);
        notification.at = SystemClock().now();
        if (notification.kind == NotificationKind::Digest) {
            notification.lines = {QStringLiteral("one"), QStringLiteral("two")};
        } else {
            notification.incident = QStringLiteral("I-1");
            notification.link = QStringLiteral("stowage://incident/I-1");
        }
        const QByteArray text = notificationJson(notification, QStringLiteral("eu-prod"));
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("notification"),
                                         nlohmann::json::parse(text.toStdString())),
                 QStringList());
    }
}

QTEST_GUILESS_MAIN(TestNotifyDesk)
#include "tst_notify_desk.moc"
