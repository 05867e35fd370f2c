// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoFleet.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"
#include "tests/app/SchemaCheck.h"
#include "tests/app/alerts/AlertRig.h"
#include "tests/app/alerts/StandInAlertmanager.h"
#include "tests/app/e2e/ProgramRunner.h"
#include "tests/support/ManualClock.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;

} // namespace

/// `stowage incidents …` as a process of its own, while another Stowage is open on the same data.
class TestAlertProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anActBesideAnOpenDesk();
    void anIncidentWithItsTurns();
    void anActOnNothing();
    void actsThatChangeNothing();
    void aLinkInATerminal();
    void anActThoughTheCheckpointIsOfAnotherVersion();
    void howThingsLieIsJudged();

private:
    ProgramResult run(const QStringList& arguments) const
    {
        return m_program->run(arguments + QStringList{u"--profile"_s, m_profile, u"--data"_s, m_data});
    }
    Incident incident() const
    {
        const auto found = m_rig->incidents(u"Full"_s);
        return found.size() == 1 ? found.front() : Incident{};
    }

    SystemClock m_clock;
    std::unique_ptr<ProgramRunner> m_program;
    std::unique_ptr<StandInAlertmanager> m_alertmanager;
    std::unique_ptr<AlertRig> m_rig;
    QString m_profile;
    QString m_data;
};

void TestAlertProgram::init()
{
    m_program = std::make_unique<ProgramRunner>();
    m_program->setVariable(u"STOWAGE_ACTOR"_s, u"mira"_s);
    m_alertmanager = std::make_unique<StandInAlertmanager>(m_clock.now());
    m_alertmanager->setAlerts({"Full"});
    m_data = m_program->path(u"data"_s);
    m_rig = std::make_unique<AlertRig>(m_alertmanager->sources(), m_data, m_clock);
    QVERIFY2(m_rig->error().isEmpty(), qPrintable(m_rig->error()));
    m_profile = m_program->write(u"lab.json"_s, AlertRig::profileOf(m_alertmanager->sources()));
    m_rig->start();
    QTRY_VERIFY2_WITH_TIMEOUT(m_rig->isTold(u"Full"_s, 1), qPrintable(m_rig->words()), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!incident().id.isEmpty(), Patience);
}

void TestAlertProgram::cleanup()
{
    m_rig.reset();
    m_alertmanager.reset();
    m_program.reset();
}

void TestAlertProgram::anActBesideAnOpenDesk()
{
    const QString id = incident().id;
    const ProgramResult acknowledged = run({u"incidents"_s, u"ack"_s, id, u"--note"_s, u"on it"_s});
    QVERIFY2(acknowledged.status == 0, acknowledged.err.constData());
    QTRY_COMPARE_WITH_TIMEOUT(incident().acknowledgedBy, u"mira"_s, Patience);
    QCOMPARE(incident().note, u"on it"_s);
    QVERIFY(incident().acknowledgedAt > Timestamp{});
    QCOMPARE(run({u"incidents"_s, u"own"_s, id}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(incident().owner, u"mira"_s, Patience);
    QCOMPARE(run({u"incidents"_s, u"mute"_s, id, u"--for"_s, u"2h"_s}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(incident().isMuted(m_clock.now()), Patience);
    QCOMPARE(incident().state, IncidentState::Open);
    QCOMPARE(incident().told, 1U); // nobody told anything twice meanwhile
    m_rig->stop();
    const auto events = loggedEvents(m_data, m_clock);
    QCOMPARE(repeatedUid(events), QString());
    QCOMPARE(turnsOf(events, m_rig->alert(u"Full"_s)->key), u"fired"_s);
}

void TestAlertProgram::anIncidentWithItsTurns()
{
    const QString id = incident().id;
    QCOMPARE(run({u"incidents"_s, u"ack"_s, id}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(incident().acknowledgedBy, u"mira"_s, Patience);
    const ProgramResult shown = run({u"incidents"_s, u"show"_s, id, u"--json"_s});
    QVERIFY2(shown.status == 0, shown.err.constData());
    const nlohmann::json document = shown.json();
    QVERIFY(document.is_object());
    QCOMPARE(SchemaCheck::complaints(u"incidents"_s, document), QStringList());
    QStringList kinds;
    for (const auto& event : document.at("events")) {
        kinds << QString::fromStdString(event.at("kind"));
    }
    QCOMPARE(kinds.join(u' '), u"acknowledged fired"_s); // the newest first
    QCOMPARE(document.at("events").back().at("name"), nlohmann::json("Full"));

    const ProgramResult words = run({u"incidents"_s, u"show"_s, id});
    QCOMPARE(words.status, 0);
    QVERIFY2(words.out.contains("fired  Full"), words.out.constData());
    QVERIFY2(words.out.contains("acknowledged"), words.out.constData());
    // A link leads there too, also where there is no window.
    for (const QStringList& asked :
         {QStringList{u"incidents"_s, u"show"_s, u"stowage://incident/%1"_s.arg(id)},
          QStringList{u"stowage://incident/%1"_s.arg(id)}}) {
        const ProgramResult linked = run(asked);
        QCOMPARE(linked.status, 0);
        QCOMPARE(linked.out.left(linked.out.indexOf('\n')), words.out.left(words.out.indexOf('\n')));
    }
    const ProgramResult nowhere = run({u"stowage://incident/I-000000"_s});
    QVERIFY(nowhere.status != 0);
    QVERIFY2(nowhere.said().contains(u"I-000000"_s), nowhere.err.constData());
}

void TestAlertProgram::anActOnNothing()
{
    const ProgramResult refused = run({u"incidents"_s, u"ack"_s, u"I-000000"_s});
    QVERIFY(refused.status != 0);
    QVERIFY2(refused.said().contains(u"I-000000"_s), refused.err.constData());
}

void TestAlertProgram::actsThatChangeNothing()
{
    const QString id = incident().id;
    const ProgramResult released = run({u"incidents"_s, u"release"_s, id});
    QCOMPARE(released.status, 2);
    QVERIFY2(released.said().contains(u"nobody has taken"_s), released.err.constData());
    const ProgramResult unmuted = run({u"incidents"_s, u"unmute"_s, id});
    QCOMPARE(unmuted.status, 2);
    QVERIFY2(unmuted.said().contains(u"is not muted"_s), unmuted.err.constData());

    QCOMPARE(run({u"incidents"_s, u"own"_s, id}).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(incident().owner, u"mira"_s, Patience);
    m_program->setVariable(u"STOWAGE_ACTOR"_s, u"lee"_s);
    const ProgramResult taken = run({u"incidents"_s, u"own"_s, id});
    QCOMPARE(taken.status, 0);
    QVERIFY2(taken.said().contains(u"taken over by mira"_s), taken.err.constData());
}

void TestAlertProgram::aLinkInATerminal()
{
    const QString id = incident().id;
    const QString link = u"stowage://incident/"_s + id;
    for (const QStringList& words : {QStringList{link}, QStringList{u"incidents"_s, u"show"_s, link}}) {
        const ProgramResult shown = run(words);
        QVERIFY2(shown.status == 0, shown.err.constData());
        QVERIFY2(shown.out.contains(id.toUtf8()), shown.out.constData());
    }
    const ProgramResult missing = run({u"stowage://incident/I-000000"_s});
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.said().contains(u"I-000000"_s), missing.err.constData());
}

/// As after an update, while no window has been open yet.
void TestAlertProgram::anActThoughTheCheckpointIsOfAnotherVersion()
{
    const QString id = incident().id;
    m_rig->stop();
    const auto before = loggedEvents(m_data, m_clock);
    QVERIFY(!before.empty());
    {
        SqliteAlertLog log(m_data, m_clock);
        log.keepCheckpoint({before.back().number, QByteArray("of another version")});
        log.close();
    }
    const ProgramResult acknowledged = run({u"incidents"_s, u"ack"_s, id});
    QVERIFY2(acknowledged.status == 0, acknowledged.err.constData());
    const auto events = loggedEvents(m_data, m_clock);
    QCOMPARE(std::ranges::count(events, AlertEventKind::Acknowledged, &AlertEvent::kind), 1);
}

/// Rules about coverage need what another thread works out, in a run that lasts a moment too.
void TestAlertProgram::howThingsLieIsJudged()
{
    const ManualClock clock;
    DemoFleet fleet(clock, DemoSize::uniform(3, 4, 12));
    QVERIFY(fleet.start(u"dead-peer"_s));
    nlohmann::json profile = nlohmann::json::parse(fleet.profileJson().toStdString());
    profile["placement"] = {{"copies", 12}, {"zones", 3}}; // which nothing has
    const QString file = m_program->write(u"demo.json"_s, QByteArray::fromStdString(profile.dump()));
    const ProgramResult result = m_program->run(
        {u"alerts"_s, u"--json"_s, u"--profile"_s, file, u"--data"_s, m_program->path(u"demo"_s)});
    const nlohmann::json document = result.json();
    QVERIFY2(document.is_object(), result.err.constData());
    QCOMPARE(SchemaCheck::complaints(u"alerts"_s, document), QStringList());
    const auto& alerts = document.at("alerts");
    const bool isJudged = std::any_of(alerts.begin(), alerts.end(), [](const nlohmann::json& alert) {
        return alert.at("name") == "coverage-broken";
    });
    QVERIFY2(isJudged, result.out.constData());
}

QTEST_GUILESS_MAIN(TestAlertProgram)
#include "tst_alert_program.moc"
