// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationExposition.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

/// Takes everything, or refuses it for good.
class OneWay final : public NotificationChannel
{
public:
    explicit OneWay(bool isOpen) : m_isOpen(isOpen) {}

    QString id() const override { return m_isOpen ? QStringLiteral("open") : QStringLiteral("shut"); }

    void send(const Notification& notice) override
    {
        if (m_isOpen) {
            Q_EMIT accepted(notice.id);
        } else {
            Q_EMIT refused(notice.id, {ErrorKind::Connect, QStringLiteral("nobody there"), id(), {}, {}},
                           true);
        }
    }

private:
    bool m_isOpen;
};

struct Rig
{
    ManualClock clock;
    NotificationDesk desk{{},
                          {[](const QString&) -> const Incident* { return nullptr; },
                           [](const Incident&) {
                               return false;
                           }},
                          clock};
};

} // namespace

/// What `/metrics` says of telling people.
class TestNotificationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHasHappened()
    {
        const Rig rig;
        const QByteArray page = notificationExposition(rig.desk, std::nullopt);
        QVERIFY2(page.contains("stowage_notices_accepted_total 0\n"), page.constData());
        QVERIFY2(page.contains("stowage_notices_undelivered_total 0\n"), page.constData());
        QVERIFY2(!page.contains("self_test"), page.constData()); // never is no moment
        QVERIFY2(!page.contains("heartbeat"), page.constData());
    }

    void whatArrivedAndWhatDidNot()
    {
        Rig rig;
        rig.desk.addChannel(std::make_unique<OneWay>(true));
        rig.desk.addChannel(std::make_unique<OneWay>(false));
        rig.desk.restore({});
        rig.desk.test();
        rig.clock.advance(Millis{1});
        const QByteArray page = notificationExposition(rig.desk, HeartbeatFigures{7, 2, rig.clock.now()});
        QVERIFY2(page.contains("stowage_notices_accepted_total 1\n"), page.constData());
        QVERIFY2(page.contains("stowage_notices_undelivered_total 1\n"), page.constData());
        QVERIFY2(page.contains("stowage_self_test_sent_time_seconds "), page.constData());
        QVERIFY2(!page.contains("stowage_self_test_accepted_time_seconds "), page.constData());
        QVERIFY2(page.contains("stowage_heartbeats_total 7\n"), page.constData());
        QVERIFY2(page.contains("stowage_heartbeat_failures_total 2\n"), page.constData());
        QVERIFY2(page.contains("# TYPE stowage_heartbeat_accepted_time_seconds gauge\n"), page.constData());
    }
};

QTEST_GUILESS_MAIN(TestNotificationPage)
#include "tst_notification_page.moc"
