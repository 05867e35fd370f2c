// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"
#include "tests/support/NastyServer.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTcpServer>

#include <csignal>

using namespace stowage;
using namespace stowage::test;

namespace {

/// A port that nobody listens on: it was free just now.
QByteArray closedUrl()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return "http://127.0.0.1:" + QByteArray::number(server.serverPort());
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const nlohmann::json* sourceNamed(const nlohmann::json& document, const char* id)
{
    for (const auto& source : document.at("sources")) {
        if (source.at("id") == id) {
            return &source;
        }
    }
    return nullptr;
}

} // namespace

/// The program when something is not as it should be: sources, disk, display, signals.
class TestProgramTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fleet.start(QStringLiteral("dead-peer"))); }

    void init()
    {
        m_profile = profile(m_fleet.registryUrl());
        m_data = m_program.path(QStringLiteral("data-%1").arg(++m_runs));
    }

    void aRegistryThatIsDownHidesNobodyElse()
    {
        const QByteArray url = closedUrl();
        m_profile = profile(url);
        const ProgramResult result = run({QStringLiteral("snapshot"), QStringLiteral("--json")});
        QCOMPARE(result.status, 3);
        const nlohmann::json document = result.json();
        QVERIFY(document.is_object());
        QCOMPARE(sourceNamed(document, "registry-1")->at("error").at("kind"), nlohmann::json("connect"));
        QVERIFY(sourceNamed(document, "peers")->at("error").is_null());
        QCOMPARE(document.at("nodes").size(), m_fleet.world().nodes().size());
        for (const auto& node : document.at("nodes")) {
            QCOMPARE(node.at("state"), nlohmann::json("live"));
        }
        QVERIFY2(result.said().contains(QStringLiteral("registry-1")), result.err.constData());
        QVERIFY2(result.err.contains(url.mid(7)), result.err.constData());

        const ProgramResult doctor =
            run({QStringLiteral("source"), QStringLiteral("test"), QStringLiteral("registry-1")});
        QCOMPARE(doctor.status, 3);
        QVERIFY2(doctor.out.contains("▲") && doctor.out.contains("→"), doctor.out.constData());
    }

    void aSourceThatHangsIsNamedWhenPatienceEnds()
    {
        NastyServer silent;
        silent.misbehave(Fault::NeverAnswers);
        m_profile = profile(silent.url());
        const ProgramResult result = run({QStringLiteral("snapshot"), QStringLiteral("--json"),
                                          QStringLiteral("--settle"), QStringLiteral("1s")});
        QCOMPARE(result.status, 3);
        QVERIFY2(result.tookMs < 10'000, qPrintable(QString::number(result.tookMs))); // of a busy machine
        QVERIFY(result.json().is_object());
        QVERIFY2(result.said().contains(QStringLiteral("registry-1 has not answered within 1 s")),
                 result.err.constData());
    }

    void aPasswordIsWrittenNowhere()
    {
        const QByteArray secret = "correct-horse-battery-42";
        NastyServer registry; // echoes nothing, refuses everybody
        registry.handle([](const RecordedRequest&) {
            return ServerAnswer::json(R"({"errors":[{"code":"UNAUTHORIZED","message":"no"}]})", 401)
                .with("WWW-Authenticate", "Basic realm=\"r\"");
        });
        m_profile =
            profile(registry.url(), {{"basic", {{"user", "ops"}, {"password", {{"env", "LAB_PASSWORD"}}}}}});
        m_program.setVariable(QStringLiteral("LAB_PASSWORD"), QString::fromLatin1(secret));
        for (const QStringList& arguments :
             {QStringList{QStringLiteral("snapshot"), QStringLiteral("--json"), QStringLiteral("-v")},
              QStringList{QStringLiteral("sources"), QStringLiteral("-v")},
              QStringList{QStringLiteral("source"), QStringLiteral("test"), QStringLiteral("registry-1")},
              QStringList{QStringLiteral("source"), QStringLiteral("test"), QStringLiteral("registry-1"),
                          QStringLiteral("--json")}}) {
            const ProgramResult result = run(arguments);
            QCOMPARE(result.status, 3);
            for (const QByteArray& form : {secret, ("ops:" + secret).toBase64(), secret.toHex()}) {
                QVERIFY(!result.out.contains(form));
                QVERIFY(!result.err.contains(form));
                QCOMPARE(ProgramRunner::filesWith(m_data, form), QStringList());
            }
        }
        // It was used, though, so that the test means something.
        const auto requests = registry.requests();
        QVERIFY(std::any_of(requests.begin(), requests.end(), [&](const RecordedRequest& request) {
            return request.header("Authorization") == "Basic " + ("ops:" + secret).toBase64();
        }));

        m_program.setVariable(QStringLiteral("LAB_PASSWORD"), {});
        const ProgramResult unset = run({QStringLiteral("sources")});
        QCOMPARE(unset.status, 3);
        QVERIFY2(unset.said().contains(QStringLiteral("LAB_PASSWORD")), unset.err.constData());
        QCOMPARE(ProgramRunner::filesWith(m_program.path({}), secret), QStringList());
    }

    void aCorruptDatabaseIsSetAsideAndSaid()
    {
        QVERIFY(QDir().mkpath(m_data));
        const QByteArray rubbish(20'000, 'x');
        write(rubbish);
        const ProgramResult result = run({QStringLiteral("sources"), QStringLiteral("--json")});
        QCOMPARE(result.status, 0);
        QVERIFY(result.json().is_object());
        const QStringList aside = QDir(m_data).entryList({QStringLiteral("stowage.db.corrupt-*")});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(bytesOf(m_data + QLatin1Char('/') + aside.first()), rubbish);
        QVERIFY2(result.said().contains(aside.first()), result.err.constData());
        QVERIFY(isSound());
        QVERIFY(run({QStringLiteral("sources")}).err.isEmpty());
    }

    void aDatabaseOfANewerProgramIsLeftAsItIs()
    {
        QCOMPARE(run({QStringLiteral("sources")}).status, 0);
        {
            SQLite::Database database(databasePath().toStdString(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const QByteArray before = bytesOf(databasePath());
        const ProgramResult result = run({QStringLiteral("snapshot"), QStringLiteral("--json")});
        QCOMPARE(result.status, 0); // it says what there is now, and keeps nothing
        QVERIFY(!result.json().at("layers").empty());
        QVERIFY2(result.said().contains(QStringLiteral("stowage.db")), result.err.constData());
        QVERIFY2(result.said().contains(QStringLiteral("newer")), result.err.constData());
        QCOMPARE(bytesOf(databasePath()), before);
        QVERIFY(QDir(m_data).entryList({QStringLiteral("stowage.db?*")}).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaidAndNotFatal()
    {
        m_data = QStringLiteral("/proc/stowage");
        const ProgramResult result = run({QStringLiteral("sources"), QStringLiteral("--json")});
        QCOMPARE(result.status, 0);
        QVERIFY(result.json().is_object());
        QVERIFY2(result.said().contains(QStringLiteral("/proc/stowage")), result.err.constData());
    }

    void withoutADisplayTheWindowSaysSoAndTheDemoReports()
    {
        for (const QStringList& arguments : {QStringList{}, QStringList{QStringLiteral("window")}}) {
            const ProgramResult window = run(arguments);
            QCOMPARE(window.status, 2);
            QVERIFY(window.out.isEmpty());
            QVERIFY2(window.said().contains(QStringLiteral("no display")), window.err.constData());
            QCOMPARE(window.err.count('\n'), 1);
        }
        const ProgramResult demo = m_program.run({QStringLiteral("demo")});
        QVERIFY2(demo.status == 0, demo.err.constData());
        QVERIFY2(demo.out.startsWith("demo"), demo.out.constData());
        QVERIFY(demo.out.contains("registry-1") && demo.out.contains("peers"));
    }

    void theWindowPaintsAndEndsInGoodOrder()
    {
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const ProgramResult window =
            run({QStringLiteral("window"), QStringLiteral("--exit-after-first-frame")});
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), {});
        QVERIFY2(window.status == 0, window.err.constData());
        QCOMPARE(window.out, QByteArray("first frame\n"));
        QVERIFY2(!window.said().contains(QStringLiteral("stowage:")), window.err.constData()); // Qt talks too
        QVERIFY(isSound());
    }

    void aLinkToNowhereOpensNoWindow()
    {
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const ProgramResult nowhere = run({QStringLiteral("stowage://attic")});
        const ProgramResult somewhere =
            run({QStringLiteral("stowage://node/n1"), QStringLiteral("--exit-after-first-frame")});
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), {});
        QCOMPARE(nowhere.status, 2);
        QVERIFY2(nowhere.said().contains(QStringLiteral("stowage://node/NAME")), nowhere.err.constData());
        QVERIFY2(somewhere.status == 0, somewhere.err.constData());
    }

    void aSignalEndsItSoonAndLeavesASoundDatabase_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("isWindow");
        QTest::addColumn<int>("status");
        QTest::newRow("TERM, window") << SIGTERM << true << 0;
        QTest::newRow("INT, window") << SIGINT << true << 0;
        QTest::newRow("TERM, command") << SIGTERM << false << 128 + SIGTERM;
        QTest::newRow("INT, command") << SIGINT << false << 128 + SIGINT;
    }
    void aSignalEndsItSoonAndLeavesASoundDatabase()
    {
        QFETCH(int, signal);
        QFETCH(bool, isWindow);
        NastyServer silent;
        silent.misbehave(Fault::NeverAnswers); // so that a command waits
        m_profile = profile(silent.url());
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"),
                              isWindow ? QStringLiteral("offscreen") : QString());
        const auto process =
            m_program.start(withProfile({isWindow ? QStringLiteral("window") : QStringLiteral("snapshot")}));
        m_program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), {});
        // It is at work once it has asked the one that is silent.
        QTRY_VERIFY_WITH_TIMEOUT(silent.requestCount() > 0, 60'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
        const ProgramResult result = ProgramRunner::finish(*process);
        // Much sooner than the source's silence would have let it; how soon depends on the machine.
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        QTEST(result.status, "status");
        QVERIFY2(result.out.isEmpty(), result.out.constData());
        QVERIFY(isSound());
        // Whatever was learnt before is there for the next run.
        QCOMPARE(run({QStringLiteral("sources"), QStringLiteral("--settle"), QStringLiteral("1ms")}).status,
                 3);
    }

private:
    /// The demo's, but with the registry at that URL.
    QString profile(const QByteArray& registryUrl, const nlohmann::json& auth = nullptr)
    {
        nlohmann::json document = nlohmann::json::parse(m_fleet.profileJson().toStdString());
        document["sources"][0]["url"] = registryUrl.toStdString();
        if (!auth.is_null()) {
            document["sources"][0]["auth"] = auth;
        }
        return m_program.write(QStringLiteral("profile.json"), QByteArray::fromStdString(document.dump(2)));
    }

    QStringList withProfile(const QStringList& arguments) const
    {
        return arguments +
               QStringList{QStringLiteral("--profile"), m_profile, QStringLiteral("--data"), m_data};
    }

    ProgramResult run(const QStringList& arguments) const { return m_program.run(withProfile(arguments)); }

    QString databasePath() const { return m_data + QStringLiteral("/stowage.db"); }

    void write(const QByteArray& bytes) const
    {
        QFile file(databasePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    bool isSound() const
    {
        try {
            SQLite::Database database(databasePath().toStdString(), SQLite::OPEN_READONLY);
            return database.execAndGet("PRAGMA integrity_check").getString() == "ok" &&
                   database.execAndGet("PRAGMA user_version").getInt() > 0;
        } catch (const SQLite::Exception& exception) {
            qWarning("%s", exception.what());
            return false;
        }
    }

    ManualClock m_clock; // never moves, so the fleet is what it was built as
    DemoFleet m_fleet{m_clock, DemoSize::uniform(2, 2, 6)};
    ProgramRunner m_program;
    QString m_profile;
    QString m_data;
    int m_runs = 0;
};

QTEST_GUILESS_MAIN(TestProgramTrouble)
#include "tst_program_trouble.moc"
