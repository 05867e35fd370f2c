// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/json/DocumentJson.h"
#include "app/json/PlacementJson.h"
#include "app/profile/ProfileReader.h"
#include "app/run/Report.h"
#include "connectors/http/TransferFailure.h"
#include "models/core/Presence.h"
#include "models/fleet/Fleet.h"
#include "models/fleet/ImageModel.h"
#include "models/fleet/NodeModel.h"
#include "models/fleet/RiskList.h"
#include "models/fleet/Words.h"
#include "models/hosts/HostBook.h"
#include "models/metrics/SeriesBroker.h"
#include "tests/app/translation/StrictTranslator.h"
#include "tests/app/translation/TranslationFile.h"
#include "tests/support/ManualClock.h"
#include "tests/views/shell/SampleFleet.h"
#include "views/fleet/FleetPage.h"
#include "views/hosts/HostsPage.h"
#include "views/placement/PlacementPage.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/sources/SourcesPage.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <curl/curl.h>

#include <QDirIterator>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <set>

using namespace stowage;
using test::TranslationEntry;

namespace {

QString sourceFolder()
{
    return qEnvironmentVariable("STOWAGE_SOURCE_DIR");
}

QString translationPath()
{
    return sourceFolder() + QStringLiteral("/resources/translations/stowage_zh_CN.ts");
}

/// Debian keeps the tools of Qt 6 beside its libraries, others beside its programs.
QString lupdatePath()
{
    for (const auto place : {QLibraryInfo::BinariesPath, QLibraryInfo::LibraryExecutablesPath}) {
        const QString path = QLibraryInfo::path(place) + QStringLiteral("/lupdate");
        if (QFileInfo(path).isExecutable()) {
            return path;
        }
    }
    return QStringLiteral("/usr/lib/qt6/bin/lupdate");
}

/// %1, %L2, %n: how often each stands there may differ by language, which do may not.
std::set<QString> placeholders(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("%(L?\\d+|n)"));
    std::set<QString> found;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        found.insert(match.next().captured());
    }
    return found;
}

bool hasHan(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    return text.contains(han);
}

std::set<QString> idsOf(const std::vector<TranslationEntry>& entries)
{
    std::set<QString> ids;
    for (const TranslationEntry& entry : entries) {
        ids.insert(entry.id());
    }
    return ids;
}

QStringList onlyIn(const std::set<QString>& these, const std::set<QString>& those)
{
    QStringList difference;
    std::ranges::set_difference(these, those, std::back_inserter(difference));
    return difference;
}

#define NONE(LIST)                                                                                           \
    do {                                                                                                     \
        const QStringList found = LIST;                                                                      \
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));                                \
    } while (false)

/// A fleet with something of everything, as the views and the report show it.
struct World
{
    World()
    {
        fleet.apply(test::samplePeers(clock));
        fleet.apply(test::sampleRegistry(clock));
        for (const Delta& delta : test::sampleSources(clock)) {
            fleet.apply(delta);
        }
        fleet.flush();
    }

    test::ManualClock clock;
    Fleet fleet{clock};
};

QString headersOf(const QAbstractItemModel& model)
{
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column) {
        headers << model.headerData(column, Qt::Horizontal).toString();
    }
    return headers.join(QLatin1Char(' '));
}

/// Refused by a peer, as the HTTP engine tells it.
Error refusedConnection()
{
    TransferFailure failure;
    failure.curlCode = CURLE_COULDNT_CONNECT;
    failure.osError = ECONNREFUSED;
    failure.where = QStringLiteral("peers");
    failure.host = QStringLiteral("10.77.0.1:5000");
    return judge(failure).error;
}

QByteArray runProgram(const QStringList& arguments, bool ofErrors = false)
{
    QProcess process;
    process.start(qEnvironmentVariable("STOWAGE_BINARY"), arguments);
    return process.waitForFinished()
               ? ofErrors ? process.readAllStandardError() : process.readAllStandardOutput()
               : process.errorString().toUtf8();
}

} // namespace

/// The Chinese translation: whole, up to date, and found by those who look for it.
class TestTranslation : public QObject
{
    Q_OBJECT

    std::vector<TranslationEntry> m_entries;

private Q_SLOTS:
    void initTestCase()
    {
        m_entries = test::readTranslationFile(translationPath());
        QVERIFY(m_entries.size() > 900);
    }

    void isWhole()
    {
        QStringList faults;
        for (const TranslationEntry& entry : m_entries) {
            const bool isEmpty = entry.forms.size() != 1 || entry.forms.front().isEmpty();
            if (isEmpty || !entry.type.isEmpty()) {
                faults << entry.id();
            }
        }
        NONE(faults);
    }

    void keepsPlaceholders()
    {
        QStringList faults;
        for (const TranslationEntry& entry : m_entries) {
            if (placeholders(entry.source) != placeholders(entry.forms.value(0))) {
                faults << entry.id() + QStringLiteral(" -> ") + entry.forms.value(0);
            }
        }
        NONE(faults);
    }

    /// Chinese sentences have punctuation of full width, and a blank between Chinese and Latin or digits.
    void isTypeset()
    {
        static const QRegularExpression narrow(
            QStringLiteral("[\\x{4e00}-\\x{9fff}][,;:?!(]|[),;:?!][\\x{4e00}-\\x{9fff}]"));
        static const QRegularExpression tight(
            QStringLiteral("[\\x{4e00}-\\x{9fff}][A-Za-z0-9]|[A-Za-z0-9][\\x{4e00}-\\x{9fff}]"));
        // Placeholders are left out: what they stand for may be Chinese itself.
        static const QRegularExpression placeholder(QStringLiteral("%(L?\\d+|n)"));
        QStringList faults;
        for (const TranslationEntry& entry : m_entries) {
            const QString text = QString(entry.forms.value(0)).replace(placeholder, QStringLiteral("\u2026"));
            if (text.contains(narrow) || text.contains(tight)) {
                faults << entry.id() + QStringLiteral(" -> ") + entry.forms.value(0);
            }
        }
        NONE(faults);
    }

    void isUpToDate()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("stowage_zh_CN.ts"));
        QVERIFY(QFile::copy(translationPath(), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QProcess lupdate;
        lupdate.setWorkingDirectory(sourceFolder());
        lupdate.start(lupdatePath(),
                      {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
                       QStringLiteral("none"), QStringLiteral("-no-obsolete"), QStringLiteral("app"),
                       QStringLiteral("models"), QStringLiteral("views"), QStringLiteral("connectors"),
                       QStringLiteral("-ts"), copy});
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);

        // What it warns of are strings whose context it guesses wrong, and comments that reach no string.
        QStringList warnings = QString::fromUtf8(lupdate.readAllStandardError()).split(QLatin1Char('\n'));
        warnings.removeIf([](const QString& line) {
            return line.isEmpty() || line.contains(QLatin1String("Ignoring definition of undeclared"));
        });
        NONE(warnings);

        const auto fresh = idsOf(test::readTranslationFile(copy));
        const auto known = idsOf(m_entries);
        NONE(onlyIn(fresh, known)); // run ./dev translate, and translate them
        NONE(onlyIn(known, fresh)); // run ./dev translate: nobody asks for them any more
    }

    /// lupdate does not look into tr() for QT_TRANSLATE_NOOP: such a string would stay English.
    void hidesNothingFromLupdate()
    {
        static const QRegularExpression hidden(QStringLiteral("\\btr\\(\\s*QT_TRANSLATE_N?_?NOOP"));
        QStringList faults;
        for (const char* name : {"app", "models", "views", "connectors"}) {
            QDirIterator files(sourceFolder() + QLatin1Char('/') + QLatin1String(name),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (QString::fromUtf8(file.readAll()).contains(hidden)) {
                    faults << file.fileName();
                }
            }
        }
        NONE(faults);
    }

    void speaksChinese_data()
    {
        QTest::addColumn<std::function<QString(World&)>>("say");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* expected, std::function<QString(World&)> say) {
            QTest::newRow(name) << std::move(say) << QString::fromUtf8(expected);
        };
        row("models: evidence", "无连接", [](World&) { return evidenceText(Evidence::Unreachable); });
        row("models: a node's state", "失联", [](World&) { return nodeStateText(NodeState::Gone); });
        row("models: headers of nodes", "可用区",
            [](World& world) { return headersOf(NodeModel(world.fleet)); });
        row("models: headers of images", "仓库 标签",
            [](World& world) { return headersOf(ImageModel(world.fleet)); });
        row("connectors: an error's message", "10.77.0.1:5000 拒绝了连接",
            [](World&) { return refusedConnection().message; });
        row("connectors: an error in one line",
            "peers: 10.77.0.1:5000 拒绝了连接。请确认服务器正在运行并监听此端口。",
            [](World&) { return refusedConnection().text(); });
        row("views: an error", "10.77.0.1:5000 拒绝了连接。请确认服务器正在运行并监听此端口。",
            [](World&) { return words::reason(refusedConnection()); });
        row("views: a verdict", "警告", [](World&) { return words::verdict(Verdict::Warning); });
        row("app: help", "打开窗口；与不带命令相同", [](World&) { return CommandLine::help({}); });
        row("app: a wrong command", "没有命令“nods”。您是否想用“nodes”？", [](World&) {
            return CommandLine::parse({QStringLiteral("stowage"), QStringLiteral("nods")}).error().text();
        });
        row("app: a wrong profile", "这既不是文本、数字，也不是 true、false 或 null", [](World&) {
            return ProfileReader::read("{\"schema\": nothing}", QStringLiteral("p.json")).error()[0].text();
        });
        row("app: the report", "有风险的层", [](World& world) { return Report::print(world.fleet, {}); });
    }

    void speaksChinese()
    {
        QFETCH(const std::function<QString(World&)>, say);
        QFETCH(const QString, expected);
        World world;
        const QString english = say(world);
        QVERIFY2(!hasHan(english), qPrintable(english));

        test::StrictTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/stowage_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        const QString chinese = say(world);
        QVERIFY2(chinese.contains(expected), qPrintable(chinese));
        NONE(translator.missing());
    }

    /// Every page, the help and the palette: nothing they ask for is missing.
    void windowIsChinese()
    {
        test::StrictTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/stowage_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        World world;
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        FleetGate gate(world.fleet);
        PlacementTracker tracker(world.fleet);
        PlacementWatch watch(tracker, PlacementPolicies(), world.clock);
        HostBook hosts(world.fleet, world.clock);
        SeriesBroker series([](const SeriesKey&) { return std::vector<SeriesReader*>(); });
        Shell shell({QStringLiteral("sample"), Risk::Production}, world.fleet, gate, world.clock, theme);
        shell.addPage(new FleetPage(world.fleet, world.clock, theme));
        shell.addPage(new PlacementPage({world.fleet, tracker, watch, nullptr}, world.clock, theme));
        shell.addPage(new HostsPage({hosts, series, nullptr, nullptr, nullptr}, world.clock, theme));
        shell.addPage(new SourcesPage(world.fleet, nullptr, world.clock, theme));
        shell.resize(1440, 900);
        shell.show();
        for (Page* page : shell.pages()) {
            QVERIFY(shell.go({page->id(), {}}));
            QVERIFY(!shell.grab().isNull());
            QVERIFY2(hasHan(page->title()), qPrintable(page->title()));
        }
        shell.openHelp();
        QVERIFY(!shell.grab().isNull());
        NONE(translator.missing());
    }

    /// What programs read is the same in every language.
    void leavesDocumentsAlone()
    {
        World world;
        const auto documents = [&world] {
            return printJson(snapshotDocument(world.fleet, {})) +
                   printJson(placementDocument(world.fleet, {}, {}));
        };
        const auto english = documents();
        test::StrictTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/stowage_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(documents(), english);
        const QString report = Report::print(world.fleet, {});
        const Fleet& fleet = world.fleet;
        const auto risks = riskList(fleet);
        QVERIFY(!risks.empty());
        const Descriptor& layer = fleet.layer(risks.front().layer).descriptor;
        QVERIFY(report.contains(layer.digest.shortHex(12)));
        QVERIFY(report.contains(formatBytes(layer.bytes)));
    }

    /// The language is heeded before anything else is understood.
    void programSpeaksChinese()
    {
        const QString language = QStringLiteral("--lang=zh_CN");
        const auto help = QString::fromUtf8(runProgram({QStringLiteral("--help"), language}));
        QVERIFY2(help.contains(QStringLiteral("容器镜像分发的运维控制台")), qPrintable(help));
        QVERIFY(help.contains(QStringLiteral("--profile")));
        const auto wrong = QString::fromUtf8(runProgram({language, QStringLiteral("nods")}, true));
        QVERIFY2(wrong.contains(QStringLiteral("没有命令“nods”")), qPrintable(wrong));
        const auto english =
            QString::fromUtf8(runProgram({QStringLiteral("--help"), QStringLiteral("--lang=en")}));
        QVERIFY2(!english.isEmpty() && !hasHan(english), qPrintable(english));
    }
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
