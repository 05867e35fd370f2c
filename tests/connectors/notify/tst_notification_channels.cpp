// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/CommandChannel.h"
#include "connectors/notify/Heartbeat.h"
#include "connectors/notify/NotificationJson.h"
#include "connectors/notify/WebhookChannel.h"
#include "models/core/SystemClock.h"
#include "tests/support/ManualClock.h"
#include "tests/support/NastyServer.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

Notification sample()
{
    Notification made;
    made.id = QStringLiteral("I-7K2QX/opened/0/critical");
    made.incident = QStringLiteral("I-7K2QX");
    made.severity = AlertSeverity::Critical;
    made.title = QStringLiteral("node eu-b-17 is gone: 9 layers have one copy left");
    made.detail = QStringLiteral("zone eu-b");
    made.alerts = 31;
    made.at = *fromRfc3339(QStringLiteral("2026-11-21T22:15:03.120Z"));
    made.link = QStringLiteral("stowage://incident/I-7K2QX");
    return made;
}

/// How one attempt ended.
struct Ending
{
    bool isAccepted = false;
    bool isFinal = false;
    Error error;
};

Ending ending(NotificationChannel& channel, const Notification& notice)
{
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    QSignalSpy refused(&channel, &NotificationChannel::refused);
    channel.send(notice);
    if (!QTest::qWaitFor([&] { return accepted.size() + refused.size() > 0; }, 60'000)) {
        return {};
    }
    QTest::qWait(10); // a second ending would come now
    if (accepted.size() + refused.size() != 1) {
        return {};
    }
    return accepted.isEmpty() ? Ending{false, refused[0][2].toBool(), refused[0][1].value<Error>()}
                              : Ending{true, false, {}};
}

WebhookSettings webhookAt(const NastyServer& server)
{
    WebhookSettings settings;
    settings.id = QStringLiteral("ops");
    settings.context = QStringLiteral("eu-prod");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = server.url();
    settings.path = "/hooks/T0PSECRET?key=T0PSECRET";
    return settings;
}

/// A program of the test's own.
QString script(const QTemporaryDir& folder, const QByteArray& text)
{
    QFile file(folder.filePath(QStringLiteral("tell")));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0) {
        qFatal("cannot write the script");
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

class TestNotificationChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json();
    void jsonOfStrangeText();
    void webhookTakes();
    void webhookStatus_data();
    void webhookStatus();
    void webhookFaults_data();
    void webhookFaults();
    void commandTakes();
    void commandRefuses();
    void commandIsNotThere();
    void commandHangs();
    void slowCommandHasItsTime();
    void commandReadsNothing();
    void heartbeat();
};

void TestNotificationChannels::json()
{
    const auto document =
        nlohmann::json::parse(notificationJson(sample(), QStringLiteral("eu-prod")).toStdString());
    QCOMPARE(document["schema"].get<std::string>(), std::string("stowage/notification/1"));
    QCOMPARE(document["at"].get<std::string>(), std::string("2026-11-21T22:15:03.120Z"));
    QCOMPARE(document["context"].get<std::string>(), std::string("eu-prod"));
    QCOMPARE(document["kind"].get<std::string>(), std::string("opened"));
    QCOMPARE(document["incident"].get<std::string>(), std::string("I-7K2QX"));
    QCOMPARE(document["alerts"].get<int>(), 31);
}

void TestNotificationChannels::jsonOfStrangeText()
{
    Notification notice = sample();
    notice.incident.clear();
    notice.title = QStringLiteral("half a pair: ") + QChar(0xd83d) + QStringLiteral(" and \"quotes\"\n\x01");
    const QByteArray text = notificationJson(notice, {});
    QVERIFY(!text.contains('\n')); // one line, whatever is in it
    const auto document = nlohmann::json::parse(text.toStdString());
    QVERIFY(document["incident"].is_null());
}

void TestNotificationChannels::webhookTakes()
{
    NastyServer server;
    server.on("POST", "/hooks/T0PSECRET", {ServerAnswer::text("ok", 202)});
    HttpEngine engine;
    WebhookChannel channel(engine, webhookAt(server));
    QVERIFY(ending(channel, sample()).isAccepted);
    const auto requests = server.requests();
    QCOMPARE(requests.size(), size_t(1));
    QCOMPARE(requests[0].body, notificationJson(sample(), QStringLiteral("eu-prod")));
    QCOMPARE(requests[0].header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(requests[0].header("Idempotency-Key"), QByteArray("I-7K2QX/opened/0/critical"));
}

void TestNotificationChannels::webhookStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    QTest::newRow("moved") << 302 << true;
    QTest::newRow("bad request") << 400 << true;
    QTest::newRow("unauthorized") << 401 << true;
    QTest::newRow("not found") << 404 << true;
    QTest::newRow("request timeout") << 408 << false;
    QTest::newRow("too many") << 429 << false;
    QTest::newRow("server fault") << 500 << false;
    QTest::newRow("unavailable") << 503 << false;
}

void TestNotificationChannels::webhookStatus()
{
    QFETCH(int, status);
    QFETCH(bool, isFinal);
    NastyServer server;
    ServerAnswer answer = ServerAnswer::text("no", status);
    server.on("POST", "/hooks/T0PSECRET", {status == 302 ? ServerAnswer::redirect("/elsewhere") : answer});
    HttpEngine engine;
    WebhookChannel channel(engine, webhookAt(server));
    const Ending end = ending(channel, sample());
    QVERIFY(!end.isAccepted);
    QCOMPARE(end.isFinal, isFinal);
    QVERIFY(!end.error.message.isEmpty());
    QVERIFY(!end.error.text().contains(QLatin1String("T0PSECRET")));
    QCOMPARE(server.requestCount(), 1); // trying again is the courier's
}

void TestNotificationChannels::webhookFaults_data()
{
    QTest::addColumn<Fault>("fault");
    for (const Fault fault : {Fault::Refuses, Fault::NeverAnswers, Fault::Drips, Fault::ResetsInHeaders,
                              Fault::ResetsInBody, Fault::EndsEarly, Fault::NeverEnds, Fault::HeaderFlood}) {
        QTest::newRow(faultName(fault)) << fault;
    }
}

void TestNotificationChannels::webhookFaults()
{
    QFETCH(Fault, fault);
    NastyServer server;
    server.on("POST", "/hooks/T0PSECRET", {ServerAnswer::text("a good answer, if it arrives")});
    server.misbehave(fault);
    HttpEngine engine;
    WebhookSettings settings = webhookAt(server);
    settings.deadline = 300ms;
    WebhookChannel channel(engine, settings);
    const Ending end = ending(channel, sample());
    QVERIFY(!end.isAccepted);
    QVERIFY(!end.isFinal);
    QVERIFY(!end.error.message.isEmpty());
    QVERIFY(!end.error.text().contains(QLatin1String("T0PSECRET")));
}

void TestNotificationChannels::commandTakes()
{
    const QTemporaryDir folder;
    const QString seen = folder.filePath(QStringLiteral("seen"));
    const SystemClock clock;
    CommandChannel channel(
        clock,
        {QStringLiteral("pager"), QStringLiteral("eu-prod"), script(folder, "cat > \"$1\"\n"), {seen}, 60s});
    QVERIFY(ending(channel, sample()).isAccepted);
    QFile file(seen);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), notificationJson(sample(), QStringLiteral("eu-prod")) + '\n');
    QVERIFY(ending(channel, sample()).isAccepted); // and once more
}

void TestNotificationChannels::commandRefuses()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    CommandChannel channel(
        clock, {QStringLiteral("pager"), {}, script(folder, "echo 'no carrier' >&2\nexit 7\n"), {}, 60s});
    const Ending end = ending(channel, sample());
    QVERIFY(!end.isAccepted);
    QVERIFY(!end.isFinal);
    QCOMPARE(end.error.message, QStringLiteral("the command ended with status 7: no carrier"));
}

void TestNotificationChannels::commandIsNotThere()
{
    const SystemClock clock;
    CommandChannel channel(clock, {QStringLiteral("pager"), {}, QStringLiteral("/no/such/program"), {}, 60s});
    const Ending end = ending(channel, sample());
    QVERIFY(end.isFinal);
    QVERIFY(end.error.message.contains(QStringLiteral("/no/such/program")));
}

void TestNotificationChannels::commandHangs()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    CommandChannel channel(clock,
                           {QStringLiteral("pager"), {}, script(folder, "exec sleep 600\n"), {}, 200ms});
    const Ending end = ending(channel, sample());
    QVERIFY(!end.isAccepted);
    QCOMPARE(end.error.kind, ErrorKind::Timeout);
}

/// Whoever waits for it waits for longer than the command may take, so that it is never run twice at a time.
void TestNotificationChannels::slowCommandHasItsTime()
{
    const SystemClock clock;
    const CommandChannel usual(clock, {QStringLiteral("pager"), {}, QStringLiteral("/bin/true"), {}, 30s});
    QCOMPARE(usual.patience(), Millis(NotificationChannel::UsualPatience));
    const CommandChannel slow(clock, {QStringLiteral("pager"), {}, QStringLiteral("/bin/true"), {}, 600s});
    QVERIFY(slow.patience() > 600s);
}

/// A program that closes its input at once is no reason to die of a broken pipe.
void TestNotificationChannels::commandReadsNothing()
{
    const QTemporaryDir folder;
    const SystemClock clock;
    CommandChannel channel(clock,
                           {QStringLiteral("pager"), {}, script(folder, "exec <&-\nexit 0\n"), {}, 60s});
    Notification notice = sample();
    notice.detail = QString(1'000'000, u'x');
    QVERIFY(ending(channel, notice).isAccepted);
}

void TestNotificationChannels::heartbeat()
{
    NastyServer server;
    server.on("GET", "/ping/T0PSECRET",
              {ServerAnswer::text("ok"), ServerAnswer::text("no", 500), ServerAnswer::text("ok")});
    HttpEngine engine;
    ManualClock clock;
    HeartbeatSettings settings;
    settings.endpoint.source = QStringLiteral("heartbeat");
    settings.endpoint.baseUrl = server.url();
    settings.path = "/ping/T0PSECRET";
    Heartbeat heart(engine, clock, settings);
    QSignalSpy changed(&heart, &Heartbeat::changed);
    heart.start();
    QVERIFY(changed.wait());
    QCOMPARE(heart.lastAccepted(), clock.now());
    clock.advance(1min);
    QVERIFY(changed.wait());
    QVERIFY(heart.error().has_value());
    QVERIFY(!heart.error()->text().contains(QLatin1String("T0PSECRET")));
    QCOMPARE(heart.failed(), quint64(1));
    clock.advance(1min);
    QVERIFY(changed.wait());
    QVERIFY(!heart.error().has_value());
    QCOMPARE(heart.sent(), quint64(3));
}

QTEST_GUILESS_MAIN(TestNotificationChannels)
#include "tst_notification_channels.moc"
