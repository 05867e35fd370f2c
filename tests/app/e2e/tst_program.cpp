// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"

#include <QRegularExpression>

using namespace stowage;
using namespace stowage::test;

namespace {

/// Columns of a table are apart by two blanks at least.
QStringList cells(const QString& line)
{
    static const QRegularExpression gap(QStringLiteral(" {2,}"));
    return line.trimmed().split(gap);
}

QStringList names(const nlohmann::json& list)
{
    QStringList names;
    for (const auto& name : list) {
        names << QString::fromStdString(name);
    }
    names.sort();
    return names;
}

/// What depends on the moment or is free text, taken out in place.
void strip(nlohmann::json& value)
{
    if (value.is_object()) {
        for (const char* key : {"at", "ageMs", "metricsAgeMs", "metrics", "stale", "warnings", "requests",
                                "reason", "message", "todo", "tookMs"}) {
            value.erase(key);
        }
    }
    if (value.is_structured()) {
        for (auto& part : value) {
            strip(part);
        }
    }
}

} // namespace

/// Every command of the program, run as a process against a simulated fleet that stands still.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fleet.start(QStringLiteral("dead-peer")));
        m_profile = m_program.write(QStringLiteral("demo.json"), m_fleet.profileJson());
        QVERIFY(!m_profile.isEmpty());
    }

    void printsDocumentsByTheirSchemas_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part"); ///< a list that must not be empty
        const auto row = [](const char* schema, const QString& line, const char* part) {
            QTest::newRow(schema) << line.split(QLatin1Char(' ')) << QString::fromLatin1(part);
        };
        row("snapshot", QStringLiteral("snapshot"), "layers");
        row("images", QStringLiteral("images"), "images");
        row("layers", QStringLiteral("layers"), "layers");
        row("nodes", QStringLiteral("nodes"), "nodes");
        row("sources", QStringLiteral("sources"), "sources");
        row("placement", QStringLiteral("placement"), "layers");
        row("whatif", QStringLiteral("whatif --lose zone:eu-a"), "nodes");
        row("source-test", QStringLiteral("source test registry-1"), "checks");
    }
    void printsDocumentsByTheirSchemas()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, part);
        const ProgramResult result = run(arguments << QStringLiteral("--json"));
        QVERIFY2(result.status == 0, result.err.constData());
        QVERIFY2(result.err.isEmpty(), result.err.constData());
        const nlohmann::json document = result.json();
        QVERIFY(document.is_object()); // standard output is one document and nothing else
        const QString schema = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(SchemaCheck::complaints(schema, document), QStringList());
        QCOMPARE(QString::fromStdString(document.at("schema")), QStringLiteral("stowage/%1/1").arg(schema));
        QCOMPARE(document.at("context"), nlohmann::json("demo"));
        QVERIFY(!document.at(part.toStdString()).empty());
    }

    void tellsTheTruthOfAFleetWithTroubles()
    {
        ManualClock clock;
        DemoFleet fleet(clock, DemoSize::uniform(3, 4, 12));
        QVERIFY(fleet.start(QStringLiteral("calm"))); // a node is gone, another hangs
        const DemoWorld& world = fleet.world();
        m_profile = m_program.write(QStringLiteral("calm.json"), fleet.profileJson());
        const nlohmann::json document = run({QStringLiteral("snapshot"), QStringLiteral("--json")}).json();
        m_profile = m_program.path(QStringLiteral("demo.json"));

        QStringList unseen;
        QCOMPARE(document.at("nodes").size(), world.nodes().size());
        for (const auto& node : document.at("nodes")) {
            const DemoNode& truth =
                world.nodes()[*world.findNode(node.at("name").get<std::string>().c_str())];
            const char* state = truth.state == DemoNodeState::Live   ? "live"
                                : truth.state == DemoNodeState::Gone ? "gone"
                                                                     : "unable";
            QCOMPARE(node.at("state"), nlohmann::json(state));
            if (truth.state != DemoNodeState::Live) {
                unseen << QString::fromUtf8(truth.name);
            }
        }
        unseen.sort();
        QCOMPARE(unseen.size(), 2);
        QCOMPARE(document.at("images").size(), world.tagCount());
        QVERIFY(!document.at("layers").empty());
        for (const auto& layer : document.at("layers")) {
            const auto digest = Digest::parse(QByteArray::fromStdString(layer.at("digest")));
            const auto content = world.findContent(*digest);
            QVERIFY(content);
            QCOMPARE(layer.at("bytes").get<qint64>(), world.content()[*content].descriptor.bytes);
            QStringList holders;
            for (const size_t node : world.holders(*content)) {
                holders << QString::fromUtf8(world.nodes()[node].name);
            }
            holders.removeIf([&](const QString& name) { return unseen.contains(name); });
            holders.sort();
            QCOMPARE(names(layer.at("held")), holders);
            QCOMPARE(names(layer.at("unknown")), unseen); // of those nobody claims anything
        }
    }

    void printsTables_data()
    {
        QTest::addColumn<QString>("firstHeader");
        QTest::newRow("images") << QStringLiteral("Repository");
        QTest::newRow("layers") << QStringLiteral("Layer");
        QTest::newRow("nodes") << QStringLiteral("Node");
        QTest::newRow("sources") << QStringLiteral("Source");
        QTest::newRow("placement") << QStringLiteral("Image");
    }
    void printsTables()
    {
        QFETCH(QString, firstHeader);
        const QString command = QString::fromLatin1(QTest::currentDataTag());
        const ProgramResult table = run({command});
        QVERIFY2(table.status == 0, table.err.constData());
        const QStringList lines = table.lines();
        QCOMPARE(cells(lines.value(0)).value(0), firstHeader);
        const QString part = command == QLatin1String("placement") ? QStringLiteral("layers") : command;
        const nlohmann::json document = run({command, QStringLiteral("--json")}).json();
        const auto& rows = document.at(part.toStdString());
        // Placement has a row for each layer of each image.
        const bool hasMore = command == QLatin1String("placement");
        QVERIFY(hasMore ? lines.size() > static_cast<int>(rows.size())
                        : lines.size() - 1 == static_cast<int>(rows.size()));
    }

    void filtersAndSorts()
    {
        const auto layers = [this](const QStringList& options) {
            return run(QStringList{QStringLiteral("layers"), QStringLiteral("--json")} + options)
                .json()
                .at("layers");
        };
        const auto all = layers({});
        const auto big = layers({QStringLiteral("--filter"), QStringLiteral("bytes>500MiB"),
                                 QStringLiteral("--sort"), QStringLiteral("-bytes")});
        QVERIFY(!big.empty() && big.size() < all.size());
        qint64 before = std::numeric_limits<qint64>::max();
        for (const auto& layer : big) {
            const auto bytes = layer.at("bytes").get<qint64>();
            QVERIFY(bytes > 500LL * 1024 * 1024);
            QVERIFY(bytes <= before);
            before = bytes;
        }
        const auto expected = std::count_if(all.begin(), all.end(), [](const auto& layer) {
            return layer.at("bytes").template get<qint64>() > 500LL * 1024 * 1024;
        });
        QCOMPARE(big.size(), static_cast<size_t>(expected));

        const ProgramResult nodes =
            run({QStringLiteral("nodes"), QStringLiteral("--sort"), QStringLiteral("-name")});
        const QStringList lines = nodes.lines();
        QStringList names;
        for (const QString& line : lines.mid(1)) {
            names << cells(line).value(0);
        }
        QStringList sorted = names;
        std::sort(sorted.begin(), sorted.end(), std::greater{});
        QCOMPARE(names, sorted);
        QCOMPARE(names.size(), static_cast<int>(m_fleet.world().nodes().size()));
    }

    void refusesWrongQuestions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* name, const QStringList& arguments, const QStringList& says) {
            QTest::newRow(name) << arguments << says;
        };
        const auto text = [](const char* utf8) {
            return QString::fromUtf8(utf8);
        };
        row("sort column", {text("layers"), text("--sort"), text("byte")},
            {text("byte"), text("Did you mean bytes?")});
        row("filter column", {text("layers"), text("--filter"), text("held>1 bytess>3")},
            {text("bytess"), text("character 8"), text("Did you mean bytes?")});
        row("filter parenthesis", {text("nodes"), text("--filter"), text("(state=live")},
            {text("never closed"), text("character 1:")});
        row("filter value", {text("images"), text("--filter"), text("bytes>many")},
            {text("bytes"), text("character 7")});
        row("unknown image", {text("placement"), text("--image"), text("team/nosuch:1")},
            {text("team/nosuch:1"), text("stowage images")});
        row("unknown node", {text("whatif"), text("--lose"), text("eu-a-0l")},
            {text("eu-a-0l"), text("Did you mean \"eu-a-01\"?")});
        row("unknown zone", {text("whatif"), text("--lose"), text("zone:eu-z")},
            {text("eu-z"), text("Did you mean \"zone:eu-")});
        row("unknown source", {text("source"), text("test"), text("nosuch")},
            {text("nosuch"), text("registry-1, peers")});
        row("unknown command", {text("layer")}, {text("Did you mean \"layers\"?")});
        row("unknown option", {text("layers"), text("--sord=x")}, {text("sord")});
        row("filter where none is", {text("snapshot"), text("--filter"), text("x")}, {text("filter")});
        row("settle", {text("snapshot"), text("--settle"), text("soon")}, {text("--settle"), text("20s")});
    }
    void refusesWrongQuestions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, says);
        const ProgramResult result = run(arguments);
        QVERIFY2(result.status == 2, result.err.constData());
        QVERIFY2(result.out.isEmpty(), result.out.constData());
        for (const QString& words : says) {
            QVERIFY2(result.said().contains(words), result.err.constData());
        }
    }

    void placesOneImage()
    {
        const nlohmann::json image =
            run({QStringLiteral("images"), QStringLiteral("--json")}).json().at("images").at(0);
        const QString reference = QString::fromStdString(image.at("repository")) + QLatin1Char(':') +
                                  QString::fromStdString(image.at("tag"));
        QSet<QString> wanted;
        for (const auto& platform : image.at("platforms")) {
            for (const auto& layer : platform.at("layers")) {
                wanted << QString::fromStdString(layer);
            }
        }
        const nlohmann::json document =
            run({QStringLiteral("placement"), QStringLiteral("--json"), QStringLiteral("--image"), reference})
                .json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("placement"), document), QStringList());
        QSet<QString> placed;
        for (const auto& layer : document.at("layers")) {
            placed << QString::fromStdString(layer.at("digest"));
        }
        QCOMPARE(placed, wanted);
        const ProgramResult table = run({QStringLiteral("placement"), QStringLiteral("--image"), reference});
        QCOMPARE(table.status, 0);
        QCOMPARE(table.lines().size(), wanted.size() + 1); // the header
    }

    void checksProfiles()
    {
        const auto check = [this](const QStringList& arguments) {
            return m_program.run(QStringList{QStringLiteral("profile"), QStringLiteral("check")} + arguments);
        };
        const ProgramResult right = check({m_profile});
        QCOMPARE(right.status, 0);
        QVERIFY(right.out.contains("demo"));

        QByteArray text = m_fleet.profileJson();
        text.replace("\"kind\": \"registry\"", "\"kind\": \"registri\"")
            .replace("\"zones\": 2", "\"zone\": 2");
        const QString wrong = m_program.write(QStringLiteral("wrong.json"), text);
        const auto lineOf = [&text](const char* what) {
            return text.left(text.indexOf(what)).count('\n') + 1;
        };
        const ProgramResult words = check({wrong});
        QCOMPARE(words.status, 2);
        for (const char* what : {"registri", "\"zone\": 2"}) {
            const QString place = QStringLiteral("%1:%2:").arg(wrong).arg(lineOf(what));
            QVERIFY2(QString::fromUtf8(words.out).contains(place), words.out.constData());
        }
        const ProgramResult asJson = check({wrong, QStringLiteral("--json")});
        QCOMPARE(asJson.status, 2);
        const nlohmann::json document = asJson.json();
        QCOMPARE(SchemaCheck::complaints(QStringLiteral("profile-check"), document), QStringList());
        QCOMPARE(document.at("right"), nlohmann::json(false));
        QCOMPARE(document.at("problems").size(), size_t{2});
        QCOMPARE(document.at("problems").at(0).at("line").get<int>(), static_cast<int>(lineOf("registri")));

        // A wrong profile never half-starts.
        const ProgramResult started = m_program.run(
            {QStringLiteral("snapshot"), QStringLiteral("--json"), QStringLiteral("--profile"), wrong});
        QCOMPARE(started.status, 2);
        QVERIFY(started.out.isEmpty());
        QVERIFY2(started.said().contains(QStringLiteral("registri")), started.err.constData());
        QCOMPARE(check({m_program.path(QStringLiteral("nosuch.json"))}).status, 2);
    }

    void examinesSources()
    {
        for (const char* source : {"registry-1", "peers"}) {
            const ProgramResult result =
                run({QStringLiteral("source"), QStringLiteral("test"), QString::fromLatin1(source)});
            QVERIFY2(result.status == 0, result.out.constData());
            QVERIFY(result.lines().size() >= 3);
            QVERIFY2(!result.out.contains("▲"), result.out.constData());
        }
    }

    void takesTheProfileFromTheEnvironment()
    {
        ProgramRunner program;
        const ProgramResult none = program.run({QStringLiteral("sources")});
        QCOMPARE(none.status, 2);
        QVERIFY2(none.said().contains(QStringLiteral("stowage/profile.json")), none.err.constData());
        program.setVariable(QStringLiteral("STOWAGE_PROFILE"), m_profile);
        QCOMPARE(program.run({QStringLiteral("sources")}).status, 0);
        // What is named wins over what the environment names.
        program.setVariable(QStringLiteral("STOWAGE_PROFILE"), QStringLiteral("/nosuch"));
        QCOMPARE(program.run({QStringLiteral("sources"), QStringLiteral("--profile"), m_profile}).status, 0);
    }

    void speaksChineseInWordsAndNotInDocuments()
    {
        const auto inLanguage = [this](const char* language, QStringList arguments) {
            return run(arguments << QStringLiteral("--lang") << QString::fromLatin1(language));
        };
        const QStringList table{QStringLiteral("nodes")};
        QVERIFY(inLanguage("en", table).lines().value(0).contains(QStringLiteral("Node")));
        if (isTranslated()) {
            QVERIFY(!inLanguage("zh_CN", table).lines().value(0).contains(QStringLiteral("Node")));
        }
        const QStringList snapshot{QStringLiteral("snapshot"), QStringLiteral("--json")};
        nlohmann::json english = inLanguage("en", snapshot).json();
        nlohmann::json chinese = inLanguage("zh_CN", snapshot).json();
        strip(english);
        strip(chinese);
        QCOMPARE(QByteArray::fromStdString(nlohmann::json::diff(english, chinese).dump()), QByteArray("[]"));
    }

private:
    /// With the demo's profile; what it learns goes into a folder that each run has for itself.
    ProgramResult run(const QStringList& arguments)
    {
        const QString data = m_program.path(QStringLiteral("data-%1").arg(++m_runs));
        return m_program.run(
            arguments + QStringList{QStringLiteral("--profile"), m_profile, QStringLiteral("--data"), data});
    }

    static bool isTranslated()
    {
        QFile file(qEnvironmentVariable("STOWAGE_SOURCE_DIR") +
                   QStringLiteral("/resources/translations/stowage_zh_CN.ts"));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("NodeModel</name>");
    }

    ManualClock m_clock; // never moves, so the fleet is what it was built as
    DemoFleet m_fleet{m_clock, DemoSize::uniform(3, 3, 12)};
    ProgramRunner m_program;
    QString m_profile;
    int m_runs = 0;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
