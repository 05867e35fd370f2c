// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/DesktopChannel.h"
#include "tests/connectors/notify/FakeNotifications.h"
#include "tests/connectors/notify/PrivateBus.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

/// A bus with a service on it and a channel that talks to it; each of the two on a connection of its own.
class Desk
{
public:
    explicit Desk(QStringList can = {QStringLiteral("actions"), QStringLiteral("body-markup")})
        : service(std::move(can)), there(connect(QStringLiteral("there"))),
          here(connect(QStringLiteral("here")))
    {
    }

    ~Desk()
    {
        QDBusConnection::disconnectFromBus(there.name());
        QDBusConnection::disconnectFromBus(here.name());
    }

    bool serve()
    {
        return there.isConnected() &&
               there.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
               there.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    PrivateBus bus;
    FakeNotifications service;
    QDBusConnection there;
    QDBusConnection here;

private:
    QDBusConnection connect(const QString& name) const
    {
        return QDBusConnection::connectToBus(bus.address(), name + bus.address());
    }
};

bool isThere(const QDBusConnection& bus)
{
    QObject context;
    std::optional<bool> answer;
    DesktopChannel::find(bus, &context, [&answer](bool found) { answer = found; });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 30'000) && *answer;
}

Notification notice(const QString& incident)
{
    Notification made;
    made.id = incident + QStringLiteral("/opened/0/critical");
    made.incident = incident;
    made.severity = AlertSeverity::Critical;
    made.title = QStringLiteral("node <b>eu-b-17</b> is gone");
    made.detail = QStringLiteral("9 layers & <img src=x>");
    return made;
}

} // namespace

class TestDesktopChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows();
    void plainService();
    void nextWordReplaces();
    void answers();
    void nobodyThere();
    void refused();
};

void TestDesktopChannel::shows()
{
    Desk desk;
    QVERIFY2(desk.serve(), qPrintable(desk.bus.error()));
    QVERIFY(isThere(desk.here));
    DesktopChannel channel(desk.here, true);
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(accepted.wait());
    QCOMPARE(desk.service.shown.size(), size_t(1));
    const FakeNotifications::Shown& shown = desk.service.shown[0];
    QCOMPARE(shown.summary, QStringLiteral("node <b>eu-b-17</b> is gone")); // a summary is plain text
    QCOMPARE(shown.body, QStringLiteral("9 layers &amp; &lt;img src=x&gt;"));
    QCOMPARE(shown.actions.value(0), QStringLiteral("default"));
    QCOMPARE(shown.actions.value(2), QStringLiteral("acknowledge"));
    QCOMPARE(shown.hints[QStringLiteral("urgency")].value<uchar>(), uchar(2));
    QCOMPARE(shown.hints[QStringLiteral("sound-name")].toString(), QStringLiteral("dialog-error"));
    QCOMPARE(shown.expires, 0); // stays until somebody looks
}

void TestDesktopChannel::plainService()
{
    Desk desk(QStringList{});
    QVERIFY2(desk.serve(), qPrintable(desk.bus.error()));
    DesktopChannel channel(desk.here, false);
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(accepted.wait());
    QVERIFY(desk.service.shown[0].actions.isEmpty());
    QCOMPARE(desk.service.shown[0].body, QStringLiteral("9 layers & <img src=x>"));
    QVERIFY(!desk.service.shown[0].hints.contains(QStringLiteral("sound-name")));
}

void TestDesktopChannel::nextWordReplaces()
{
    Desk desk;
    QVERIFY2(desk.serve(), qPrintable(desk.bus.error()));
    DesktopChannel channel(desk.here, false);
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    for (const char* incident : {"I-1", "I-2", "I-1"}) {
        channel.send(notice(QString::fromLatin1(incident)));
        QVERIFY(accepted.wait());
    }
    QCOMPARE(desk.service.shown[1].replaces, 0U);
    QCOMPARE(desk.service.shown[2].replaces, desk.service.shown[0].number);

    QSignalSpy answered(&channel, &NotificationChannel::answered);
    Q_EMIT desk.service.NotificationClosed(desk.service.shown[0].number, 2);
    Q_EMIT desk.service.ActionInvoked(desk.service.shown[1].number, QStringLiteral("default"));
    QVERIFY(answered.wait()); // what came before it has arrived, too
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(accepted.wait());
    QCOMPARE(desk.service.shown[3].replaces, 0U);
}

void TestDesktopChannel::answers()
{
    Desk desk;
    QVERIFY2(desk.serve(), qPrintable(desk.bus.error()));
    DesktopChannel channel(desk.here, false);
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(accepted.wait());
    QSignalSpy answered(&channel, &NotificationChannel::answered);
    Q_EMIT desk.service.ActionInvoked(desk.service.shown[0].number + 100, QStringLiteral("default"));
    Q_EMIT desk.service.ActionInvoked(desk.service.shown[0].number, QStringLiteral("acknowledge"));
    QVERIFY(answered.wait());
    QCOMPARE(answered.size(), 1); // another program's notification is none of ours
    QCOMPARE(answered[0][0].toString(), QStringLiteral("I-1"));
    QCOMPARE(answered[0][1].toString(), QStringLiteral("acknowledge"));
}

void TestDesktopChannel::nobodyThere()
{
    Desk desk;
    QVERIFY2(desk.here.isConnected(), qPrintable(desk.bus.error()));
    QVERIFY(!isThere(desk.here));
    QVERIFY(!isThere(QDBusConnection(QStringLiteral("no such bus"))));
    DesktopChannel channel(desk.here, false);
    QSignalSpy refusals(&channel, &NotificationChannel::refused);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(refusals.wait());
    QVERIFY(!refusals[0][2].toBool());
    QVERIFY(desk.serve()); // it came up later
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(accepted.wait());
}

void TestDesktopChannel::refused()
{
    Desk desk;
    QVERIFY2(desk.serve(), qPrintable(desk.bus.error()));
    desk.service.refuses = true;
    DesktopChannel channel(desk.here, false);
    QSignalSpy refusals(&channel, &NotificationChannel::refused);
    channel.send(notice(QStringLiteral("I-1")));
    QVERIFY(refusals.wait());
    QVERIFY(refusals[0][1].value<Error>().message.contains(QStringLiteral("too many")));
}

QTEST_GUILESS_MAIN(TestDesktopChannel)
#include "tst_desktop_channel.moc"
