// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"

#include <map>
#include <set>

using namespace stowage;
using namespace stowage::test;

namespace {

QString text(const nlohmann::json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

} // namespace

/// `stowage prewarm REF … --dry-run` as a process, against a simulated fleet one of whose nodes is gone while
/// another hangs: the plan keeps to what the model world says.
class TestProgramPrewarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fleet.start(QStringLiteral("calm")));
        m_profile = m_program.write(QStringLiteral("demo.json"), m_fleet.profileJson());
        for (const DemoNode& node : m_fleet.world().nodes()) {
            m_live.insert_or_assign(QString::fromUtf8(node.name), node.state == DemoNodeState::Live);
        }
    }

    void plansByItsSchemaAndByTheWorldsTruth()
    {
        const ProgramResult result = prewarm(
            {QStringLiteral("*"), QStringLiteral("--copies"), QStringLiteral("4"), QStringLiteral("--zones"),
             QStringLiteral("2"), QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QVERIFY2(result.status == 0 || result.status == 1, result.err.constData());
        const nlohmann::json plan = result.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("plan"), plan), QStringList());
        QCOMPARE(text(plan.at("schema")), QStringLiteral("stowage/plan/1"));
        QVERIFY(!plan.at("steps").empty());
        QCOMPARE(result.status, plan.at("refused").empty() ? 0 : 1);

        const DemoWorld& world = m_fleet.world();
        std::map<std::string, std::set<std::string>> holders; // of each layer, as the plan leaves them
        qint64 bytes = 0;
        unsigned wave = 1;
        for (const auto& step : plan.at("steps")) {
            QVERIFY2(m_live.at(text(step.at("node"))), step.at("node").get<std::string>().c_str());
            QVERIFY(step.at("wave").get<unsigned>() == wave || step.at("wave").get<unsigned>() == wave + 1);
            wave = step.at("wave").get<unsigned>();
            const size_t node = *world.findNode(QByteArray::fromStdString(step.at("node")));
            qint64 fetched = 0;
            for (const char* list : {"layers", "others"}) {
                for (const auto& digest : step.at(list)) {
                    const auto content = world.findContent(*Digest::parse(QByteArray::fromStdString(digest)));
                    QVERIFY(content);
                    QVERIFY(!world.holds(node, *content)); // nothing is fetched that lies there
                    QVERIFY(holders[digest].insert(step.at("node")).second); // nor twice
                    fetched += world.content()[*content].descriptor.bytes;
                }
            }
            qint64 supplied = 0;
            for (const auto& supply : step.at("from")) {
                supplied += supply.at("bytes").get<qint64>();
            }
            QCOMPARE(step.at("bytes").get<qint64>(), fetched);
            QCOMPARE(supplied, fetched);
            bytes += fetched;
        }
        QCOMPARE(plan.at("totals").at("bytes").get<qint64>(), bytes);
        // What is planned brings every layer of these to its copies.
        for (auto& [digest, nodes] : holders) {
            const auto content = world.findContent(*Digest::parse(QByteArray::fromStdString(digest)));
            for (const size_t node : world.holders(*content)) {
                if (m_live.at(QString::fromUtf8(world.nodes()[node].name))) {
                    nodes.insert(world.nodes()[node].name.toStdString());
                }
            }
            QVERIFY2(nodes.size() >= 4, digest.c_str());
        }
    }

    void theSameFleetGivesTheSamePlan()
    {
        const QStringList arguments{QStringLiteral("*"), QStringLiteral("--copies"), QStringLiteral("3"),
                                    QStringLiteral("--dry-run"), QStringLiteral("--json")};
        const nlohmann::json first = prewarm(arguments).json();
        const nlohmann::json second = prewarm(arguments).json();
        QCOMPARE(second.at("hash"), first.at("hash"));
        QCOMPARE(second.at("steps"), first.at("steps"));
        QStringList more = arguments;
        more[2] = QStringLiteral("5");
        QVERIFY(prewarm(more).json().at("hash") != first.at("hash"));
    }

    void printsWordsForPeople()
    {
        const ProgramResult result =
            prewarm({m_image, QStringLiteral("--copies"), QStringLiteral("6"), QStringLiteral("--zones"),
                     QStringLiteral("3"), QStringLiteral("--dry-run")});
        qInfo("%s", result.out.constData());
        QVERIFY2(result.status == 0 || result.status == 1, result.err.constData());
        QVERIFY(result.lines().front().startsWith(QStringLiteral("Wave")));
        QVERIFY(result.out.contains("wave 1: "));
        QVERIFY(result.out.contains("(assumed)")); // speeds that nobody measured are called so
        QVERIFY(result.out.contains("nothing was done"));
    }

    void whatCannotBeMetIsAFinding()
    {
        const ProgramResult result = prewarm({m_image, QStringLiteral("--copies"), QStringLiteral("12"),
                                              QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(result.status, 1);
        const nlohmann::json plan = result.json();
        QVERIFY(!plan.at("refused").empty());
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("plan"), plan), QStringList());
        QCOMPARE(plan.at("refused").at(0).at("copies"), nlohmann::json(10)); // 12 nodes, two of them not live
        const QString reason = text(plan.at("refused").at(0).at("reason"));
        QVERIFY2(reason.contains(QStringLiteral("gone")), qPrintable(reason));
        QVERIFY2(reason.contains(QStringLiteral("cannot serve")), qPrintable(reason));
    }

    void nothingToWarmIsSaid()
    {
        const ProgramResult result =
            prewarm({m_image, QStringLiteral("--copies"), QStringLiteral("1"), QStringLiteral("--zones"),
                     QStringLiteral("1"), QStringLiteral("--dry-run")});
        QCOMPARE(result.status, 0);
        QVERIFY2(result.out.contains("nothing to warm"), result.out.constData());
    }

    void refusesWhatThisVersionCannotDo_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("without --dry-run") << QStringList();
        QTest::newRow("with a hash") << QStringList{QStringLiteral("--confirm"),
                                                    QString(64, QLatin1Char('a'))};
        QTest::newRow("with a hash and --dry-run") << QStringList{
            QStringLiteral("--dry-run"), QStringLiteral("--confirm"), QString(64, QLatin1Char('a'))};
    }
    void refusesWhatThisVersionCannotDo()
    {
        QFETCH(QStringList, options);
        const ProgramResult result = prewarm(QStringList{m_image} + options);
        QCOMPARE(result.status, 4);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains("not offered"), result.err.constData());
    }

    void wrongArgumentsAreUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& line, const QString& said) {
            QTest::newRow(name) << line.split(QLatin1Char(' ')) << said;
        };
        row("no image", QStringLiteral("--dry-run"), QStringLiteral("REF"));
        row("copies 0", QStringLiteral("team/api --copies 0 --dry-run"), QStringLiteral("--copies"));
        row("copies minus", QStringLiteral("team/api --copies=-3 --dry-run"), QStringLiteral("--copies"));
        row("copies word", QStringLiteral("team/api --copies many --dry-run"), QStringLiteral("many"));
        row("copies past 2^31", QStringLiteral("team/api --copies 99999999999 --dry-run"),
            QStringLiteral("--copies"));
        row("zones 1.5", QStringLiteral("team/api --zones 1.5 --dry-run"), QStringLiteral("--zones"));
    }
    void wrongArgumentsAreUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const ProgramResult result = prewarm(arguments);
        QCOMPARE(result.status, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.said().contains(said), result.err.constData());
    }

    void anUnknownImageNamesTheNearest()
    {
        QString mistyped = m_image;
        mistyped.replace(QStringLiteral("team"), QStringLiteral("taem"));
        const ProgramResult result = prewarm({mistyped, QStringLiteral("--dry-run")});
        QCOMPARE(result.status, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.said().contains(m_image), result.err.constData());
    }

    void theHelpPromisesNothing()
    {
        const ProgramResult help = m_program.run({QStringLiteral("prewarm"), QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("--dry-run"));
        QVERIFY(!help.out.contains("--confirm"));
    }

private:
    ProgramResult prewarm(const QStringList& arguments) const
    {
        return m_program.run(QStringList{QStringLiteral("prewarm")} + arguments +
                             QStringList{QStringLiteral("--profile"), m_profile, QStringLiteral("--data"),
                                         m_program.path(QStringLiteral("data"))});
    }

    ManualClock m_clock;
    DemoFleet m_fleet{m_clock, DemoSize::uniform(3, 4, 12)};
    ProgramRunner m_program;
    QString m_profile;
    const QString m_image = QStringLiteral("team/api:1.0");
    std::map<QString, bool> m_live; ///< by node
};

QTEST_GUILESS_MAIN(TestProgramPrewarm)
#include "tst_program_prewarm.moc"
