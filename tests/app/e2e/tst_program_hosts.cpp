// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"

#include <algorithm>

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

/// `stowage hosts` and `stowage series` as a process against a simulated fleet that stands still.
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

    ManualClock m_clock;
    DemoFleet m_fleet{m_clock, DemoSize::uniform(3, 3, 12)};
    ProgramRunner m_program;
    QString m_profile;
};

QTEST_GUILESS_MAIN(TestProgramHosts)
#include "tst_program_hosts.moc"
