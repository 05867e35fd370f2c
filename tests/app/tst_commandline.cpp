// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/CommandTable.h"

using namespace stowage;

namespace {

Result<Invocation> parse(const char* line)
{
    return CommandLine::parse(
        QStringLiteral("stowage %1").arg(QLatin1String(line)).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes()
    {
        QCOMPARE(parse("")->command, QStringLiteral("window"));
        QCOMPARE(parse("--profile p.json")->command, QStringLiteral("window"));
        for (const char* line :
             {"stowage://node/n1 --theme light", "window stowage://node/n1 --theme light"}) {
            const auto window = parse(line);
            QVERIFY2(window, line);
            QCOMPARE(window->command, QStringLiteral("window"));
            QCOMPARE(window->link, QStringLiteral("stowage://node/n1"));
            QCOMPARE(window->theme, QStringLiteral("light"));
        }
        const auto snapshot = parse("--settle 500ms snapshot --json --profile p.json --timeout 2min");
        QVERIFY(snapshot);
        QCOMPARE(snapshot->command, QStringLiteral("snapshot"));
        QCOMPARE(snapshot->settle, Millis{500});
        QCOMPARE(snapshot->timeout, Millis{120'000});
        QCOMPARE(snapshot->profilePath, QStringLiteral("p.json"));
        QVERIFY(snapshot->json);
        const auto layers = parse("layers --filter bytes>1GiB --sort -bytes -v");
        QVERIFY(layers);
        QCOMPARE(layers->filter, QStringLiteral("bytes>1GiB"));
        QCOMPARE(layers->sort, QStringLiteral("-bytes"));
        QVERIFY(layers->isVerbose);
        const auto shots = parse("screenshots out --size 800x600 --scale 2 --theme light --lang zh_CN");
        QVERIFY(shots);
        QCOMPARE(shots->arguments, QStringList(QStringLiteral("out")));
        QCOMPARE(shots->size, QSize(800, 600));
        QCOMPARE(shots->scale, 2.0);
        QCOMPARE(shots->nodes, 48);
        QCOMPARE(parse("demo report --nodes 500")->nodes, 500);
        const auto whatIf = parse("whatif --lose n1 --lose zone:eu-b --json");
        QVERIFY(whatIf);
        QCOMPARE(whatIf->lose, QStringList({QStringLiteral("n1"), QStringLiteral("zone:eu-b")}));
        QVERIFY(parse("--lose n1 whatif"));
        const auto mute = parse("incidents mute I-7 --for 2h --note weekend --json");
        QVERIFY(mute);
        QCOMPARE(mute->arguments, QStringList({QStringLiteral("mute"), QStringLiteral("I-7")}));
        QCOMPARE(mute->muteFor, Millis(std::chrono::hours(2)));
        QCOMPARE(mute->note, QStringLiteral("weekend"));
        QVERIFY(parse("incidents --sort -alerts --filter severity:critical"));
        QVERIFY(parse("--note x incidents ack I-7"));
        const auto linked = parse("incidents show stowage://incident/I-7");
        QVERIFY(linked);
        QCOMPARE(linked->arguments, (QStringList{QStringLiteral("show"), QStringLiteral("I-7")}));
        QVERIFY(parse("alerts --json"));
        const auto doctor = parse("source test peers");
        QVERIFY(doctor);
        QCOMPARE(doctor->arguments, QStringList({QStringLiteral("test"), QStringLiteral("peers")}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](const char* line, const char* says) {
            QTest::newRow(line) << QString::fromUtf8(says);
        };
        row("snapshoot", "Did you mean \"snapshot\"?");
        row("frobnicate", "no command");
        row("stowage://", "A link is a page, as stowage://fleet, or a thing: stowage://incident/ID, ");
        row("stowage:layer", "leads nowhere");
        row("stowage://layer/39c42bb9", "stowage://layer/sha256:…");
        row("window fleet", "leads nowhere");
        row("stowage://fleet stowage://sources", "the form is");
        row("snapshot stowage://fleet", "the form is");
        row("snapshot extra", "the form is");
        row("source test", "the form is");
        row("profile check", "the form is");
        row("profile chek p.json", "the form is");
        row("demo tui", "the form is");
        row("snapshot --filter x", "filter");
        row("nodes --image x", "image");
        row("nodes --nonsense", "nonsense");
        row("whatif", "the form is");
        row("whatif --lose=", "the form is");
        row("whatif n1", "the form is");
        row("whatif --lose", "lose");
        row("risk --lose n1", "lose");
        row("what-if --lose n1", "Did you mean \"whatif\"?");
        row("snapshot --settle soon", "--settle takes a time");
        row("snapshot --settle 0s", "--settle takes a time");
        row("snapshot --settle -5s", "");
        row("snapshot --timeout 999h", "--timeout takes a time");
        row("snapshot --timeout 99999999999999999999s", "--timeout takes a time");
        row("screenshots d --scale 9", "--scale takes");
        row("screenshots d --scale nan", "--scale takes");
        row("demo --nodes 0", "--nodes takes");
        row("demo --nodes 5001", "--nodes takes");
        row("demo --nodes many", "--nodes takes");
        row("nodes --nodes 5", "nodes");
        row("screenshots d --size 1x1", "--size takes");
        row("screenshots d --size 99999x99999", "--size takes");
        row("snapshot --lang fr", "--lang takes");
        row("incidents acknowledge I-7", "the form is");
        row("incidents ack", "the form is: stowage incidents ack ID");
        row("incidents own I-7 --note mine", "--note goes with ack and mute, not with own");
        row("incidents ack I-7 --for 2h", "--for goes with mute, not with ack");
        row("incidents mute I-7", "never without an end");
        row("incidents mute I-7 --for 31d", "--for takes a time from 1min to 30d");
        row("incidents mute I-7 --for 0min", "--for takes");
        row("incidents mute I-7 --for -2h", "--for takes");
        row("alerts extra", "the form is");
        row("snapshot --profile", "profile");
    }

    void refuses()
    {
        const auto parsed = parse(QTest::currentDataTag());
        QVERIFY(!parsed);
        QFETCH(QString, says);
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        QVERIFY2(parsed.error().text().contains(says), qPrintable(parsed.error().text()));
    }

    void everyCommandHasHelp()
    {
        const QString whole = CommandLine::help({});
        for (const CommandSpec& spec : commandTable()) {
            QVERIFY2(whole.contains(spec.name), spec.name.data());
            QVERIFY(CommandLine::help(spec.name).contains(QLatin1String("--profile")));
            const auto asked = parse(qPrintable(QString(spec.name + QLatin1String(" --help"))));
            QVERIFY(asked && asked->help);
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
