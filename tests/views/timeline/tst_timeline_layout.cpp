// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/Theme.h"
#include "views/timeline/TimelineAccessible.h"
#include "views/timeline/TimelineView.h"
#include "views/timeline/TimelineWords.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

const Timestamp Begin{Millis{1'763'762'400'000}};

TimelineEntry entryOf(RowId id, Millis from, Millis to, TimelineLane lane = TimelineLane::Alerts)
{
    TimelineEntry entry;
    entry.id = id;
    entry.key = QString::number(id);
    entry.lane = lane;
    entry.shape = TimelineEntry::Shape::Span;
    entry.from = Begin + from;
    entry.to = Begin + to;
    entry.name = QStringLiteral("A%1").arg(id);
    return entry;
}

TimelineEntry momentOf(RowId id, Millis at, TimelineLane lane)
{
    TimelineEntry entry = entryOf(id, at, at, lane);
    entry.shape = TimelineEntry::Shape::Moment;
    return entry;
}

TimelineContent contentOf(std::vector<TimelineEntry> entries)
{
    TimelineContent content;
    content.entries = std::move(entries);
    content.now = Begin + 1h;
    return content;
}

constexpr int Width = 1'000;
const TimeRange Hour{Begin, Begin + 1h};

const TimelineLayout::Lane& laneOf(const TimelineLayout& layout, TimelineLane lane)
{
    return *std::ranges::find(layout.lanes(), lane, &TimelineLayout::Lane::lane);
}

/// No two of a row touch, and rows lie below each other.
void checkNothingHidden(const TimelineLayout& layout, const TimelineContent& content)
{
    const TimelineFrame frame{Hour, {Width + TimelineFrame::Heads + TimelineFrame::Right, 600}};
    int bottom = 0;
    for (const TimelineLayout::Lane& lane : layout.lanes()) {
        QCOMPARE(lane.top, bottom);
        bottom += lane.height;
        int top = lane.top;
        for (const TimelineLayout::Band& band : lane.bands) {
            QVERIFY(band.top >= top);
            top = band.top + band.height;
            QVERIFY(top <= bottom);
            double end = -1e9;
            for (const TimelineLayout::Item& item : band.items) {
                const QRectF rect = frame.rectOf(content.entries[item.entry], band, content.now);
                QVERIFY(rect.left() >= end);
                end = rect.right();
            }
        }
    }
    QCOMPARE(layout.height(), bottom);
}

class View : public TimelineView
{
public:
    View() : TimelineView(theme())
    {
        resize(Width + TimelineFrame::Heads + TimelineFrame::Right, 400);
        setWhole({Begin, Begin + 10h}, true);
        showWhole();
    }

    void fill(std::vector<TimelineEntry> entries)
    {
        TimelineContent content = contentOf(std::move(entries));
        content.now = Begin + 10h;
        setContent(std::move(content));
    }

private:
    static const Theme& theme()
    {
        static const Theme dark = Theme::builtIn(QStringLiteral("dark"));
        return dark;
    }
};

void turn(TimelineView& view, double x, int angle, Qt::KeyboardModifiers keys = Qt::NoModifier)
{
    const QPointF at(x, 100);
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace

class tst_timeline_layout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesAreAllThereAndInOrder();
    void aBarNeverHidesAnother();
    void neighboursShareARow();
    void whatStandsReachesUpToNow();
    void tooManyAreCounted();
    void olderThanLoadedIsCounted();
    void anOpenedStormHasItsAlertsBelow();
    void theSameServesWhileOneMovesALittle();
    void hostileTextsAreNotDrawnAsTold();
    void theWheelKeepsWhatIsUnderThePointer();
    void keysMoveAndZoom();
    void keysWalkFromEntryToEntry();
    void aColumnOpensWhatItCounts();
    void whatIsLookedAtStaysWhereMoreComes();
    void whoReadsAloudHearsEntries();
    void countsAreShort_data();
    void countsAreShort();
};

void tst_timeline_layout::lanesAreAllThereAndInOrder()
{
    TimelineLayout layout;
    layout.lay(contentOf({}), Hour, Width);
    QCOMPARE(layout.lanes().size(), TimelineLanes.size());
    for (size_t i = 0; i < TimelineLanes.size(); ++i) {
        QCOMPARE(layout.lanes()[i].lane, TimelineLanes.at(i));
        QVERIFY(layout.lanes()[i].height >= TimelineLayout::RowHeight);
    }
    TimelineContent few = contentOf({});
    few.lanes = {TimelineLane::Sources};
    layout.lay(few, Hour, Width);
    QCOMPARE(layout.lanes().size(), size_t{1});
}

void tst_timeline_layout::aBarNeverHidesAnother()
{
    std::vector<TimelineEntry> entries;
    for (RowId i = 1; i <= 60; ++i) {
        const auto minute = static_cast<qint64>((i * 37) % 59);
        entries.push_back(
            entryOf(i, Millis{minute * 60'000}, Millis{(minute + static_cast<qint64>(i % 7)) * 60'000}));
    }
    std::ranges::sort(entries, {}, &TimelineEntry::from);
    const TimelineContent content = contentOf(std::move(entries));
    TimelineLayout layout;
    layout.lay(content, Hour, Width);
    checkNothingHidden(layout, content);
    size_t laid = 0;
    for (const TimelineLayout::Band& band : laneOf(layout, TimelineLane::Alerts).bands) {
        laid += band.items.size();
    }
    QCOMPARE(laid, size_t{60});
    for (quint32 i = 0; i < 60; ++i) {
        const auto place = layout.find(i);
        QVERIFY(place.has_value());
        QCOMPARE(layout.item(*place).entry, i);
    }
}

void tst_timeline_layout::neighboursShareARow()
{
    const TimelineContent content =
        contentOf({entryOf(1, 0min, 10min), entryOf(2, 20min, 30min), entryOf(3, 25min, 40min)});
    TimelineLayout layout;
    layout.lay(content, Hour, Width);
    QCOMPARE(layout.find(0)->band, size_t{0});
    QCOMPARE(layout.find(1)->band, size_t{0});
    QCOMPARE(layout.find(2)->band, size_t{1});
}

void tst_timeline_layout::whatStandsReachesUpToNow()
{
    TimelineEntry standing = entryOf(1, 10min, 0min);
    standing.to = {};
    standing.end = TimelineEntry::End::Standing;
    const TimelineContent content = contentOf({standing, entryOf(2, 40min, 50min)});
    TimelineLayout layout;
    layout.lay(content, Hour, Width);
    QCOMPARE(layout.find(1)->band, size_t{1});
    const TimelineFrame frame{Hour, {Width + TimelineFrame::Heads + TimelineFrame::Right, 600}};
    const QRectF bar =
        frame.rectOf(standing, laneOf(layout, TimelineLane::Alerts).bands.front(), content.now);
    QCOMPARE(bar.right(), frame.x(content.now));
}

void tst_timeline_layout::tooManyAreCounted()
{
    std::vector<TimelineEntry> entries;
    for (RowId i = 1; i <= 500; ++i) {
        entries.push_back(entryOf(i, 30min, 59min));
    }
    entries.push_back(momentOf(501, 40min, TimelineLane::Changes));
    TimelineLayout layout;
    layout.lay(contentOf(std::move(entries)), Hour, Width);
    const TimelineLayout::Lane& alerts = laneOf(layout, TimelineLane::Alerts);
    QCOMPARE(alerts.bands.size(), size_t{1});
    QVERIFY(alerts.bands.front().items.empty());
    QCOMPARE(alerts.bands.front().columns.size(), size_t{1});
    QCOMPARE(alerts.bands.front().columns.front().count, quint64{500});
    QVERIFY(!laneOf(layout, TimelineLane::Changes).bands.front().items.empty());
}

void tst_timeline_layout::olderThanLoadedIsCounted()
{
    AlertLogCounts counts;
    counts.from = Begin;
    counts.width = 1min;
    counts.stretches = {{2, AlertEventKind::Fired, AlertSeverity::Critical, 40},
                        {2, AlertEventKind::Ended, AlertSeverity::Info, 12},
                        {50, AlertEventKind::Fired, AlertSeverity::Warning, 7}};
    TimelineContent content = contentOf({entryOf(1, 50min, 51min)});
    content.counts = TimelineCounts(counts);
    content.coveredFrom = Begin + 30min;
    TimelineLayout layout;
    layout.lay(content, Hour, Width);
    const TimelineLayout::Lane& lane = laneOf(layout, TimelineLane::Alerts);
    QCOMPARE(lane.older.size(), size_t{1});
    QCOMPARE(lane.older.front().count, quint64{40});
    QCOMPARE(lane.older.front().worst, AlertSeverity::Critical);
    QVERIFY(lane.height >= TimelineLayout::ColumnsHeight);
    content.isCounted = false; // a filter: counts tell nothing of it
    layout.lay(content, Hour, Width);
    QVERIFY(laneOf(layout, TimelineLane::Alerts).older.empty());
}

void tst_timeline_layout::anOpenedStormHasItsAlertsBelow()
{
    TimelineEntry storm = entryOf(1, 5min, 55min, TimelineLane::Incidents);
    storm.isStorm = true;
    storm.incident = QStringLiteral("I-1");
    TimelineEntry other = entryOf(2, 6min, 50min, TimelineLane::Incidents);
    std::vector<TimelineEntry> entries{storm, other};
    for (RowId i = 3; i < 33; ++i) {
        TimelineEntry member = entryOf(i, 10min, 20min);
        member.incident = QStringLiteral("I-1");
        entries.push_back(member);
    }
    TimelineContent content = contentOf(std::move(entries));
    content.opened = {QStringLiteral("I-1")};
    TimelineLayout layout;
    layout.lay(content, Hour, Width);
    const TimelineLayout::Lane& lane = laneOf(layout, TimelineLane::Incidents);
    QCOMPARE(lane.bands.size(), size_t{32});
    QVERIFY(!lane.bands[0].isOfStorm);
    for (size_t i = 1; i <= 30; ++i) {
        QVERIFY(lane.bands[i].isOfStorm);
    }
    QVERIFY(!lane.bands[31].isOfStorm);
    QVERIFY(laneOf(layout, TimelineLane::Alerts).bands.empty());
    checkNothingHidden(layout, content);
    content.opened.clear();
    layout.lay(content, Hour, Width);
    QCOMPARE(laneOf(layout, TimelineLane::Incidents).bands.size(), size_t{2});
}

void tst_timeline_layout::theSameServesWhileOneMovesALittle()
{
    TimelineLayout layout;
    layout.lay(contentOf({}), Hour, Width);
    QVERIFY(layout.isFor(Hour, Width));
    QVERIFY(layout.isFor({Begin + 30min, Begin + 90min}, Width));
    QVERIFY(!layout.isFor({Begin + 90min, Begin + 150min}, Width));
    QVERIFY(!layout.isFor({Begin, Begin + 30min}, Width));
    QVERIFY(!layout.isFor(Hour, Width / 2));
}

void tst_timeline_layout::hostileTextsAreNotDrawnAsTold()
{
    TimelineEntry entry = entryOf(1, 5min, 55min);
    entry.name = QStringLiteral("<b>x</b>\n\x1b[31m") + QChar(0x202E) + QString(1'000'000, u'x');
    entry.summary = QString(1'000'000, u'<');
    const QString label = words::timelineLabel(entry);
    QVERIFY(label.size() < 200);
    QVERIFY(!label.contains(u'\n') && !label.contains(QChar(0x1b)) && !label.contains(QChar(0x202E)));
    QVERIFY(words::timelineInWords(entry, Begin + 1h).size() < 1'000);
    View view;
    view.fill({entry});
    view.show();
    QVERIFY(!view.grab().isNull());
}

void tst_timeline_layout::theWheelKeepsWhatIsUnderThePointer()
{
    View view;
    view.show();
    view.showRange({Begin + 2h, Begin + 6h});
    const double x = TimelineFrame::Heads + 700;
    const Timestamp before = view.frame().timeAt(x);
    const Millis length = view.window().length();
    turn(view, x, 120);
    QVERIFY(view.window().length() < length);
    QVERIFY(std::abs((view.frame().timeAt(x) - before).count()) < 60'000);
    turn(view, x, -120);
    QVERIFY(std::abs((view.window().length() - length).count()) < 60'000);
    // Above the heads it scrolls.
    turn(view, 10, 120);
    QVERIFY(std::abs((view.window().length() - length).count()) < 60'000);
}

void tst_timeline_layout::keysMoveAndZoom()
{
    View view;
    view.show();
    QSignalSpy moved(&view, &TimelineView::windowChanged);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.window().length() < 10h);
    const TimeRange before = view.window().shown();
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.window().shown().from < before.from);
    QCOMPARE(view.window().length(), before.to - before.from);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.window().shown(), before);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.window().shown().from, Begin);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.window().shown().to, Begin + 10h);
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&view, Qt::Key_Plus);
    }
    QCOMPARE(view.window().length(), ChartWindow::Least);
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.window().shown(), (TimeRange{Begin, Begin + 10h}));
    QVERIFY(moved.count() > 6);
}

void tst_timeline_layout::keysWalkFromEntryToEntry()
{
    View view;
    view.fill({entryOf(1, 1h, 2h), entryOf(2, 90min, 3h), entryOf(3, 5h, 6h),
               momentOf(4, 7h, TimelineLane::Changes)});
    view.show();
    view.setFocus();
    QSignalSpy chosen(&view, &TimelineView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentId(), RowId{1});
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentId(), RowId{2});
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.currentId(), RowId{1});
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.currentId(), RowId{3});
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentId(), RowId{4});
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentId(), RowId{4});
    QVERIFY(chosen.count() >= 5);
    QSignalSpy activated(&view, &TimelineView::activated);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    // One that lies elsewhere is brought into sight.
    view.showRange({Begin + 8h, Begin + 9h});
    view.setCurrent(1);
    QVERIFY(view.window().shown().from <= Begin + 1h && view.window().shown().to >= Begin + 1h);
}

void tst_timeline_layout::aColumnOpensWhatItCounts()
{
    std::vector<TimelineEntry> entries;
    for (RowId i = 1; i <= 500; ++i) {
        entries.push_back(entryOf(i, 5h, 5h + 1min));
    }
    View view;
    view.fill(std::move(entries));
    view.show();
    const QPointF at(view.frame().x(Begin + 5h) + 2, TimelineFrame::Axis + 30);
    QVERIFY(view.textAt(at).contains(QStringLiteral("500")));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at.toPoint());
    QVERIFY(view.window().length() < 2h);
    QVERIFY(view.window().shown().from <= Begin + 5h && view.window().shown().to > Begin + 5h);
}

void tst_timeline_layout::whatIsLookedAtStaysWhereMoreComes()
{
    std::vector<TimelineEntry> entries;
    for (RowId i = 1; i <= 40; ++i) {
        entries.push_back(entryOf(i, 1h, 9h));
    }
    entries.push_back(entryOf(41, 2h, 3h, TimelineLane::Sources));
    View view;
    view.fill(entries);
    view.show();
    view.setCurrent(41);
    const double y = view.rectOf(40).top();
    const TimeRange shown = view.window().shown();
    for (RowId i = 42; i <= 60; ++i) {
        entries.insert(entries.begin() + 40, entryOf(i, 1h, 9h));
    }
    view.fill(entries);
    QCOMPARE(view.currentId(), RowId{41});
    QCOMPARE(view.window().shown(), shown);
    QCOMPARE(view.rectOf(59).top(), y);
}

void tst_timeline_layout::whoReadsAloudHearsEntries()
{
    QAccessible::setActive(true);
    View view;
    view.fill({entryOf(1, 1h, 2h), momentOf(2, 7h, TimelineLane::Changes)});
    view.show();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(list != nullptr);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 2);
    QAccessibleInterface* first = list->child(0);
    QVERIFY(first->text(QAccessible::Name).contains(QStringLiteral("A1")));
    QCOMPARE(list->indexOfChild(first), 0);
    QCOMPARE(first->parent(), list);
    view.setCurrent(1);
    QVERIFY(first->state().selected);
    view.fill({});
    QCOMPARE(list->childCount(), 0);
}

void tst_timeline_layout::countsAreShort_data()
{
    QTest::addColumn<quint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64{0} << QStringLiteral("0");
    QTest::newRow("few") << quint64{999} << QStringLiteral("999");
    QTest::newRow("thousand") << quint64{1'000} << QStringLiteral("1k");
    QTest::newRow("more") << quint64{1'250} << QStringLiteral("1.2k");
    QTest::newRow("many") << quint64{123'456} << QStringLiteral("123k");
    QTest::newRow("millions") << quint64{2'500'000} << QStringLiteral("2.5M");
}

void tst_timeline_layout::countsAreShort()
{
    QFETCH(const quint64, count);
    QTEST(words::shortCount(count), "text");
}

QTEST_MAIN(tst_timeline_layout)
#include "tst_timeline_layout.moc"
