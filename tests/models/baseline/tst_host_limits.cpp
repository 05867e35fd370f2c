// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostLimits.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

QString name(const char* metric)
{
    return QString::fromLatin1(metric);
}

Host registry()
{
    Host host;
    host.kind = HostKind::Service;
    host.cpuLimit = 1;
    HostValue files;
    files.metric = name("process.files.limit");
    files.value = 20'000;
    host.values = {files};
    return host;
}

Host machine()
{
    Host host;
    host.facts.cores = 8;
    host.facts.memoryBytes = 64.0 * 1024 * 1024 * 1024;
    host.facts.diskBytes.insert(name("/data"), 1e12);
    host.facts.linkBitsPerSecond.insert(name("eth0"), 1e10);
    return host;
}

std::optional<double> valueOf(const Host& host, const char* metric)
{
    const auto limit = limitOf(host, name(metric));
    return limit ? std::optional(limit->value) : std::nullopt;
}

SeriesData errors(std::initializer_list<double> everyFiveMinutes)
{
    SeriesData data;
    Timestamp at{};
    for (const double value : everyFiveMinutes) {
        at += 5min;
        data.points.push_back({at, 5min, value, value, value, 5});
    }
    return data;
}

std::optional<Millis> firstOf(const SeriesData& data)
{
    const auto mark = firstErrors(data);
    return mark ? std::optional(mark->at.time_since_epoch()) : std::nullopt;
}

} // namespace

/// What charts of hosts draw as limits and marks.
class TestHostLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegistryHasThoseOfItsProfile()
    {
        QCOMPARE(limitOf(registry(), name("cpu.percent")),
                 std::optional(HostLimit{name("cpu.percent"), 100, name("limit 1.00 core")}));
        QCOMPARE(limitOf(registry(), name("process.cpu.cores")),
                 std::optional(HostLimit{name("process.cpu.cores"), 1, name("limit 1.00 core")}));
        QCOMPARE(limitOf(registry(), name("process.files"))->value, 20'000.0);
        QCOMPARE(limitOf(registry(), name("process.files"))->text, name("limit 20000 files"));
        Host half = registry();
        half.cpuLimit = 2.5;
        QCOMPARE(limitOf(half, name("cpu.percent"))->text, name("limit 2.50 cores"));
    }

    void aMachineHasThoseOfItsParts()
    {
        QCOMPARE(valueOf(machine(), "cpu.percent"), std::optional(100.0));
        QCOMPARE(valueOf(machine(), "load.1m"), std::optional(8.0));
        QCOMPARE(valueOf(machine(), "memory.percent"), std::optional(100.0));
        QCOMPARE(limitOf(machine(), name("memory.used.bytes"))->text, name("64 GiB in all"));
        QCOMPARE(valueOf(machine(), "disk.percent[/nix]"), std::optional(100.0));
        QCOMPARE(valueOf(machine(), "disk.used.bytes[/data]"), std::optional(1e12));
        QCOMPARE(valueOf(machine(), "net.sent.bytesPerSecond[eth0]"), std::optional(1.25e9));
    }

    void whatNobodyKnowsHasNone_data()
    {
        QTest::addColumn<QString>("metric");
        for (const char* metric :
             {"requests.perSecond", "latency.p95.seconds", "errors.percent", "hits.percent",
              "cpu.iowait.percent", "disk.used.bytes[/other]", "net.sent.bytesPerSecond[eth1]",
              "disk.write.bytesPerSecond", "temperature.celsius", "process.files", "", "[", "x[y"}) {
            QTest::newRow(metric) << name(metric);
        }
    }
    void whatNobodyKnowsHasNone()
    {
        QFETCH(QString, metric);
        QVERIFY(!limitOf(machine(), metric));
    }

    void aServiceWithoutALimitHasNone()
    {
        Host host = registry();
        host.cpuLimit.reset();
        host.values.clear();
        QVERIFY(!limitOf(host, name("cpu.percent")));
        QVERIFY(!limitOf(host, name("process.cpu.cores")));
        QVERIFY(!limitOf(host, name("process.files")));
    }

    void theFirstErrorsAreTheBeginningOfTheLastTrouble()
    {
        QVERIFY(!firstErrors({}));
        QVERIFY(!firstOf(errors({0, 0, 0})));
        QVERIFY(!firstOf(errors({3, 3, 3}))); // nobody saw the first
        QCOMPARE(firstOf(errors({0, 0, 0, 2, 5, 5})), std::optional(Millis(15min)));
        QCOMPARE(firstOf(errors({0, 0, 2, 0, 5, 5})), std::optional(Millis(10min))); // a short pause
        QCOMPARE(firstOf(errors({0, 2, 0, 0, 0, 0, 5})), std::optional(Millis(30min)));
        QCOMPARE(firstOf(errors({7, 7, 0, 0, 0, 1})), std::optional(Millis(25min)));
        QCOMPARE(firstErrors(errors({0, 1}))->text, name("first 5xx"));
        QVERIFY(firstErrors(errors({0, 1}))->isTrouble);
    }
};

QTEST_GUILESS_MAIN(TestHostLimits)
#include "tst_host_limits.moc"
