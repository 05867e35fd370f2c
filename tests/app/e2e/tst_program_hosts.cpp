// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "app/demo/load/DemoMachineLoad.h"
#include "models/core/SystemClock.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/e2e/ProgramRunner.h"

#include <algorithm>
#include <cmath>

using namespace stowage;
using namespace stowage::test;

namespace {

nlohmann::json hostNamed(const nlohmann::json& document, const char* name)
{
    for (const auto& host : document.at("hosts")) {
        if (host.at("name") == name) {
            return host;
        }
    }
    return nullptr;
}

} // namespace

/// `stowage hosts` and `stowage series` as a process against a simulated fleet.
class TestProgramHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fleet.start(QStringLiteral("dead-peer")));
        m_profile = m_program.write(QStringLiteral("demo.json"), m_fleet.profileJson());
        QVERIFY(!m_profile.isEmpty());
    }

    void hostsAsADocument()
    {
        const ProgramResult result = run({QStringLiteral("hosts"), QStringLiteral("--json")});
        QVERIFY2(result.status == 0, result.err.constData());
        const nlohmann::json document = result.json();
        QVERIFY(document.is_object());
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("hosts"), document), QStringList());
        const nlohmann::json registry = hostNamed(document, "registry-1");
        QVERIFY2(registry.is_object(), result.out.constData());
        QCOMPARE(registry.at("kind"), nlohmann::json("service"));
        QCOMPARE(registry.at("state"), nlohmann::json("up"));
        QVERIFY(registry.at("metrics").at("process.memory.bytes").get<double>() > 0);
    }

    /// Each machine that the hub lists is there once, with what the simulated world says of it.
    void machinesAreThoseOfTheWorld()
    {
        const nlohmann::json document = run({QStringLiteral("hosts"), QStringLiteral("--json")}).json();
        const std::vector<DemoMachine> machines = demoMachines(m_fleet.world());
        QVERIFY(!machines.empty());
        for (const DemoMachine& machine : machines) {
            const nlohmann::json host = hostNamed(document, machine.name.constData());
            QVERIFY2(host.is_object(), machine.name.constData());
            QCOMPARE(host.at("kind"), nlohmann::json("machine"));
            const auto isNamedSo = [&](const nlohmann::json& other) {
                return other.at("name") == machine.name.constData();
            };
            QCOMPARE(std::ranges::count_if(document.at("hosts"), isNamedSo), 1);
            const bool isNode = machine.node.has_value();
            QCOMPARE(host.at("node").is_string(), isNode);
            if (isNode && m_fleet.world().nodes()[*machine.node].state != DemoNodeState::Live) {
                continue; // it died meanwhile, or a while ago: the hub may not have noticed yet
            }
            QCOMPARE(host.at("state"), nlohmann::json("up"));
            const auto& metrics = host.at("metrics");
            QVERIFY2(metrics.contains("cpu.percent"), machine.name.constData());
            const DemoMachineLoad load = DemoMachineLoad::of(machine, m_fleet.world().now());
            const double used = 100 * load.memoryUsed / machine.memoryBytes;
            QVERIFY2(std::abs(metrics.at("memory.percent").get<double>() - used) < 5,
                     qPrintable(QStringLiteral("%1: %2").arg(QString::fromUtf8(machine.name)).arg(used)));
        }
    }

    /// What its agent slipped in is kept apart, with the reason, and is no point of the series.
    void theAbsurdIsQuarantined()
    {
        const std::vector<DemoMachine> machines = demoMachines(m_fleet.world());
        const auto absurd = std::ranges::find(machines, DemoTrouble::Absurd, &DemoMachine::trouble);
        QVERIFY(absurd != machines.end());
        const QStringList ask{QStringLiteral("series"),
                              QString::fromUtf8(absurd->name),
                              QStringLiteral("disk.write.bytesPerSecond"),
                              QStringLiteral("--range"),
                              QStringLiteral("12h"),
                              QStringLiteral("--json")};
        constexpr double Absurd = 1e12;
        nlohmann::json document;
        // The hub's past arrives while the program asks; what one run has kept the next one finds.
        for (int attempt = 0; attempt < 20; ++attempt) {
            const ProgramResult result = run(ask);
            QVERIFY2(result.status == 0, result.err.constData());
            document = result.json();
            if (!document.at("quarantined").empty()) {
                break;
            }
        }
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("series"), document), QStringList());
        QVERIFY(!document.at("points").empty());
        QVERIFY(!document.at("quarantined").empty());
        for (const auto& point : document.at("points")) {
            QVERIFY(point.at(1).get<double>() < Absurd);
        }
        for (const auto& bad : document.at("quarantined")) {
            QVERIFY(!bad.at(2).get<std::string>().empty());
        }
    }

    void hostsInTheSnapshot()
    {
        const nlohmann::json document = run({QStringLiteral("snapshot"), QStringLiteral("--json")}).json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("snapshot"), document), QStringList());
        QVERIFY(hostNamed(document, "registry-1").is_object());
    }

    void hostsFilteredAndAsWords()
    {
        const QStringList ask{QStringLiteral("hosts"), QStringLiteral("--filter"),
                              QStringLiteral("kind:service")};
        const nlohmann::json document = run(QStringList(ask) << QStringLiteral("--json")).json();
        QVERIFY(!document.at("hosts").empty());
        for (const auto& host : document.at("hosts")) {
            QCOMPARE(host.at("kind"), nlohmann::json("service"));
        }
        const ProgramResult words = run(ask);
        QCOMPARE(words.status, 0);
        QVERIFY(words.lines().first().startsWith(QStringLiteral("State")));
        QVERIFY(words.out.contains("registry-1"));
        const ProgramResult wrong =
            run({QStringLiteral("hosts"), QStringLiteral("--sort"), QStringLiteral("cpus")});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.said().contains(QStringLiteral("Did you mean cpu?")), wrong.err.constData());
    }

    void aSeries()
    {
        const QStringList ask{QStringLiteral("series"), QStringLiteral("registry-1"),
                              QStringLiteral("process.memory.bytes"), QStringLiteral("--range"),
                              QStringLiteral("6h")};
        const ProgramResult result = run(QStringList(ask) << QStringLiteral("--json"));
        QVERIFY2(result.status == 0, result.err.constData());
        const nlohmann::json document = result.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("series"), document), QStringList());
        QCOMPARE(document.at("unit"), nlohmann::json("B"));
        QVERIFY(!document.at("points").empty());
        const ProgramResult words = run(ask);
        QCOMPARE(words.status, 0);
        QVERIFY2(words.lines().first().contains(QStringLiteral("registry-1")), words.out.constData());
    }

    void whatIsNotThere()
    {
        const ProgramResult host =
            run({QStringLiteral("series"), QStringLiteral("registry-7"), QStringLiteral("cpu.percent")});
        QCOMPARE(host.status, 2);
        QVERIFY2(host.said().contains(QStringLiteral("Did you mean registry-")), host.err.constData());
        const ProgramResult range = run({QStringLiteral("series"), QStringLiteral("a"), QStringLiteral("b"),
                                         QStringLiteral("--range"), QStringLiteral("6")});
        QCOMPARE(range.status, 2);
        const ProgramResult form = run({QStringLiteral("series"), QStringLiteral("a")});
        QCOMPARE(form.status, 2);
    }

private:
    ProgramResult run(const QStringList& arguments) const
    {
        return m_program.run(QStringList(arguments) << QStringLiteral("--profile") << m_profile);
    }

    SystemClock m_clock; // what the hub dates must be of the same time as the program
    DemoFleet m_fleet{m_clock, DemoSize::uniform(3, 3, 12)};
    ProgramRunner m_program;
    QString m_profile;
};

QTEST_GUILESS_MAIN(TestProgramHosts)
#include "tst_program_hosts.moc"
