// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"

#include <QSet>

using namespace stowage;
using namespace stowage::test;

namespace {

QSet<QString> textsOf(const nlohmann::json& list, const char* key = nullptr)
{
    QSet<QString> texts;
    for (const auto& item : list) {
        texts << QString::fromStdString(key ? item.at(key) : item);
    }
    return texts;
}

QString digestOf(const DemoWorld& world, size_t content)
{
    return world.content()[content].descriptor.digest.toString();
}

} // namespace

/// `placement`, `whatif` and `risk` as a process, held against the world that the simulated fleet shows.
class TestProgramPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fleet.start(QStringLiteral("dead-peer"))); // all live: the clock never moves
        m_profile = m_program.write(QStringLiteral("demo.json"), m_fleet.profileJson());
        QVERIFY(!m_profile.isEmpty());
    }

    void whatIfEqualsTheWorld_data()
    {
        QTest::addColumn<QStringList>("lose");
        const auto& nodes = m_fleet.world().nodes();
        QTest::newRow("a node") << QStringList{QString::fromUtf8(nodes[0].name)};
        QTest::newRow("a zone") << QStringList{QStringLiteral("zone:") + QString::fromUtf8(nodes[0].zone)};
        QTest::newRow("a node and a zone") << QStringList{
            QString::fromUtf8(nodes.back().name), QStringLiteral("zone:") + QString::fromUtf8(nodes[0].zone)};
    }

    void whatIfEqualsTheWorld()
    {
        QFETCH(QStringList, lose);
        QStringList arguments{QStringLiteral("whatif"), QStringLiteral("--json")};
        for (const QString& word : lose) {
            arguments << QStringLiteral("--lose") << word;
        }
        const ProgramResult result = run(arguments);
        QVERIFY2(result.status == 0, result.err.constData());
        const nlohmann::json document = result.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("whatif"), document), QStringList());

        const DemoWorld& world = m_fleet.world();
        const QSet<QString> lost = textsOf(document.at("nodes"));
        QSet<QString> expected;
        QSet<QString> single;
        for (const QString& digest : layersOfImages()) {
            const size_t content = *world.findContent(*Digest::parse(digest.toLatin1()));
            size_t before = 0;
            size_t after = 0;
            for (const size_t node : world.holders(content)) {
                ++before;
                after += lost.contains(QString::fromUtf8(world.nodes()[node].name)) ? 0 : 1;
            }
            if (before > 0 && after == 0) {
                expected << digestOf(world, content);
            } else if (before > 1 && after == 1) {
                single << digestOf(world, content);
            }
        }
        QCOMPARE(textsOf(document.at("layersLost"), "digest"), expected);
        QCOMPARE(textsOf(document.at("leftSingle"), "digest"), single);
        QVERIFY(document.at("mayBeLost").empty());

        const ProgramResult words = run(arguments.mid(0, 1) + arguments.mid(2));
        QCOMPARE(words.status, 0);
        for (const QString& digest : std::as_const(expected)) {
            QVERIFY(words.out.contains(digest.mid(7, 12).toUtf8()));
        }
    }

    void riskFindsWhatIsBroken()
    {
        const ProgramResult result = run({QStringLiteral("risk"), QStringLiteral("--json")});
        QVERIFY2(result.status == 1,
                 result.err.constData()); // the demo's layers do not all have three copies
        const nlohmann::json document = result.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("risk"), document), QStringList());
        QSet<QString> singles;
        for (const QString& digest : layersOfImages()) {
            const size_t content = *m_fleet.world().findContent(*Digest::parse(digest.toLatin1()));
            if (m_fleet.world().holders(content).size() == 1) {
                singles << digest;
            }
        }
        QCOMPARE(textsOf(document.at("single"), "digest"), singles);
        qint64 before = std::numeric_limits<qint64>::max();
        for (const auto& layer : document.at("single")) {
            QVERIFY(layer.at("bytes").get<qint64>() <= before);
            before = layer.at("bytes").get<qint64>();
        }
        const ProgramResult words = run({QStringLiteral("risk")});
        QCOMPARE(words.status, 1);
        QVERIFY(words.lines().size() > 3);
    }

    void nothingIsFoundWhereNothingIsAsked()
    {
        // One copy is enough: what is left are things that are wrong by themselves, and here there are none.
        QByteArray text = m_fleet.profileJson();
        text.replace("\"copies\": 3", "\"copies\": 1").replace("\"zones\": 2", "\"zones\": 1");
        const QString profile = m_program.write(QStringLiteral("modest.json"), text);
        const ProgramResult modest = run({QStringLiteral("risk"), QStringLiteral("--json")}, profile);
        const nlohmann::json findings = modest.json().at("findings");
        QVERIFY(std::all_of(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.at("kind") == "coverageBroken" || finding.at("kind") == "manifestWithoutLayers";
        }));
        QCOMPARE(modest.status, findings.empty() ? 0 : 1);
    }

    void keyImagesAreWatched()
    {
        auto profile = nlohmann::json::parse(m_fleet.profileJson().toStdString());
        profile["nodes"] = {{{"name", "far"},
                             {"aliases", {m_fleet.world().nodes()[0].name.toStdString()}},
                             {"labels", {"edge"}}}};
        profile["placement"]["keyImages"] = {{{"name", "all"}, {"images", {"*"}}, {"labels", {"edge"}}}};
        const QString file =
            m_program.write(QStringLiteral("keys.json"), QByteArray::fromStdString(profile.dump(2)));
        const ProgramResult result = run({QStringLiteral("risk"), QStringLiteral("--json")}, file);
        QCOMPARE(result.status, 1);
        const nlohmann::json document = result.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("risk"), document), QStringList());
        int broken = 0;
        for (const auto& finding : document.at("findings")) {
            if (finding.at("kind") == "keyImageNotWhole") {
                ++broken;
                QCOMPARE(finding.at("nodes"), nlohmann::json::array({"far"})); // the profile's own name
                QCOMPARE(finding.at("rule"), nlohmann::json("all"));
            }
        }
        QVERIFY(broken > 0);
        // The alias is understood, also as a loss.
        const ProgramResult lost =
            run({QStringLiteral("whatif"), QStringLiteral("--json"), QStringLiteral("--lose"),
                 QString::fromUtf8(m_fleet.world().nodes()[0].name)},
                file);
        QCOMPARE(lost.json().at("nodes"), nlohmann::json::array({"far"}));
    }

private:
    ProgramResult run(const QStringList& arguments, const QString& profile = {})
    {
        const QString data = m_program.path(QStringLiteral("data-%1").arg(++m_runs));
        return m_program.run(arguments + QStringList{QStringLiteral("--profile"),
                                                     profile.isEmpty() ? m_profile : profile,
                                                     QStringLiteral("--data"), data});
    }

    /// The layers that the registry's images need, by digest.
    QSet<QString> layersOfImages()
    {
        if (m_layers.isEmpty()) {
            m_layers = textsOf(run({QStringLiteral("layers"), QStringLiteral("--json")}).json().at("layers"),
                               "digest");
        }
        return m_layers;
    }

    ManualClock m_clock; // never moves, so the fleet is what it was built as
    DemoFleet m_fleet{m_clock, DemoSize::uniform(3, 3, 12)};
    ProgramRunner m_program;
    QString m_profile;
    QSet<QString> m_layers;
    int m_runs = 0;
};

QTEST_GUILESS_MAIN(TestProgramPlacement)
#include "tst_program_placement.moc"
