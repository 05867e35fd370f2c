// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManualClock.h"
#include "tests/views/plan/SamplePlans.h"
#include "views/placement/plan/PlanDialog.h"
#include "views/placement/plan/PlanTiles.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;

namespace {

const Theme& dark()
{
    static const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    return theme;
}

QStringList wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const TextLabel* label : widget.findChildren<TextLabel*>()) {
        if (label->isVisibleTo(&widget)) {
            words << label->text();
        }
    }
    return words;
}

QString noticeOf(PlanView& view)
{
    const Notice* notice = view.findChild<StatefulView*>()->notice();
    return notice != nullptr ? notice->what : QString();
}

} // namespace

/// What a plan looks like before anything is done.
class TestPlanView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wavesStandUnderTheirHeadings()
    {
        PrewarmWaveModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const PrewarmPlan plan = test::samplePlan(m_clock.now());
        model.setPlan(plan);
        QCOMPARE(model.rowCount(), static_cast<int>(plan.steps.size() + plan.waves()));
        quint32 wave = 0;
        size_t step = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex first = model.index(row, 0);
            if (model.isHeading(row)) {
                ++wave;
                QVERIFY(first.data().toString().startsWith(QStringLiteral("wave %1:").arg(wave)));
                QVERIFY(!first.flags().testFlag(Qt::ItemIsSelectable));
            } else {
                QCOMPARE(*model.stepAt(row), plan.steps[step]);
                QCOMPARE(plan.steps[step++].wave, wave);
                QCOMPARE(model.index(row, model.columnOf(QStringLiteral("node"))).data().toString(),
                         model.stepAt(row)->node);
            }
        }
        model.setPlan({});
        QCOMPARE(model.rowCount(), 0);
        model.setPlan(plan);
    }

    void tilesAddUp()
    {
        const PrewarmPlan plan = test::samplePlan(m_clock.now());
        const auto tiles = planTiles(plan);
        QCOMPARE(tiles[0].value, QString::number(plan.steps.size()));
        QCOMPARE(tiles[1].value, formatBytes(plan.bytes()));
        QCOMPARE(plan.peerBytes() + plan.upstreamBytes(), plan.bytes());
        QVERIFY(tiles[4].note.contains(QStringLiteral("assumed")));
        QCOMPARE(tiles[5].ink, Token::Warning);
        QCOMPARE(planTiles(test::emptyPlan(m_clock.now()))[5].ink, Token::Text);
    }

    void saysWhatIsChosenAndWhy()
    {
        PlanDialog dialog(dark(), m_clock);
        QCOMPARE(noticeOf(dialog.view()), QStringLiteral("Planning…"));
        const PrewarmPlan plan = test::samplePlan(m_clock.now());
        dialog.setPlan(plan);
        dialog.show();
        QVERIFY(noticeOf(dialog.view()).isEmpty());
        QVERIFY(wordsOf(dialog).contains(plan.steps.front().reason)); // of the first step, which is chosen
        Table& table = dialog.view().table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Down);
        QVERIFY(wordsOf(dialog).contains(plan.steps[1].reason));
        for (const PrewarmRefusal& refusal : plan.refused) {
            QVERIFY(wordsOf(dialog).contains(refusal.reason));
        }
        QSignalSpy opened(&dialog.view(), &PlanView::stepOpened);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].toString(), plan.steps[1].node);
    }

    void hasItsStates()
    {
        PlanDialog dialog(dark(), m_clock);
        dialog.setPlan(test::emptyPlan(m_clock.now()));
        QCOMPARE(noticeOf(dialog.view()), QStringLiteral("Nothing to warm"));
        dialog.setPlan(test::refusedPlan(m_clock.now()));
        QCOMPARE(noticeOf(dialog.view()), QStringLiteral("Nothing can be warmed"));
        dialog.showPlanning();
        QCOMPARE(noticeOf(dialog.view()), QStringLiteral("Planning…"));
    }

    void growsOldWhileItIsLookedAt()
    {
        PlanDialog dialog(dark(), m_clock);
        dialog.setPlan(test::samplePlan(m_clock.now()));
        dialog.show();
        m_clock.advance(PrewarmPlan::Validity - Millis{1});
        QVERIFY(noticeOf(dialog.view()).isEmpty());
        m_clock.advance(std::chrono::seconds{2});
        QVERIFY(noticeOf(dialog.view()).contains(QStringLiteral("too old")));
        QSignalSpy again(&dialog.view(), &PlanView::planRequested);
        Q_EMIT dialog.findChild<StatefulView*>()->todoClicked();
        QCOMPARE(again.size(), 1);
        dialog.setPlan(test::samplePlan(m_clock.now()));
        QVERIFY(noticeOf(dialog.view()).isEmpty());
        dialog.hide();
        m_clock.advance(std::chrono::seconds{2});
        QCOMPARE(m_clock.pending(), size_t{0}); // nobody looks: nobody watches
    }

    void escapeCloses()
    {
        PlanDialog dialog(dark(), m_clock);
        dialog.setPlan(test::samplePlan(m_clock.now()));
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void hostileNamesAreShownAndNotObeyed()
    {
        PrewarmPlan plan = test::samplePlan(m_clock.now());
        plan.steps.front().node = QStringLiteral("<b>n</b>\n\x1b[31m\u202Egnp");
        plan.steps.front().image.repository = QString(QChar(0xD800));
        PlanDialog dialog(dark(), m_clock);
        dialog.setPlan(plan);
        dialog.resize(400, 300);
        dialog.show();
        QVERIFY(!dialog.grab().isNull());
        QVERIFY(wordsOf(dialog).filter(QChar(0x202E)).isEmpty());
    }

    void longNamesGetNoWiderThanTheDialog()
    {
        PlanDialog dialog(dark(), m_clock);
        dialog.setPlan(test::longNamedPlan(m_clock.now()));
        dialog.resize(900, 600);
        dialog.show();
        QCOMPARE(dialog.width(), 900);
        QVERIFY(!dialog.grab().isNull());
    }

private:
    test::ManualClock m_clock;
};

QTEST_MAIN(TestPlanView)
#include "tst_planview.moc"
