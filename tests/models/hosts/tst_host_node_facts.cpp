// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostNodeFacts.h"
#include "tests/models/hosts/HostFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// n1 is a node of the fleet, and a machine of the hub.
struct OneNode : HostFixture
{
    OneNode()
    {
        nodes({node(u"n1"_s)});
        HostObservation host = HostFixture::machine(u"a"_s, u"n1"_s);
        host.facts.cores = 4;
        tell(u"hub"_s, host);
    }

    void put(const QString& metric, double value) { sample(u"hub"_s, u"a"_s, metric, value); }
    NodeWorth worth() { return nodeFacts(fleet, &book).value(u"n1"_s); }
};

} // namespace

/// What a plan knows of the machines that its nodes are.
class TestHostNodeFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsRoomLoadAndUptime()
    {
        OneNode f;
        f.put(u"uptime.seconds"_s, 7'200);
        f.put(u"load.5m"_s, 1);
        f.put(u"cpu.percent"_s, 90);
        f.put(u"disk.total.bytes"_s, 100e9);
        f.put(u"disk.used.bytes"_s, 60e9);
        QCOMPARE(f.worth().uptime, std::optional<Millis>(2h));
        QCOMPARE(f.worth().load, std::optional(0.25));
        QCOMPARE(f.worth().freeBytes, std::optional<qint64>(40'000'000'000));
        QCOMPARE(nodeFacts(f.fleet).value(u"n1"_s).freeBytes, std::optional<qint64>());
    }

    void theDiskThatTakesContentCounts()
    {
        OneNode f;
        f.put(u"disk.total.bytes"_s, 100e9);
        f.put(u"disk.used.bytes"_s, 60e9);
        f.put(u"disk.percent[/var]"_s, 50);
        f.put(u"disk.total.bytes[/var]"_s, 8e9);
        QCOMPARE(contentDisk(f.host(u"hub"_s, u"a"_s)), u"/var"_s);
        QCOMPARE(f.worth().freeBytes, std::optional<qint64>(4'000'000'000));
    }

    void whatIsOldOrQuarantinedIsNotTold()
    {
        OneNode f;
        f.put(u"cpu.percent"_s, 50);
        QCOMPARE(f.worth().load, std::optional(0.5));
        f.clock.advance(1min);
        f.quarantine(u"hub"_s, u"a"_s, u"cpu.percent"_s, 5'000);
        QCOMPARE(f.worth().load, std::optional<double>());
        f.put(u"cpu.percent"_s, 60);
        f.clock.advance(1s);
        f.put(u"cpu.percent"_s, 60);
        QCOMPARE(f.worth().load, std::optional(0.6));
        f.clock.advance(10min);
        f.book.judgeAges();
        QCOMPARE(f.worth().load, std::optional<double>());
        HostObservation down = HostFixture::machine(u"a"_s, u"n1"_s);
        down.state = HostState::Down;
        f.put(u"cpu.percent"_s, 60);
        f.tell(u"hub"_s, down);
        QCOMPARE(f.worth().load, std::optional<double>());
    }
};

QTEST_GUILESS_MAIN(TestHostNodeFacts)
#include "tst_host_node_facts.moc"
