// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"
#include "tests/views/shell/SampleFleet.h"
#include "views/sources/Phases.h"
#include "views/sources/SourceFacts.h"
#include "views/sources/SourcesPage.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/LineList.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"

#include <QClipboard>

using namespace stowage;
using namespace std::chrono_literals;
using Kind = SourcesState::Kind;

namespace {

/// Finds what the test tells it to, when it is told.
class ScriptedDoctor final : public Doctor
{
public:
    void examine(const QString& sourceId) override { asked << sourceId; }

    void find(const QString& sourceId, const QString& title, Verdict verdict)
    {
        Check check;
        check.id = title.toLower();
        check.title = title;
        check.verdict = verdict;
        check.detail = QStringLiteral("detail of %1").arg(title);
        check.todo = verdict == Verdict::Failed ? QStringLiteral("do this") : QString();
        check.took = Millis{12};
        Q_EMIT checked(sourceId, check);
    }

    QStringList asked;
};

struct Stage
{
    Stage()
    {
        page.resize(1'300, 800);
        page.setActive(true);
        page.show();
    }

    void apply(const Delta& delta)
    {
        fleet.apply(delta);
        fleet.flush();
    }

    const Notice* notice() const { return page.findChild<StatefulView*>()->notice(); }
    Table* table() const { return page.findChild<Table*>(); }

    /// All lines of the side panel that bear marks.
    QStringList lines() const
    {
        QStringList texts;
        for (const LineList* list : page.findChildren<LineList*>()) {
            for (const LineItem& item : list->items()) {
                texts << item.text + QLatin1Char('|') + item.right + QLatin1Char('|') + item.detail +
                             QLatin1Char('|') + item.todo;
            }
        }
        return texts;
    }

    Theme theme = Theme::builtIn(QStringLiteral("dark"));
    test::ManualClock clock;
    Fleet fleet{clock};
    ScriptedDoctor doctor;
    SourcesPage page{fleet, &doctor, clock, theme};
};

Delta failedSource(const test::ManualClock& clock)
{
    Delta failed = test::sampleStatus(clock, QStringLiteral("reg"), QStringLiteral("registry"));
    failed.status->state = Freshness::Offline;
    failed.status->lastAnswer = clock.now() - 2h;
    failed.status->error = Error{ErrorKind::Tls,
                                 QStringLiteral("the certificate has expired"),
                                 QStringLiteral("reg (reg.example:5000)"),
                                 QStringLiteral("renew it"),
                                 {}};
    return failed;
}

} // namespace

class TestSourcesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyOffersAnExample()
    {
        Stage stage;
        QCOMPARE(stage.page.state().kind, Kind::Empty);
        const auto chips = stage.page.findChild<StatefulView*>()->findChildren<Chip*>();
        const auto button =
            std::find_if(chips.begin(), chips.end(), [](const Chip* chip) { return chip->isVisible(); });
        QVERIFY(button != chips.end());
        QTest::mouseClick(*button, Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\"kind\": \"registry\"")));
    }

    void loadingWhileAllAreAsked()
    {
        Stage stage;
        Delta asked;
        asked.source = QStringLiteral("reg");
        asked.generation = 1;
        asked.status = SourceStatus{};
        stage.apply(asked);
        QCOMPARE(stage.page.state().kind, Kind::Loading);
        QVERIFY(stage.notice()->why.contains(QStringLiteral("reg")));
        QCOMPARE(stage.page.badge(), 0);
    }

    void failedExaminesTheWorst()
    {
        Stage stage;
        stage.apply(failedSource(stage.clock));
        QCOMPARE(stage.page.state().kind, Kind::Failed);
        QVERIFY(stage.notice()->why.contains(QStringLiteral("expired")));
        QVERIFY(stage.notice()->why.contains(QStringLiteral("renew it")));
        Q_EMIT stage.page.findChild<StatefulView*>()->todoClicked();
        QCOMPARE(stage.doctor.asked, QStringList{QStringLiteral("reg")});
        QCOMPARE(stage.page.item(), QStringLiteral("reg"));
    }

    void partialNamesWhoIsSilent()
    {
        Stage stage;
        for (const Delta& delta : test::sampleSources(stage.clock)) {
            stage.apply(delta);
        }
        QCOMPARE(stage.page.state().kind, Kind::Partial);
        QVERIFY(stage.notice()->what.contains(QStringLiteral("registry-3")));
        QCOMPARE(stage.table()->model()->rowCount(), 6);
    }

    void staleWhenNobodyHasAnsweredLately()
    {
        Stage stage;
        stage.apply(test::sampleRegistry(stage.clock));
        stage.clock.advance(2min);
        stage.fleet.judgeAges();
        stage.fleet.flush();
        QCOMPARE(stage.page.state().kind, Kind::Stale);
        QVERIFY(stage.notice()->why.contains(QStringLiteral("2 min")));
    }

    void readySaysNothing()
    {
        Stage stage;
        stage.apply(test::sampleRegistry(stage.clock));
        QCOMPARE(stage.page.state().kind, Kind::Ready);
        QCOMPARE(stage.notice(), nullptr);
    }

    void panelTellsWhatWhereAndWhatToDo()
    {
        Stage stage;
        stage.apply(failedSource(stage.clock));
        QVERIFY(stage.page.open(QStringLiteral("reg")));
        QVERIFY(stage.lines().contains(
            QStringLiteral("the certificate has expired||reg (reg.example:5000)|renew it")));
    }

    void panelNamesWhatWasNotSeen()
    {
        Stage stage;
        for (const Delta& delta : test::sampleSources(stage.clock)) {
            stage.apply(delta);
        }
        QVERIFY(stage.page.open(QStringLiteral("registry-1")));
        QVERIFY(stage.lines().contains(QStringLiteral("team/old||HTTP 500|")));
    }

    void doctorsChecksComeOneByOne()
    {
        Stage stage;
        stage.apply(failedSource(stage.clock));
        stage.page.open(QStringLiteral("reg"));
        QTest::keyClick(stage.table(), Qt::Key_D);
        QCOMPARE(stage.doctor.asked.size(), 1);
        QVERIFY(stage.lines().contains(QStringLiteral("examining …|||")));
        stage.doctor.find(QStringLiteral("reg"), QStringLiteral("DNS"), Verdict::Fine);
        stage.doctor.find(QStringLiteral("other"), QStringLiteral("stranger"), Verdict::Fine);
        stage.doctor.find(QStringLiteral("reg"), QStringLiteral("TLS"), Verdict::Failed);
        QVERIFY(stage.lines().contains(QStringLiteral("DNS|fine · 12 ms|detail of DNS|")));
        QVERIFY(stage.lines().contains(QStringLiteral("TLS|failed · 12 ms|detail of TLS|do this")));
        QVERIFY(!stage.lines().join(QLatin1Char('\n')).contains(QStringLiteral("stranger")));
        Q_EMIT stage.doctor.finished(QStringLiteral("reg"));
        QVERIFY(!stage.lines().contains(QStringLiteral("examining …|||")));
    }

    void anotherExaminationCallsOffTheFirst()
    {
        ScriptedDoctor doctor;
        Examinations examinations(&doctor);
        examinations.examine(QStringLiteral("a"));
        examinations.examine(QStringLiteral("b"));
        QVERIFY(examinations.report(QStringLiteral("a"))->isCalledOff);
        QVERIFY(examinations.report(QStringLiteral("b"))->isRunning);
        doctor.find(QStringLiteral("a"), QStringLiteral("late"), Verdict::Fine);
        QVERIFY(examinations.report(QStringLiteral("a"))->checks.empty());
        examinations.examine({});
        QCOMPARE(doctor.asked.size(), 2);
    }

    void withoutADoctorNothingIsOffered()
    {
        Stage stage;
        SourcesPage page(stage.fleet, nullptr, stage.clock, stage.theme);
        for (const KeyHelp& key : page.keysHelp()) {
            QVERIFY(key.key != QStringLiteral("d"));
        }
    }

    void phasesAddUp()
    {
        PhaseTimes times;
        QVERIFY(!totalOf(times));
        times.dns = 1'200us;
        times.tcp4 = 600us;
        times.tcp6 = 250ms;
        times.body = 1ms;
        QCOMPARE(*totalOf(times), 2'800us);
        QCOMPARE(formatMicros(640us), QStringLiteral("640 µs"));
        QCOMPARE(formatMicros(2'340us), QStringLiteral("2.3 ms"));
        QCOMPARE(formatMicros(250ms), QStringLiteral("250 ms"));
        QCOMPARE(formatMicros(1'240ms), QStringLiteral("1.2 s"));
        QCOMPARE(formatMicros(-5us), QStringLiteral("0 µs"));
        QVERIFY(phasesText(times).startsWith(QStringLiteral("DNS 1.2 ms, TCP 4 600 µs, TCP 6 250 ms")));
    }
};

QTEST_MAIN(TestSourcesPage)
#include "tst_sources_page.moc"
