// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHub.h"
#include "connectors/beszel/BeszelConnector.h"
#include "models/core/SystemClock.h"
#include "tests/support/StallMeter.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

/// A hub of many machines on a thread of its own, so that only the connector can stall the test's.
class FarHub
{
public:
    explicit FarHub(int machines)
    {
        m_thread.start();
        onThread([&] {
            m_world = buildDemoWorld(DemoSize::uniform(machines / 250, 250, 2), 1);
            m_world.setBeganAt(m_clock.now());
            m_hub = std::make_unique<DemoHub>(m_world);
            m_isUp = m_hub->start().has_value();
        });
    }

    ~FarHub()
    {
        onThread([&] { m_hub.reset(); });
        m_thread.quit();
        m_thread.wait();
    }

    bool isUp() const { return m_isUp; }
    QByteArray url() const { return m_hub->server().url(); }
    size_t machines() const { return m_hub->systems().size(); }

private:
    template <class Run>
    void onThread(Run run)
    {
        if (m_context.thread() != &m_thread) {
            m_context.moveToThread(&m_thread);
        }
        QMetaObject::invokeMethod(&m_context, run, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_context;
    SystemClock m_clock;
    DemoWorld m_world;
    std::unique_ptr<DemoHub> m_hub;
    bool m_isUp = false;
};

} // namespace

/// A hub of five thousand systems does not make the program stand still.
class TestBeszelMany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesNotStall();
};

void TestBeszelMany::doesNotStall()
{
    constexpr int Machines = 5'000;
    FarHub hub(Machines);
    QVERIFY(hub.isUp());
    QVERIFY(hub.machines() >= Machines);

    const SystemClock clock;
    HttpEngine engine;
    BeszelSettings settings;
    settings.id = QStringLiteral("hub");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = hub.url();
    settings.user = QString::fromLatin1(DemoHub::User);
    settings.password = Secret(DemoHub::Password);
    BeszelConnector connector(engine, clock, settings);
    QSet<QString> seen;
    size_t mostAtOnce = 0;
    bool isSettled = false;
    connect(&connector, &Connector::delta, this, [&](const Delta& delta) {
        for (const HostObservation& host : delta.hosts) {
            seen << host.subject;
        }
        mostAtOnce = std::max(mostAtOnce, delta.hosts.size());
        isSettled = isSettled || (delta.status && delta.status->settled);
    });
    StallMeter meter;
    connector.start();
    QTRY_VERIFY_WITH_TIMEOUT(isSettled && static_cast<size_t>(seen.size()) >= hub.machines(), 300'000);
    QTest::qWait(2'000); // the past begins to be read
    const Millis longest = meter.longest();
    qInfo("%lld systems, at most %zu hosts a delta, longest stall %lld ms",
          static_cast<long long>(seen.size()), mostAtOnce, static_cast<long long>(longest.count()));
    connector.stop();
    QVERIFY(longest < LongestStall);
}

QTEST_GUILESS_MAIN(TestBeszelMany)
#include "tst_beszel_many.moc"
