// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/NotifyDesk.h"
#include "connectors/notify/NotificationJson.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"
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

class HostPlaces final : public AlertPlaces
{
public:
    AlertPlace place(const QString&, const AlertObservation& told) const override
    {
        return {{SubjectKind::Host, told.subject}, {}, {}};
    }
};

/// Answers when the test says so.
class SlowKeychain final : public Keychain
{
public:
    void read(const QString&, QObject*, Answer answer) override { asked.push_back(std::move(answer)); }

    std::vector<Answer> asked;
};

/// All that a program has, over a data folder. `time`: for the desk, another than the system's.
struct Run
{
    explicit Run(const QTemporaryDir& folder, NotifyProfile told = {}, const Clock* time = nullptr)
        : profile(std::move(told)), log(folder.path(), clock), alerts(places, {}, clock), incidents(clock),
          desk(profile, QStringLiteral("eu-prod"), QStringLiteral("mei"),
               {alerts, incidents, log, http, secrets, time != nullptr ? *time : clock})
    {
        QObject::connect(&alerts, &AlertBook::happened, &incidents,
                         [this](const std::vector<AlertEvent>& events) { incidents.take(events); });
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
    SlowKeychain* keychain = new SlowKeychain;
    SecretResolver secrets{std::unique_ptr<Keychain>(keychain)};
    SqliteAlertLog log;
    HostPlaces places;
    AlertBook alerts;
    IncidentBook incidents;
    NotifyDesk desk;
    KeptChannel* channel = nullptr;
    std::vector<Error> errors;
};

NotifyProfile webhookOfTheKeychain()
{
    NotifyProfile profile;
    profile.webhooks = {
        {QStringLiteral("chat"), {{}, KeychainSecret{QStringLiteral("hook")}}, std::nullopt, {}}};
    return profile;
}

} // namespace

class TestNotifyDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceOverRestarts();
    void maintenanceMakesNoNoise();
    void answersFromTheDesktop();
    void postsToAWebhook();
    void secretThatIsNotThere();
    void whatIsGivenUpIsSaid();
    void anotherIdAfterARestart();
    void oneAtATime();
    void secretThatComesLate();
    void secretThatIsThereAgain();
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

void TestNotifyDesk::maintenanceMakesNoNoise()
{
    const QTemporaryDir folder;
    Run run(folder);
    AlertPolicy policy;
    MaintenanceWindow window;
    window.matcher.subject = QStringLiteral("eu-a-*");
    window.from = run.clock.now() - std::chrono::hours(1);
    window.to = run.clock.now() + std::chrono::hours(1);
    policy.maintenance = {window};
    run.alerts.setPolicy(policy);
    QSignalSpy began(&run.desk, &NotifyDesk::began);
    run.desk.start();
    QTRY_VERIFY(!began.isEmpty());
    AlertObservation told;
    told.name = told.key = QStringLiteral("Status");
    told.subject = QStringLiteral("eu-a-01");
    told.startedAt = run.clock.now();
    AlertReport report;
    report.alerts = {told};
    report.isWhole = true;
    run.alerts.take(QStringLiteral("hub"), report, run.clock.now());
    run.alerts.flush();
    run.incidents.flush();
    QCOMPARE(run.incidents.incidents().size(), size_t(1)); // it is there for all to see
    run.happen(fired("eu-b-17"));
    QTRY_VERIFY(!run.channel->sent.empty());
    QCOMPARE(run.channel->sent.size(), size_t(1));
    QVERIFY(run.channel->sent[0].title.contains(QStringLiteral("eu-b-17")));
    run.alerts.setPolicy({}); // the work is done, and it still stands
    run.alerts.flush();
    QTRY_COMPARE(run.channel->sent.size(), size_t(2));
    QVERIFY(run.channel->sent[1].title.contains(QStringLiteral("eu-a-01")));
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

/// The keychain asks somebody who is not there.
void TestNotifyDesk::secretThatComesLate()
{
    NastyServer server;
    server.on("POST", "/hook", {ServerAnswer::text("ok")});
    const QTemporaryDir folder;
    ManualClock clock;
    Run run(folder, webhookOfTheKeychain(), &clock);
    run.desk.addOwnChannels();
    run.desk.start();
    run.happen(fired("eu-b-17"));
    QVERIFY(run.channel->sent.empty());
    clock.advance(std::chrono::seconds(16));
    QTRY_COMPARE(run.channel->sent.size(), size_t(1));
    QCOMPARE(run.errors.size(), size_t(1));
    QCOMPARE(run.keychain->asked.size(), size_t(1));
    run.keychain->asked[0](Secret(server.url() + "/hook"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount("/hook"), 1, 30'000);
    QCOMPARE(run.channel->sent.size(), size_t(1));
}

void TestNotifyDesk::secretThatIsThereAgain()
{
    NastyServer server;
    server.on("POST", "/hook", {ServerAnswer::text("ok")});
    const QTemporaryDir folder;
    ManualClock clock;
    Run run(folder, webhookOfTheKeychain(), &clock);
    run.desk.addOwnChannels();
    run.desk.start();
    run.happen(fired("eu-b-17"));
    run.keychain->asked[0](fail({ErrorKind::NotFound, QStringLiteral("it is locked"), {}, {}, {}}));
    QTRY_COMPARE(run.channel->sent.size(), size_t(1));
    run.desk.desk().test();
    QCOMPARE(run.desk.desk().lastTest().channels, size_t(2)); // and only one is there
    clock.advance(std::chrono::minutes(10));
    QTRY_COMPARE(run.keychain->asked.size(), size_t(2));
    run.keychain->asked[1](Secret(server.url() + "/hook"));
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount("/hook"), 1, 30'000);
    QCOMPARE(run.errors.size(), size_t(1)); // said once
}

void TestNotifyDesk::whatIsGivenUpIsSaid()
{
    NastyServer server; // knows no such page
    const QTemporaryDir folder;
    NotifyProfile profile;
    profile.webhooks = {
        {QStringLiteral("chat"), {server.url() + "/T0PSECRET", std::nullopt}, std::nullopt, {}}};
    Run run(folder, profile);
    run.desk.addOwnChannels();
    run.desk.start();
    run.happen(fired("eu-b-17"));
    QTRY_COMPARE_WITH_TIMEOUT(run.errors.size(), size_t(1), 30'000);
    QCOMPARE(run.errors[0].where, QStringLiteral("chat"));
    QVERIFY2(run.errors[0].message.contains(QLatin1String("404")), qPrintable(run.errors[0].text()));
    QVERIFY(!run.errors[0].text().contains(QLatin1String("T0PSECRET")));
    QCOMPARE(run.desk.desk().courier().undelivered(), size_t(1));
}

/// An alert that came late made the incident older, and so its id another, and then the program was started
/// anew.
void TestNotifyDesk::anotherIdAfterARestart()
{
    const QTemporaryDir folder;
    QString before;
    {
        Run first(folder);
        QSignalSpy appended(&first.log, &AlertLog::appended);
        first.desk.start();
        first.happen(fired("eu-b-17"));
        QTRY_COMPARE(first.channel->sent.size(), size_t(1));
        before = first.channel->sent[0].incident;
        QTRY_VERIFY(!appended.isEmpty());
    }
    Run second(folder);
    AlertEvent earlier = fired("eu-b-17");
    earlier.alert = QStringLiteral("CPU@eu-b-17");
    earlier.uid = QStringLiteral("fired/") + earlier.alert;
    earlier.name = QStringLiteral("CPU");
    earlier.at -= std::chrono::seconds(30);
    second.happen(earlier);
    second.happen(fired("eu-b-17"));
    QCOMPARE(second.incidents.incidents().size(), size_t(1));
    QVERIFY(second.incidents.incidents()[0].id != before);
    QSignalSpy began(&second.desk, &NotifyDesk::began);
    second.desk.start();
    QTRY_COMPARE(began.size(), 1);
    QVERIFY(second.channel->sent.empty());
}

/// Two over one folder: the second waits, says so, and goes on where the first ended.
void TestNotifyDesk::oneAtATime()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("turn.lock"));
    auto first = std::make_unique<Run>(folder);
    first->desk.takeTurns(file);
    QSignalSpy appended(&first->log, &AlertLog::appended);
    first->desk.start();
    first->happen(fired("eu-b-17"));
    QTRY_COMPARE(first->channel->sent.size(), size_t(1));
    QTRY_VERIFY(!appended.isEmpty());

    Run second(folder);
    second.desk.takeTurns(file);
    QSignalSpy began(&second.desk, &NotifyDesk::began);
    second.desk.start();
    second.happen(fired("eu-b-17"));
    second.happen(fired("eu-a-01"));
    QTRY_COMPARE(second.errors.size(), size_t(1));
    QCOMPARE(second.errors[0].where, file);
    QVERIFY(second.channel->sent.empty() && began.isEmpty());

    first.reset();
    QTRY_COMPARE_WITH_TIMEOUT(began.size(), 1, 30'000);
    QCOMPARE(second.channel->sent.size(), size_t(1));
    QVERIFY(second.channel->sent[0].title.contains(QStringLiteral("eu-a-01")));
    QCOMPARE(second.errors.size(), size_t(1));
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
    run.desk.start();
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
