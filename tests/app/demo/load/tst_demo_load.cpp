// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/load/DemoMachineLoad.h"

#include <QTest>

#include <set>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

std::vector<DemoMachine> machines()
{
    return demoMachines(buildDemoWorld({}, 1));
}

DemoMachine machine(QByteArrayView name)
{
    for (const DemoMachine& each : machines()) {
        if (each.name == name) {
            return each;
        }
    }
    qFatal("no such machine");
}

/// From a month ago to a day ahead.
std::vector<Millis> moments()
{
    std::vector<Millis> all;
    for (Millis at = -30 * 24h; at <= 24h; at += 97min) {
        all.push_back(at);
    }
    return all;
}

bool isPercent(double value)
{
    return value >= 0 && value <= 100;
}

} // namespace

class TestDemoLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMachineIsItsOwn();
    void whatIsToldCanBe();
    void sumsGrowAsRatesSay();
    void registryRunsOutOfCpu();
    void builderFillsInLessThanFourHours();
};

void TestDemoLoad::everyMachineIsItsOwn()
{
    const auto all = machines();
    QCOMPARE(all.size(), size_t(51));
    std::set<QByteArray> names;
    std::set<QByteArray> addresses;
    std::set<QByteArray> ids;
    std::set<double> loads;
    for (const DemoMachine& each : all) {
        names.insert(each.name);
        addresses.insert(each.address);
        ids.insert(each.machineId);
        loads.insert(DemoMachineLoad::of(each, 0ms).cpuPercent);
        QCOMPARE(each.machineId.size(), qsizetype(32));
    }
    QCOMPARE(names.size(), all.size());
    QCOMPARE(addresses.size(), all.size());
    QCOMPARE(ids.size(), all.size());
    QVERIFY(loads.size() > all.size() / 2);
    QVERIFY(machines() == all);
}

void TestDemoLoad::whatIsToldCanBe()
{
    for (const DemoMachine& each : machines()) {
        for (const Millis at : moments()) {
            const DemoMachineLoad load = DemoMachineLoad::of(each, at);
            QVERIFY(isPercent(load.cpuPercent));
            QVERIFY(load.cpuPercent > 0);
            QVERIFY(isPercent(load.busyPercent));
            QVERIFY(isPercent(load.inodesPercent));
            QVERIFY(load.memoryUsed > 0 && load.memoryUsed + load.memoryCache < each.memoryBytes);
            QVERIFY(load.swapUsed <= each.swapBytes);
            QVERIFY(load.diskUsed > 0 && load.diskUsed <= each.diskBytes);
            QVERIFY(load.nixUsed <= each.nixBytes);
            QVERIFY(load.readPerSecond > 0 && load.writePerSecond > 0);
            QVERIFY(load.receivedPerSecond > 0 && load.sentPerSecond > 0);
            QVERIFY(load.idleSeconds > 0 && load.uptimeSeconds > 0);
        }
    }
}

void TestDemoLoad::sumsGrowAsRatesSay()
{
    for (const QByteArray& name : {QByteArray("registry-3"), QByteArray("eu-a-03")}) {
        const DemoMachine subject = machine(name);
        for (Millis at = -30min; at < 5min; at += 10s) {
            const auto before = DemoMachineLoad::of(subject, at - 500ms);
            const auto now = DemoMachineLoad::of(subject, at);
            const auto after = DemoMachineLoad::of(subject, at + 500ms);
            const auto follows = [](double difference, double rate) {
                return std::abs(difference - rate) <= 0.01 * rate;
            };
            QVERIFY(follows((after.userSeconds - before.userSeconds) / subject.cores * 100, now.userPercent));
            QVERIFY(follows(after.readBytes - before.readBytes, now.readPerSecond));
            QVERIFY(follows(after.receivedBytes - before.receivedBytes, now.receivedPerSecond));
            QVERIFY(follows((after.busySeconds - before.busySeconds) * 100, now.busyPercent));
        }
    }
}

void TestDemoLoad::registryRunsOutOfCpu()
{
    const DemoMachine registry = machine("registry-3");
    QVERIFY(DemoMachineLoad::of(registry, -1h).cpuPercent < 60);
    QVERIFY(DemoMachineLoad::of(registry, 0ms).cpuPercent > 98);
    QVERIFY(DemoMachineLoad::of(registry, 6h).cpuPercent > 98);
}

void TestDemoLoad::builderFillsInLessThanFourHours()
{
    const DemoMachine builder = machine("builder-2");
    const auto percent = [&](Millis at) {
        return 100 * DemoMachineLoad::of(builder, at).diskUsed / builder.diskBytes;
    };
    QVERIFY(std::abs(percent(0ms) - 94) < 0.1);
    QVERIFY(percent(219min) > 99.9);
    QVERIFY(percent(221min) < 63);
    QVERIFY(percent(-10h) < percent(-9h));
}

QTEST_GUILESS_MAIN(TestDemoLoad)
#include "tst_demo_load.moc"
