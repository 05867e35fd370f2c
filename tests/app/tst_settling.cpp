// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Settling.h"
#include "models/fleet/FleetInventory.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

Delta told(const char* progress)
{
    Delta delta;
    delta.source = QStringLiteral("hub");
    delta.generation = 1;
    delta.status = SourceStatus{};
    delta.status->id = delta.source;
    delta.status->kind = QStringLiteral("beszel");
    delta.status->capabilities = {QStringLiteral("hosts")};
    delta.status->settled = true;
    delta.status->progress = QString::fromLatin1(progress);
    return delta;
}

} // namespace

/// A command that prints series waits for the past as well, and not for ever.
class TestSettling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastIsAwaited();
    void patienceEnds();
    void othersDoNotWait();

private:
    const QStringList m_hub{QStringLiteral("hub")};
};

void TestSettling::pastIsAwaited()
{
    ManualClock clock;
    Fleet fleet(clock);
    const FleetInventory inventory(fleet);
    Settling settling(fleet, inventory, clock);
    QSignalSpy settled(&settling, &Settling::settled);
    settling.await(m_hub, 1min, Settling::Until::PastRead);
    fleet.apply(told("reading the past"));
    fleet.flush();
    QCoreApplication::processEvents();
    QCOMPARE(settled.size(), 0);
    QCOMPARE(settling.waitingFor(), QStringList());
    QCOMPARE(settling.readingPast(), m_hub);
    fleet.apply(told(""));
    fleet.flush();
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settling.readingPast(), QStringList());
}

void TestSettling::patienceEnds()
{
    ManualClock clock;
    Fleet fleet(clock);
    const FleetInventory inventory(fleet);
    Settling settling(fleet, inventory, clock);
    QSignalSpy settled(&settling, &Settling::settled);
    settling.await(m_hub, 1min, Settling::Until::PastRead);
    fleet.apply(told("reading the past"));
    fleet.flush();
    QCoreApplication::processEvents();
    clock.advance(1min);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settling.readingPast(), m_hub);
}

void TestSettling::othersDoNotWait()
{
    ManualClock clock;
    Fleet fleet(clock);
    const FleetInventory inventory(fleet);
    Settling settling(fleet, inventory, clock);
    QSignalSpy settled(&settling, &Settling::settled);
    settling.await(m_hub, 1min);
    fleet.apply(told("reading the past"));
    fleet.flush();
    QTRY_COMPARE(settled.size(), 1);
}

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
