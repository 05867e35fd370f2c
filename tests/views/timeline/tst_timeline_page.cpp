// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/timeline/SampleTimeline.h"
#include "views/shell/Link.h"
#include "views/theme/ThemeStyle.h"
#include "views/timeline/TimelineDetails.h"
#include "views/timeline/TimelineExportChip.h"
#include "views/timeline/TimelinePage.h"
#include "views/timeline/TimelineStrip.h"
#include "views/timeline/TimelineView.h"
#include "views/widgets/Chip.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/TextLabel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

/// Writes the keys, one a line.
class KeyExport final : public FileExport
{
public:
    explicit KeyExport(const std::vector<TimelineEntry>& entries)
    {
        for (const TimelineEntry& entry : entries) {
            m_text += entry.name.toUtf8() + '\n';
        }
    }
    QByteArray next() override { return std::exchange(m_text, {}); }
    size_t done() const override { return 0; }
    size_t total() const override { return 1; }

private:
    QByteArray m_text;
};

class KeyExporter final : public TimelineExporter
{
public:
    std::unique_ptr<FileExport> begin(Format /*format*/, std::vector<TimelineEntry> entries) const override
    {
        return std::make_unique<KeyExport>(entries);
    }
};

struct Stage
{
    Stage() { sample.exporter = &exporter; }

    /// After what was to be told.
    void open()
    {
        applyTheme(*qApp, theme);
        page = std::make_unique<TimelinePage>(sample.ports(), sample.clock, theme);
        page->resize(1'340, 800);
        page->show();
        page->setActive(true);
        settle();
        page->view().setFocus();
    }

    void settle()
    {
        for (int i = 0; i < 5; ++i) {
            sample.log.answer();
            QCoreApplication::processEvents();
            sample.clock.advance(130ms);
        }
        sample.log.answer();
        QCoreApplication::processEvents();
    }

    TimelineView& view() const { return page->view(); }
    size_t shown() const { return view().content().entries.size(); }

    const TimelineEntry* find(const QString& name) const
    {
        const auto& entries = view().content().entries;
        const auto found = std::ranges::find(entries, name, &TimelineEntry::name);
        return found == entries.end() ? nullptr : &*found;
    }

    void filter(const QString& text)
    {
        page->focusFilter();
        for (FilterLine* line : page->findChildren<FilterLine*>()) {
            if (line->accessibleName() == QStringLiteral("Filter")) {
                line->setText(text);
            }
        }
        settle();
    }

    Theme theme = Theme::builtIn(QStringLiteral("dark"));
    KeyExporter exporter;
    SampleTimeline sample;
    std::unique_ptr<TimelinePage> page;
};

} // namespace

class tst_timeline_page : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsADayInLanes();
    void asksNothingBeforeItIsLookedAt();
    void saysThatNothingHasHappened();
    void saysThatTheLogIsBroken();
    void aStormOpensAndFolds();
    void filters();
    void searchesAllHistory();
    void findsNothing();
    void hidesLanes();
    void zoomsInAndAsksForMore();
    void loadsOlder();
    void liveEventsComeIn();
    void frozenStandsStill();
    void doesNotWorkWhileHidden();
    void leadsToIncidentsAndHosts();
    void opensWhatALinkNames();
    void showsATable();
    void exportsWhatIsShown();
    void oldIncidentsAreDrawn();
    void anOldStormOpensInPlace();
    void keysReachWhatIsOnlyCounted();
    void filtersWhatWasFound();
    void theStripLiesBelowTheLanes();
    void theStripIsABrush();
    void hostileNamesAreShownAsTheyAre();
};

void tst_timeline_page::showsADayInLanes()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Ready);
    QVERIFY(stage.find(QStringLiteral("NodeGone")) != nullptr);
    for (const TimelineLayout::Lane& lane : stage.view().timelineLayout().lanes()) {
        QVERIFY2(!lane.bands.empty(), qPrintable(timelineLaneName(lane.lane)));
    }
    QVERIFY(stage.find(QStringLiteral("HitRate"))->isBeginUnknown);
    QCOMPARE(stage.find(QStringLiteral("DiskFills"))->end, TimelineEntry::End::Unknown);
    const QAbstractItemModelTester tester(const_cast<TimelineModel*>(&stage.page->model()),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    stage.filter(QStringLiteral("eu-b"));
    stage.filter({});
}

void tst_timeline_page::asksNothingBeforeItIsLookedAt()
{
    Stage stage;
    stage.page = std::make_unique<TimelinePage>(stage.sample.ports(), stage.sample.clock, stage.theme);
    stage.settle();
    QCOMPARE(stage.sample.log.queries, 0);
    stage.page->setActive(true);
    stage.settle();
    QVERIFY(stage.sample.log.queries > 0);
}

void tst_timeline_page::saysThatNothingHasHappened()
{
    Stage stage;
    stage.page = std::make_unique<TimelinePage>(stage.sample.ports(), stage.sample.clock, stage.theme);
    stage.page->setActive(true);
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Loading);
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Empty);
    QVERIFY(stage.page->state().notice.what.contains(QStringLiteral("Nothing has happened since")));
}

void tst_timeline_page::saysThatTheLogIsBroken()
{
    Stage stage;
    stage.open();
    Q_EMIT stage.sample.log.failed({ErrorKind::Storage,
                                    QStringLiteral("the disk is full"),
                                    QStringLiteral("alerts.db"),
                                    QStringLiteral("Make room."),
                                    {}});
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Failed);
    stage.sample.tellCalmDay();
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Ready);
    Q_EMIT stage.sample.log.failed({ErrorKind::Storage,
                                    QStringLiteral("the disk is full"),
                                    QStringLiteral("alerts.db"),
                                    QStringLiteral("Make room."),
                                    {}});
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Broken);
    QVERIFY(!stage.page->state().isInstead());
}

void tst_timeline_page::aStormOpensAndFolds()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.sample.tellStorm(120);
    stage.open();
    QVERIFY(!stage.sample.stormId().isEmpty());
    const size_t folded = stage.shown();
    QVERIFY(folded < 40);
    QVERIFY(stage.page->open(stage.sample.stormId()));
    QVERIFY(stage.view().current() != nullptr);
    QVERIFY(stage.view().current()->isStorm);
    const auto top = [&stage] {
        const auto& entries = stage.view().content().entries;
        const auto storm = std::ranges::find(entries, true, &TimelineEntry::isStorm);
        return stage.view().rectOf(static_cast<quint32>(storm - entries.begin())).top();
    };
    const double y = top();
    QTest::keyClick(&stage.view(), Qt::Key_Return);
    QCOMPARE(stage.shown(), folded + 120);
    QCOMPARE(top(), y);
    QVERIFY(stage.view().current()->isStorm);
    bool isBelow = false;
    for (const TimelineLayout::Lane& lane : stage.view().timelineLayout().lanes()) {
        isBelow = isBelow || (lane.lane == TimelineLane::Incidents &&
                              std::ranges::any_of(lane.bands, &TimelineLayout::Band::isOfStorm));
    }
    QVERIFY(isBelow);
    QTest::keyClick(&stage.view(), Qt::Key_Return);
    QCOMPARE(stage.shown(), folded);
    // The chevron does the same.
    const auto index = static_cast<quint32>(
        std::ranges::find(stage.view().content().entries, true, &TimelineEntry::isStorm) -
        stage.view().content().entries.begin());
    const QPointF chevron = stage.view().rectOf(index).topLeft() + QPointF(TimelineLayout::MarkRoom + 6, 8);
    QTest::mouseClick(stage.view().viewport(), Qt::LeftButton, {}, chevron.toPoint());
    QCOMPARE(stage.shown(), folded + 120);
}

void tst_timeline_page::filters()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    const size_t all = stage.shown();
    stage.filter(QStringLiteral("lane=alerts severity=critical"));
    QVERIFY(stage.shown() > 0 && stage.shown() < all);
    for (const TimelineEntry& entry : stage.view().content().entries) {
        QCOMPARE(entry.lane, TimelineLane::Alerts);
        QCOMPARE(entry.severity, AlertSeverity::Critical);
    }
    stage.filter(QStringLiteral("nothing-like-this"));
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::NothingPasses);
    QVERIFY(stage.page->back());
    stage.settle();
    QCOMPARE(stage.shown(), all);
    stage.filter(QStringLiteral("severity>"));
    QCOMPARE(stage.shown(), all); // it cannot be read: nothing changes
}

void tst_timeline_page::searchesAllHistory()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    SampleTimeline::Told old{AlertEventKind::IdentityChanged, QStringLiteral("eu-b-17"),
                             QStringLiteral("eu-b-17"), 24h * 200, AlertSeverity::Critical};
    stage.sample.tell({old});
    stage.open();
    const size_t day = stage.shown();
    QTest::keyClick(stage.page.get(), Qt::Key_S);
    stage.page->search(QStringLiteral("eu-b-17"));
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Ready);
    QVERIFY(stage.view().window().whole().from <= stage.sample.clock.now() - 24h * 199);
    QVERIFY(std::ranges::all_of(stage.view().content().entries, [](const TimelineEntry& entry) {
        return entry.subject.name.contains(QStringLiteral("eu-b-17"));
    }));
    QVERIFY(stage.page->note().contains(QStringLiteral("found")));
    QVERIFY(stage.page->back());
    stage.settle();
    QCOMPARE(stage.shown(), day);
}

void tst_timeline_page::findsNothing()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    stage.page->search(QStringLiteral("nowhere \"* AND ("));
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::NothingFound);
    QVERIFY(stage.page->back());
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::Ready);
}

void tst_timeline_page::hidesLanes()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    for (const TimelineLane lane : TimelineLanes) {
        stage.page->setLaneShown(lane, lane == TimelineLane::Changes);
    }
    stage.settle();
    QCOMPARE(stage.view().timelineLayout().lanes().size(), size_t{1});
    for (const TimelineEntry& entry : stage.view().content().entries) {
        QCOMPARE(entry.lane, TimelineLane::Changes);
    }
    stage.page->setLaneShown(TimelineLane::Changes, false);
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::NoLanes);
}

void tst_timeline_page::zoomsInAndAsksForMore()
{
    Stage stage;
    stage.sample.tellYear();
    stage.open();
    stage.page->range().choose(QStringLiteral("1y"));
    stage.settle();
    QVERIFY(!stage.page->book().isComplete());
    QVERIFY(stage.view().content().coveredFrom > stage.view().window().shown().from);
    const auto& lanes = stage.view().timelineLayout().lanes();
    QVERIFY(std::ranges::any_of(lanes, [](const TimelineLayout::Lane& lane) { return !lane.older.empty(); }));
    // A look at last spring: its entries come.
    const Timestamp spring = stage.sample.clock.now() - 24h * 200;
    stage.view().showRange({spring, spring + 24h * 10});
    stage.settle();
    QVERIFY(stage.page->book().isComplete());
    QVERIFY(std::ranges::any_of(stage.view().content().entries, [&](const TimelineEntry& entry) {
        return entry.from > spring && entry.from < spring + 24h * 10;
    }));
    QVERIFY(stage.page->strip().windowRect().width() < stage.page->strip().area().width() / 10);
}

void tst_timeline_page::loadsOlder()
{
    Stage stage;
    stage.sample.tellYear();
    stage.open();
    stage.page->range().choose(QStringLiteral("1y"));
    stage.settle();
    const size_t before = stage.shown();
    QTest::keyClick(stage.page.get(), Qt::Key_M);
    stage.settle();
    QVERIFY(stage.shown() > before);
}

void tst_timeline_page::liveEventsComeIn()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    QVERIFY(stage.page->open(stage.find(QStringLiteral("RegistryCpu"))->key));
    const QString chosen = stage.page->item();
    stage.sample.tell({{AlertEventKind::Fired, QStringLiteral("JustNow"), QStringLiteral("eu-a-01"), 0ms}});
    stage.settle();
    QVERIFY(stage.find(QStringLiteral("JustNow")) != nullptr);
    QCOMPARE(stage.page->item(), chosen);
}

void tst_timeline_page::frozenStandsStill()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    stage.page->setFrozen(true);
    const Timestamp moment = stage.view().content().now;
    const size_t before = stage.shown();
    stage.sample.clock.advance(10s);
    stage.sample.tell({{AlertEventKind::Fired, QStringLiteral("JustNow"), QStringLiteral("eu-a-01"), 1s}});
    stage.page->tick();
    stage.settle();
    QCOMPARE(stage.shown(), before);
    QVERIFY(stage.view().content().now - moment < 1s);
    stage.page->search(QStringLiteral("JustNow")); // as of the moment at which it stands
    stage.settle();
    QCOMPARE(stage.page->state().kind, TimelineState::Kind::NothingFound);
    stage.page->search({});
    stage.settle();
    QVERIFY(stage.find(QStringLiteral("JustNow")) == nullptr);
    stage.page->setFrozen(false);
    stage.settle();
    QVERIFY(stage.find(QStringLiteral("JustNow")) != nullptr);
}

void tst_timeline_page::doesNotWorkWhileHidden()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    stage.page->setActive(false);
    QSignalSpy worked(&stage.page->model(), &QAbstractItemModel::rowsInserted);
    stage.sample.tell({{AlertEventKind::Fired, QStringLiteral("JustNow"), QStringLiteral("eu-a-01"), 0ms}});
    stage.settle();
    QCOMPARE(worked.count(), 0);
    stage.page->setActive(true);
    stage.settle();
    QVERIFY(stage.find(QStringLiteral("JustNow")) != nullptr);
}

void tst_timeline_page::leadsToIncidentsAndHosts()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    QVERIFY(stage.page->open(stage.find(QStringLiteral("NodeGone"))->key));
    const std::vector<Link> links = stage.page->details().links();
    QCOMPARE(links.size(), size_t{2});
    QCOMPARE(links[0].page, QStringLiteral("now"));
    QVERIFY(stage.sample.incidents.find(links[0].item) != nullptr);
    QCOMPARE(links[1], (Link{QStringLiteral("hosts"), QStringLiteral("eu-b-17")}));
    QSignalSpy activated(stage.page.get(), &Page::linkActivated);
    QTest::keyClick(&stage.view(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void tst_timeline_page::opensWhatALinkNames()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    QVERIFY(!stage.page->open(QStringLiteral("no such thing")));
    const QString incident = stage.sample.incidents.incidents().front().id;
    QVERIFY(stage.page->open(incident));
    QCOMPARE(stage.view().current()->incident, incident);
}

void tst_timeline_page::showsATable()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    QTest::keyClick(&stage.view(), Qt::Key_V);
    QVERIFY(stage.page->isTwinShown());
    QVERIFY(stage.page->back());
    QVERIFY(!stage.page->isTwinShown());
}

void tst_timeline_page::exportsWhatIsShown()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    stage.filter(QStringLiteral("NodeGone lane=alerts"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("timeline.csv"));
    QSignalSpy done(stage.page->exporter(), &TimelineExportChip::done);
    stage.page->exporter()->save(TimelineExporter::Format::Csv, path);
    QTRY_COMPARE(done.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("NodeGone\n"));
    QVERIFY2(stage.page->said().startsWith(QStringLiteral("Saved 1 ")), qPrintable(stage.page->said()));
    QVERIFY(stage.page->said().contains(QStringLiteral("timeline.csv")));
    stage.sample.clock.advance(61s);
    QCOMPARE(stage.page->said(), QString());
    // What went wrong is said as well.
    stage.page->exporter()->save(TimelineExporter::Format::Csv,
                                 folder.filePath(QStringLiteral("nowhere/timeline.csv")));
    QTRY_COMPARE(done.count(), 2);
    QVERIFY2(stage.page->said().contains(QStringLiteral("could not be written")),
             qPrintable(stage.page->said()));
}

void tst_timeline_page::oldIncidentsAreDrawn()
{
    Stage stage;
    stage.sample.tell(
        {{AlertEventKind::Fired, QStringLiteral("NodeGone"), QStringLiteral("eu-b-17"), 24h * 90},
         {AlertEventKind::Ended, QStringLiteral("NodeGone"), QStringLiteral("eu-b-17"), 24h * 90 - 40min}});
    stage.sample.tellCalmDay();
    stage.open();
    const auto isOld = [](const TimelineEntry& entry) {
        return entry.lane == TimelineLane::Incidents && entry.subject.name == QStringLiteral("eu-b-17");
    };
    QVERIFY(std::ranges::none_of(stage.view().content().entries, isOld));
    QVERIFY(std::ranges::none_of(stage.sample.incidents.incidents(), [](const Incident& incident) {
        return incident.openedAt < ManualClock().now() - 24h * 80; // it is not remembered
    }));
    stage.page->range().choose(QStringLiteral("1y"));
    stage.settle();
    const auto& entries = stage.view().content().entries;
    const auto incident = std::ranges::find_if(entries, isOld);
    QVERIFY(incident != entries.end());
    QCOMPARE(incident->to - incident->from, 40min);
    QVERIFY(stage.page->open(incident->incident));
    // Nowhere is more told of it than here, so that no chip leads there.
    const std::vector<Link> links = stage.page->details().links();
    QVERIFY(std::ranges::none_of(links, [](const Link& link) { return link.page == QStringLiteral("now"); }));
    QVERIFY(!links.empty());
}

/// A year of it: the storm is one bar, and its alerts are read when one looks into it.
void tst_timeline_page::anOldStormOpensInPlace()
{
    Stage stage;
    stage.sample.tellYear();
    std::vector<SampleTimeline::Told> told;
    for (int i = 0; i < 60; ++i) {
        told.push_back({AlertEventKind::Fired, QStringLiteral("OutOfMemory%1").arg(i),
                        QStringLiteral("eu-z-01"), 24h * 350 - Millis{i * 1'000}});
        told.push_back({AlertEventKind::Ended, QStringLiteral("OutOfMemory%1").arg(i),
                        QStringLiteral("eu-z-01"), 24h * 350 - 30min});
    }
    stage.sample.tell(told);
    stage.open();
    stage.page->range().choose(QStringLiteral("1y"));
    stage.settle();
    const auto storm = [&stage] {
        const auto& entries = stage.view().content().entries;
        const auto found = std::ranges::find_if(entries, [](const TimelineEntry& entry) {
            return entry.isStorm && entry.subject.name == QStringLiteral("eu-z-01");
        });
        return found == entries.end() ? nullptr : &*found;
    };
    QVERIFY(storm() != nullptr);
    QVERIFY(storm()->from < stage.page->book().coveredFrom());
    stage.page->openStorm(storm()->incident);
    stage.settle();
    QVERIFY(stage.view().window().length() < 24h);
    QVERIFY(std::ranges::count_if(stage.view().content().entries, [](const TimelineEntry& entry) {
                return entry.name.startsWith(QStringLiteral("OutOfMemory"));
            }) >= 60);
}

/// Where there are only counts the keys walk, too.
void tst_timeline_page::keysReachWhatIsOnlyCounted()
{
    Stage stage;
    stage.sample.tellYear();
    stage.open();
    stage.page->range().choose(QStringLiteral("1y"));
    stage.settle();
    stage.page->activateWindow();
    stage.view().setFocus();
    const Millis year = stage.view().window().length();
    for (int i = 0; i < 8 && stage.view().columnInWords().isEmpty(); ++i) {
        QTest::keyClick(&stage.view(), Qt::Key_Down);
    }
    const QString first = stage.view().columnInWords();
    QVERIFY(!first.isEmpty());
    QVERIFY(stage.view().current() == nullptr);
    QVERIFY(stage.view().accessibleDescription().startsWith(first));
    QVERIFY(!stage.page->grab().isNull());
    QTest::keyClick(&stage.view(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(!stage.view().columnInWords().isEmpty());
    QVERIFY(stage.view().columnInWords() != first);
    QTest::keyClick(&stage.view(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(stage.view().columnInWords(), first);
    QTest::keyClick(&stage.view(), Qt::Key_Return);
    QVERIFY(stage.view().window().length() < year / 4);
    QVERIFY(stage.view().columnInWords().isEmpty());
}

/// Filter and search together: the words find through all history, the filter picks of what they found.
void tst_timeline_page::filtersWhatWasFound()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.sample.tell({{AlertEventKind::IdentityChanged, QStringLiteral("eu-b-17"), QStringLiteral("eu-b-17"),
                        24h * 200, AlertSeverity::Critical}});
    stage.open();
    stage.page->search(QStringLiteral("eu-b-17"));
    stage.settle();
    const size_t found = stage.shown();
    stage.filter(QStringLiteral("lane=changes age>30d"));
    QCOMPARE(stage.shown(), size_t{1});
    QVERIFY(found > 1);
    QCOMPARE(stage.view().content().entries.front().kind, AlertEventKind::IdentityChanged);
}

void tst_timeline_page::theStripLiesBelowTheLanes()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    const auto isBelow = [&stage] {
        return stage.page->strip().area().width() == stage.view().frame().timeWidth() &&
               std::abs(stage.page->strip().windowRect().right() -
                        stage.view().frame().x(stage.view().window().shown().to)) < 1;
    };
    QVERIFY(isBelow());
    stage.page->resize(1'340, 300); // the lanes have a scroll bar now
    stage.settle();
    QVERIFY(stage.view().viewport()->width() < stage.page->strip().width());
    QVERIFY(isBelow());
}

void tst_timeline_page::theStripIsABrush()
{
    Stage stage;
    stage.sample.tellTroubledDay();
    stage.open();
    TimelineStrip& strip = stage.page->strip();
    const auto at = [&strip](double share) {
        return QPoint(static_cast<int>(strip.area().left() + share * strip.area().width()),
                      static_cast<int>(strip.area().center().y()));
    };
    const auto drag = [&strip](QPoint from, QPoint to) {
        QTest::mousePress(&strip, Qt::LeftButton, {}, from);
        QMouseEvent moved(QEvent::MouseMove, to, strip.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&strip, &moved);
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, to);
    };
    drag(at(0), at(0.5)); // its begin
    stage.settle();
    const Millis half = stage.view().window().length();
    QVERIFY2(half > 11h && half < 13h, qPrintable(QString::number(half.count())));
    drag(at(0.75), at(0.5)); // all of it
    QCOMPARE(stage.view().window().length(), half);
    QVERIFY(stage.view().window().shown().to < stage.sample.clock.now() - 5h);
    drag(at(0.9), at(0.95)); // a new one
    stage.settle();
    QVERIFY(stage.view().window().length() < 2h);
}

void tst_timeline_page::hostileNamesAreShownAsTheyAre()
{
    Stage stage;
    const QString name = QStringLiteral("<img src=x onerror=alert(1)>") + QString(300'000, u'a');
    stage.sample.tell({{AlertEventKind::Fired, name, QStringLiteral("\u202Eevil\n<b>host</b>"), 1h}});
    stage.open();
    QVERIFY(stage.page->open(stage.find(name)->key));
    QVERIFY(!stage.page->grab().isNull());
    const QPointF at = stage.view().rectOf(0).center();
    QVERIFY(stage.view().textAt(at).contains(QStringLiteral("<img")));
    stage.page->toggleTwin();
    QVERIFY(!stage.page->grab().isNull());
    for (const TextLabel* label : stage.page->findChildren<TextLabel*>()) {
        QVERIFY(label->text().size() < 3'000);
        QVERIFY(!label->text().contains(QChar(0x202E)));
        QVERIFY(!label->toolTip().contains(QStringLiteral("<img")));
    }
}

QTEST_MAIN(tst_timeline_page)
#include "tst_timeline_page.moc"
