// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/SeriesExporter.h"
#include "tests/support/ManualClock.h"
#include "tests/views/chart/SampleChart.h"
#include "views/chart/BrushStrip.h"
#include "views/chart/ChartCanvas.h"
#include "views/chart/ChartTwinModel.h"
#include "views/chart/ChartView.h"
#include "views/theme/Theme.h"
#include "views/widgets/StatefulView.h"

#include <QAbstractItemModelTester>
#include <QCategoryAxis>
#include <QLegendMarker>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp Now = SampleChart::Now;

/// Writes the host and how many points there are, a line a series.
class CountingExporter final : public SeriesExporter
{
public:
    class Export final : public FileExport
    {
    public:
        explicit Export(std::vector<SeriesCut> series) : m_series(std::move(series)) {}

        QByteArray next() override
        {
            if (m_done == m_series.size()) {
                return {};
            }
            const SeriesCut& one = m_series[m_done++];
            return one.host.toUtf8() + ' ' + QByteArray::number(one.data.points.size()) + '\n';
        }

        size_t done() const override { return m_done; }
        size_t total() const override { return m_series.size(); }

    private:
        std::vector<SeriesCut> m_series;
        size_t m_done = 0;
    };

    std::unique_ptr<FileExport> begin(std::vector<SeriesCut> series) const override
    {
        return std::make_unique<Export>(std::move(series));
    }
};

struct Shown
{
    explicit Shown(ChartContent content = SampleChart::pictured(), QSize size = {900, 420})
        : view(clock, theme, &exporter)
    {
        view.resize(size);
        view.show();
        view.setContent(std::move(content));
    }

    ChartCanvas& canvas() { return view.canvas(); }
    QImage picture() { return canvas().viewport()->grab().toImage(); }

    /// The pixels of this colour within a rectangle of the plot.
    int count(const QColor& color, const QRectF& part)
    {
        const QImage image = picture();
        const QRect within = part.toAlignedRect() & image.rect();
        int found = 0;
        for (int y = within.top(); y <= within.bottom(); ++y) {
            for (int x = within.left(); x <= within.right(); ++x) {
                found += image.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return found;
    }

    /// All of the plot between two moments.
    QRectF between(Timestamp from, Timestamp to)
    {
        const QRectF area = canvas().plotArea();
        return {canvas().xOf(from), area.top() + 1, canvas().xOf(to) - canvas().xOf(from), area.height() - 2};
    }

    void drag(Timestamp from, Timestamp to, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton)
    {
        const int y = static_cast<int>(canvas().plotArea().center().y());
        const QPoint begin(qRound(canvas().xOf(from)), y);
        const QPoint end(qRound(canvas().xOf(to)), y);
        QTest::mousePress(canvas().viewport(), button, modifiers, begin);
        QTest::mouseMove(canvas().viewport(), (begin + end) / 2);
        QTest::mouseMove(canvas().viewport(), end);
        QTest::mouseRelease(canvas().viewport(), button, modifiers, end);
    }

    void wheel(Timestamp at, int turn, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF place(canvas().xOf(at), canvas().plotArea().center().y());
        QWheelEvent event(place, canvas().viewport()->mapToGlobal(place), {}, {0, turn}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas().viewport(), &event);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas(), key, modifiers);
    }

    const Notice* notice() const { return view.findChild<StatefulView*>()->notice(); }

    ManualClock clock;
    Theme theme = Theme::builtIn(QStringLiteral("dark"));
    CountingExporter exporter;
    ChartView view;
};

bool isAbout(Timestamp a, Timestamp b, Millis tolerance)
{
    return std::chrono::abs(a - b) <= tolerance;
}

SeriesPoint pointAt(Timestamp at, double value)
{
    return {at, 0ms, value, value, value, 1};
}

/// The content as it is some time later.
ChartContent later(ChartContent content, Millis by)
{
    content.range.to += by;
    content.range.from += by;
    content.whole.to += by;
    content.loaded.to += by;
    return content;
}

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstContentDecidesTheRange()
    {
        Shown shown;
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        QVERIFY(shown.view.isFollowing());
    }

    void newContentKeepsWhatIsLookedAt()
    {
        Shown shown;
        const TimeRange looked{Now - 4h, Now - 3h};
        shown.view.setRange(looked);
        shown.view.setContent(later(SampleChart::pictured(), 1min));
        QCOMPARE(shown.view.range(), looked);
    }

    void newContentGoesOnWithTimeWhereTheRangeEndsNow()
    {
        Shown shown;
        shown.view.setContent(later(SampleChart::pictured(), 1min));
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h + 1min, Now + 1min}));
    }

    void frozenMeansFrozen()
    {
        Shown shown;
        shown.view.setLive(false);
        const QImage before = shown.picture();
        shown.view.append(0, std::vector{pointAt(Now + 10s, 99), pointAt(Now + 20s, 99)}, {}, Now + 20s);
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        QCOMPARE(shown.picture(), before);
        ChartContent frozen = later(SampleChart::pictured(), 1min);
        frozen.isLive = false;
        shown.view.setContent(frozen);
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        shown.view.setLive(true);
        QCOMPARE(shown.view.range().to, Now + 1min);
    }

    void whatComesIsAddedAtTheEnd()
    {
        Shown shown;
        const QSignalSpy moved(&shown.view, &ChartView::rangeChanged);
        shown.view.append(0, std::vector{pointAt(Now - 1h, 5), pointAt(Now + 10s, 40)}, {}, Now + 10s);
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h + 10s, Now + 10s}));
        QCOMPARE(moved.count(), 1);
        const auto& points = shown.view.content().series[0].data.points;
        QCOMPARE(points.back().at, Now + 10s);
        QCOMPARE(points[points.size() - 2].at, Now);
        QCOMPARE(shown.view.content().series[0].data.gaps.size(), size_t{1});
        shown.view.append(0, std::vector{pointAt(Now + 10min, 40)}, {}, Now + 10min);
        QCOMPARE(shown.view.content().series[0].data.gaps.back(), (TimeRange{Now + 10s, Now + 10min}));
        shown.view.append(7, std::vector{pointAt(Now + 11min, 40)}, {}, Now + 11min); // there is none
    }

    void whatComesLaterLooksAsIfItHadBeenThere()
    {
        Shown piecemeal;
        ChartContent whole = SampleChart::pictured();
        for (int i = 1; i <= 30; ++i) {
            const SeriesPoint point = pointAt(Now + i * 10s, 50 + i % 7);
            piecemeal.view.append(0, std::vector{point}, {}, point.at);
            whole.series[0].data.points.push_back(point);
        }
        Shown atOnce(later(whole, 300s));
        QCOMPARE(piecemeal.view.range(), atOnce.view.range());
        const auto a = piecemeal.canvas().lines().columns(0);
        const auto b = atOnce.canvas().lines().columns(0);
        QCOMPARE(a.size(), b.size());
        for (size_t i = 1; i < a.size(); ++i) { // the first comes from before the range
            QVERIFY(a[i] == b[i]);
        }
    }

    void aZoomedRangeStaysWhileSamplesCome()
    {
        Shown shown;
        shown.view.setRange({Now - 4h, Now - 3h});
        const QImage before = shown.picture();
        for (int i = 1; i < 20; ++i) {
            shown.view.append(0, std::vector{pointAt(Now + i * 10s, 300)}, {}, Now + i * 10s);
        }
        QCOMPARE(shown.view.range(), (TimeRange{Now - 4h, Now - 3h}));
        QCOMPARE(shown.picture(), before);
    }

    void keysMove()
    {
        Shown shown;
        shown.key(Qt::Key_Plus);
        QVERIFY(shown.view.range().to - shown.view.range().from < 6h);
        QCOMPARE(shown.view.range().to, Now);
        shown.key(Qt::Key_Left);
        QVERIFY(shown.view.range().to < Now);
        QVERIFY(!shown.view.isFollowing());
        shown.key(Qt::Key_Home);
        QCOMPARE(shown.view.range().from, Now - 30 * 24h);
        shown.key(Qt::Key_Minus);
        shown.key(Qt::Key_End);
        QCOMPARE(shown.view.range().to, Now);
        shown.key(Qt::Key_Right);
        QCOMPARE(shown.view.range().to, Now);
        shown.key(Qt::Key_0);
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        for (int i = 0; i < 60; ++i) {
            shown.key(Qt::Key_Minus);
        }
        QCOMPARE(shown.view.range(), (TimeRange{Now - 30 * 24h, Now}));
    }

    void keysOfOthersAreLeftToThem()
    {
        Shown shown;
        for (const Qt::Key key : {Qt::Key_V, Qt::Key_O, Qt::Key_Escape, Qt::Key_Space, Qt::Key_1}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            event.setAccepted(true);
            QCoreApplication::sendEvent(&shown.view, &event);
            QVERIFY(!event.isAccepted());
        }
    }

    void aDragZooms()
    {
        Shown shown;
        shown.drag(Now - 4h, Now - 2h);
        QVERIFY(isAbout(shown.view.range().from, Now - 4h, 1min));
        QVERIFY(isAbout(shown.view.range().to, Now - 2h, 1min));
        shown.drag(Now - 150min, Now - 3h); // backwards
        QVERIFY(isAbout(shown.view.range().from, Now - 3h, 1min));
        QVERIFY(isAbout(shown.view.range().to, Now - 150min, 1min));
    }

    void aPressIsNoDrag()
    {
        Shown shown;
        shown.drag(Now - 4h, Now - 4h);
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        QVERIFY(shown.canvas().cross().has_value());
    }

    void aDragWithCtrlOrTheMiddleButtonPans()
    {
        Shown shown;
        shown.view.setRange({Now - 12h, Now - 6h});
        shown.drag(Now - 10h, Now - 9h, {}, Qt::MiddleButton);
        QVERIFY(isAbout(shown.view.range().from, Now - 13h, 2min));
        shown.drag(Now - 10h, Now - 11h, Qt::ControlModifier);
        QVERIFY(isAbout(shown.view.range().from, Now - 12h, 3min));
    }

    void theWheelZoomsAboutThePointer()
    {
        Shown shown;
        shown.view.setRange({Now - 12h, Now - 6h});
        const double before = shown.canvas().xOf(Now - 8h);
        shown.wheel(Now - 8h, 240);
        QVERIFY(shown.view.range().to - shown.view.range().from < 5h);
        QVERIFY(std::abs(shown.canvas().xOf(Now - 8h) - before) < 1.5);
        shown.wheel(Now - 8h, -240);
        QVERIFY(isAbout(shown.view.range().from, Now - 12h, 1min));
        shown.wheel(Now - 8h, 120, Qt::ShiftModifier);
        QVERIFY(shown.view.range().from < Now - 12h - 10min);
        QVERIFY(isAbout(shown.view.range().to - 6h, shown.view.range().from, 1min));
    }

    void aGapIsShadedAndNotBridged()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        const QRectF gap = shown.between(Now - 70min, Now - 54min).adjusted(2, 0, -2, 0);
        const QColor line = shown.canvas().palette().look(4).color;
        QCOMPARE(shown.count(line, gap), 0);
        QVERIFY(shown.count(line, shown.between(Now - 40min, Now - 24min)) > 20);
        const QColor ground = shown.theme.color(Token::Raised);
        QVERIFY(shown.count(ground, gap) > gap.width() * gap.height() * 0.8);
        QCOMPARE(shown.count(ground, shown.between(Now - 40min, Now - 24min)), 0);
    }

    void quarantinedSamplesNeverScaleTheAxis()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        ChartContent clean = SampleChart::gapAndQuarantine();
        clean.series[0].data.quarantined.clear();
        Shown other(clean);
        QCOMPARE(shown.canvas().lines().scales()[0], other.canvas().lines().scales()[0]);
        QVERIFY(shown.canvas().lines().scales()[0].highest < 1e8);
        // They are seen all the same, at the upper edge.
        const QColor mark = shown.canvas().palette().look(4).color;
        QRectF edge = shown.between(Now - 103min, Now - 97min);
        edge.setHeight(20);
        QVERIFY(shown.count(mark, edge) > 3);
        QCOMPARE(other.count(mark, edge), 0);
    }

    void aSampleThatComesQuarantinedNeverScalesEither()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        const double before = shown.canvas().lines().scales()[0].highest;
        shown.view.append(
            0, {}, std::vector{QuarantinedSample{{Now + 5s, 9.9e13, 9.9e13}, SampleReason::AboveDevice}},
            Now + 5s);
        QCOMPARE(shown.canvas().lines().scales()[0].highest, before);
        QCOMPARE(shown.view.content().series[0].data.quarantined.size(), size_t{6});
    }

    void aFarLimitDoesNotPressTheLine()
    {
        ChartContent content = SampleChart::gapAndQuarantine();
        content.limits = {
            {1e12, MetricUnit::BytesPerSecond, QStringLiteral("limit 931 GiB/s"), Status::Warning}};
        QVERIFY(Shown(content).canvas().lines().scales()[0].highest < 1e8);
        content.limits[0].value = 6e7;
        QVERIFY(Shown(content).canvas().lines().scales()[0].highest >= 6e7);
    }

    void twoUnitsAtMostAreDrawn()
    {
        Shown shown(SampleChart::twoUnits());
        QCOMPARE(shown.canvas().lines().scales().size(), size_t{2});
        QCOMPARE(shown.canvas().undrawn(), QStringList{QStringLiteral("builder-2 · Load, 1 min")});
        QVERIFY(shown.notice() != nullptr);
        QVERIFY(shown.notice()->why.contains(QStringLiteral("Load, 1 min")));
        shown.view.toggleTwin();
        QCOMPARE(shown.view.twin().columnCount(), 4);
    }

    void axesSpeakInUnits()
    {
        Shown shown(SampleChart::twoUnits());
        QStringList labels;
        for (const QAbstractAxis* axis : shown.canvas().chart()->axes(Qt::Vertical)) {
            labels
                << const_cast<QCategoryAxis*>(qobject_cast<const QCategoryAxis*>(axis))->categoriesLabels();
        }
        QVERIFY(labels.contains(QStringLiteral("100 %")));
        QVERIFY(labels.contains(QStringLiteral("64 MiB/s")));
    }

    void namesAreNoHtml()
    {
        ChartContent content = SampleChart::twelveHosts();
        content.series[0].label = QStringLiteral("<b>bold</b> & co");
        Shown shown(content);
        const QString name = shown.canvas().chart()->legend()->markers().first()->label();
        QCOMPARE(name, QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; co"));
    }

    void theCrossHairTellsEverySeries()
    {
        Shown shown(SampleChart::twelveHosts());
        shown.canvas().setCross(Now - 160min);
        const QStringList lines = shown.canvas().crossLines();
        QCOMPARE(lines.size(), 13);
        QCOMPARE(lines[0], QStringLiteral("22 Nov 00:32:00 UTC"));
        QCOMPARE(lines[4], QStringLiteral("eu-a-04 · CPU: no data 40 min"));
        QVERIFY(lines[1].startsWith(QStringLiteral("eu-a-01 · CPU: ")) && lines[1].endsWith(u'%'));

        Shown disk(SampleChart::gapAndQuarantine());
        disk.canvas().setCross(Now - 100min);
        QVERIFY(disk.canvas().crossLines()[1].contains(QStringLiteral("quarantined, ")));
        QVERIFY(!disk.picture().isNull());
        disk.canvas().setCross(std::nullopt);
        QVERIFY(disk.canvas().crossLines().isEmpty());
    }

    void theCrossHairTellsWhatHappenedThere()
    {
        Shown shown;
        shown.canvas().setCross(Now - 16min);
        QCOMPARE(shown.canvas().crossLines()[1], QStringLiteral("▲ 02:56 first 5xx"));
        shown.canvas().setCross(Now - 60min);
        QCOMPARE(shown.canvas().crossLines().size(), 2);
    }

    void aLowChartTellsAsManySeriesAsFit()
    {
        Shown shown(SampleChart::twelveHosts(), {600, 230});
        shown.canvas().setCross(Now - 3h);
        QVERIFY(!shown.picture().isNull());
        QCOMPARE(shown.canvas().crossLines().size(), 13);
    }

    void thePointerMovesTheCrossHair()
    {
        Shown shown;
        const QPointF area = shown.canvas().plotArea().center();
        QTest::mouseMove(shown.canvas().viewport(), area.toPoint());
        QVERIFY(shown.canvas().cross().has_value());
        QVERIFY(isAbout(*shown.canvas().cross(), Now - 3h, 1min));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(shown.canvas().viewport(), &leave);
        QVERIFY(!shown.canvas().cross().has_value());
    }

    void keysMoveTheCrossHairFromSampleToSample()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        shown.view.setRange({Now - 72min, Now - 50min});
        shown.canvas().setCross(Now - 70min);
        shown.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(*shown.canvas().cross(), Now - 54min);
        shown.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(*shown.canvas().cross(), Now - 70min);
        QVERIFY(shown.canvas().accessibleDescription().contains(QStringLiteral("02:02:00 UTC")));
        shown.key(Qt::Key_Escape);
        QVERIFY(!shown.canvas().cross().has_value());
    }

    void rangesArePinned()
    {
        Shown shown;
        const QSignalSpy changed(&shown.view, &ChartView::pinsChanged);
        shown.drag(Now - 4h, Now - 3h, Qt::ShiftModifier);
        QCOMPARE(shown.view.pins().size(), size_t{1});
        QVERIFY(isAbout(shown.view.pins()[0].range.from, Now - 4h, 1min));
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        shown.key(Qt::Key_P);
        QCOMPARE(shown.view.pins().size(), size_t{2});
        shown.key(Qt::Key_P);
        QCOMPARE(shown.view.pins().size(), size_t{1});
        // Its words, at the lower left of the range, take it away.
        const QPointF words(shown.canvas().xOf(Now - 4h) + 12, shown.canvas().plotArea().bottom() - 9);
        QTest::mouseClick(shown.canvas().viewport(), Qt::LeftButton, {}, words.toPoint());
        QVERIFY(shown.view.pins().empty());
        QCOMPARE(changed.count(), 4);
    }

    void finerDataIsAskedForOnceTheReaderRests()
    {
        Shown shown(SampleChart::thirtyDays());
        const QSignalSpy wanted(&shown.view, &ChartView::rangeWanted);
        shown.clock.advance(1s);
        QCOMPARE(wanted.count(), 0);
        shown.view.setRange({Now - 20h, Now - 18h});
        shown.clock.advance(100ms);
        shown.view.setRange({Now - 10h, Now - 8h});
        shown.clock.advance(100ms);
        QCOMPARE(wanted.count(), 0);
        shown.clock.advance(1s);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<TimeRange>(), (TimeRange{Now - 11h, Now - 7h}));
        QVERIFY(wanted[0][1].toInt() >= 1000);
        shown.view.setRange({Now - 10h, Now - 8h});
        shown.clock.advance(1s);
        QCOMPARE(wanted.count(), 1);
    }

    void whatIsNotLoadedIsAskedFor()
    {
        ChartContent content = SampleChart::pictured();
        content.loaded = {Now - 6h, Now};
        Shown shown(content);
        const QSignalSpy wanted(&shown.view, &ChartView::rangeWanted);
        shown.clock.advance(1s);
        QCOMPARE(wanted.count(), 0);
        shown.key(Qt::Key_Left);
        shown.clock.advance(1s);
        QCOMPARE(wanted.count(), 1);
    }

    void theStripMovesTheRange()
    {
        Shown shown;
        BrushStrip& strip = shown.view.strip();
        QVERIFY(std::abs(strip.area().left() - shown.canvas().plotArea().left()) < 1);
        QVERIFY(std::abs(strip.area().right() - shown.canvas().plotArea().right()) < 1);
        const auto at = [&](Timestamp time) {
            return QPoint(qRound(strip.xOf(time)), 15);
        };
        QTest::mouseClick(&strip, Qt::LeftButton, {}, at(Now - 10 * 24h));
        QVERIFY(isAbout(shown.view.range().from, Now - 10 * 24h - 3h, 1h));
        QCOMPARE(shown.view.range().to - shown.view.range().from, Millis{6h});
        // A drag beside it makes a new range.
        QTest::mousePress(&strip, Qt::LeftButton, {}, at(Now - 20 * 24h));
        QTest::mouseMove(&strip, at(Now - 15 * 24h));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, at(Now - 15 * 24h));
        QVERIFY(isAbout(shown.view.range().from, Now - 20 * 24h, 1h));
        QVERIFY(isAbout(shown.view.range().to, Now - 15 * 24h, 1h));
        // Its middle and its end can be dragged.
        QTest::mousePress(&strip, Qt::LeftButton, {}, at(Now - 17 * 24h));
        QTest::mouseMove(&strip, at(Now - 12 * 24h));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, at(Now - 12 * 24h));
        QVERIFY(isAbout(shown.view.range().from, Now - 15 * 24h, 2h));
        QTest::mousePress(&strip, Qt::LeftButton, {}, at(shown.view.range().to));
        QTest::mouseMove(&strip, at(Now - 5 * 24h));
        QTest::mouseRelease(&strip, Qt::LeftButton, {}, at(Now - 5 * 24h));
        QVERIFY(isAbout(shown.view.range().from, Now - 15 * 24h, 2h));
        QVERIFY(isAbout(shown.view.range().to, Now - 5 * 24h, 2h));
    }

    void noContentLeavesTheRange()
    {
        Shown shown;
        const QSignalSpy moved(&shown.view, &ChartView::rangeChanged);
        shown.view.setContent({});
        QCOMPARE(shown.view.range(), (TimeRange{Now - 6h, Now}));
        QCOMPARE(moved.count(), 0);
        shown.view.setContent(later(SampleChart::twelveHosts(), 1h));
        QCOMPARE(shown.view.range(), (TimeRange{Now - 5h, Now + 1h}));
    }

    void statesAreShownWithinTheChart()
    {
        ChartContent content =
            SampleChart::content({ChartSeries{QStringLiteral("a"), MetricUnit::Percent, {}}}, 6h, 24h);
        content.state = ChartContent::State::Loading;
        Shown shown(content);
        QCOMPARE(shown.notice()->what, QStringLiteral("Reading the history"));
        content.state = ChartContent::State::Ready;
        shown.view.setContent(content);
        QCOMPARE(shown.notice()->what, QStringLiteral("Nothing is known of this metric"));
        content.state = ChartContent::State::Failed;
        content.error = {ErrorKind::Storage, QStringLiteral("the disk is gone"), {}, {}, {}};
        shown.view.setContent(content);
        QVERIFY(shown.notice()->why.contains(QStringLiteral("the disk is gone")));
        const QSignalSpy again(&shown.view, &ChartView::retryRequested);
        Q_EMIT shown.view.findChild<StatefulView*>()->todoClicked();
        QCOMPARE(again.count(), 1);
        shown.view.setContent({});
        QCOMPARE(shown.notice()->what, QStringLiteral("Nothing is chosen"));
    }

    void whatThereIsStaysWhileMoreFails()
    {
        ChartContent content = SampleChart::pictured();
        content.state = ChartContent::State::Failed;
        content.error = {ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}, {}};
        Shown shown(content);
        QVERIFY(shown.view.findChild<StatefulView*>()->isContentShown());
        QCOMPARE(shown.notice()->what, QStringLiteral("This is of earlier"));
        content = SampleChart::pictured();
        content.series[0].data.isPartial = true;
        content.series[0].data.note = QStringLiteral("prom did not answer");
        shown.view.setContent(content);
        QCOMPARE(shown.notice()->why, QStringLiteral("prom did not answer"));
        shown.view.setContent(SampleChart::pictured());
        QVERIFY(shown.notice() == nullptr);
    }

    void itIsDescribedInWords()
    {
        Shown shown;
        QCOMPARE(shown.canvas().accessibleName(), QStringLiteral("Chart: registry-3 · CPU"));
        const QString words = shown.canvas().accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("registry-3 · CPU: 99 % at 22 Nov 03:12:00 UTC")),
                 qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("v shows a table")));
    }

    void theTwinTellsAll()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        ChartTwinModel& twin = shown.view.twin();
        QAbstractItemModelTester tester(&twin, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(twin.rowCount(), 0);
        shown.view.toggleTwin();
        QVERIFY(shown.view.isTwinShown());
        QVERIFY(twin.rowCount() > 400);
        const auto text = [&](Timestamp at) {
            return twin.index(twin.rowOf(at), ChartTwinModel::FirstSeries).data().toString();
        };
        QCOMPARE(twin.index(0, 0).data().toString(), QStringLiteral("2026-11-22 03:12:00"));
        QVERIFY(text(Now).endsWith(QStringLiteral("MiB/s")));
        QVERIFY(text(Now - 70min).endsWith(QStringLiteral("MiB/s, no data 16 min")));
        QVERIFY(text(Now - 100min).contains(QStringLiteral("◇ 90 TiB/s quarantined")));
        const QModelIndex bad = twin.index(twin.rowOf(Now - 100min), ChartTwinModel::FirstSeries);
        QVERIFY(!bad.data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(twin.headerData(1, Qt::Horizontal).toString(), QStringLiteral("db-4 · Disk, written"));

        const int before = twin.rowCount();
        const QSignalSpy reset(&twin, &QAbstractItemModel::modelReset);
        shown.view.append(0, std::vector{pointAt(Now + 15s, 1e7)}, {}, Now + 15s);
        QCOMPARE(twin.rowCount(), before); // one came, one left
        QCOMPARE(reset.count(), 0);
        QCOMPARE(twin.index(0, 1).data().toString(), QStringLiteral("9.5 MiB/s"));
        shown.view.setRange({Now - 1h, Now - 30min});
        QCOMPARE(twin.index(0, 0).data().toString(), QStringLiteral("2026-11-22 02:42:00"));
        shown.view.setContent(SampleChart::twelveHosts());
        QCOMPARE(twin.columnCount(), 13);
        shown.view.setContent({});
        shown.view.toggleTwin();
        QCOMPARE(twin.rowCount(), 0);
    }

    void theTwinStaysWhereItIsRead()
    {
        Shown shown(SampleChart::gapAndQuarantine());
        shown.view.toggleTwin();
        auto* table = shown.view.findChild<QTableView*>();
        table->verticalScrollBar()->setValue(100);
        const auto topText = [&] {
            return table->indexAt({5, 5}).data().toString();
        };
        const QString before = topText();
        for (int i = 1; i < 4; ++i) {
            shown.view.append(0, std::vector{pointAt(Now + i * 15s, 1e7)}, {}, Now + i * 15s);
        }
        QCOMPARE(topText(), before);
    }

    void filesAreWritten()
    {
        const QTemporaryDir folder;
        Shown shown;
        QSignalSpy saved(&shown.view, &ChartView::saved);
        const auto save = [&](ChartView::FileKind kind, const QString& name) {
            shown.view.save(kind, folder.filePath(name));
            for (int i = 0; i < 2000 && saved.isEmpty(); ++i) {
                shown.clock.advance(1ms);
                QCoreApplication::processEvents();
            }
            QFile file(folder.filePath(name));
            const bool isFine = !saved.isEmpty() && saved.takeFirst()[0].value<Result<QString>>().has_value();
            return isFine && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray csv = save(ChartView::FileKind::Csv, QStringLiteral("a.csv"));
        QVERIFY(csv.startsWith("time,\"registry-3 · CPU (%)\"\r\n2026-11-21T21:12:00.000Z,"));
        QCOMPARE(csv.count('\n'), 1 + static_cast<int>(shown.view.content().series[0].data.points.size()));
        QVERIFY(save(ChartView::FileKind::Json, QStringLiteral("a.json")).startsWith("registry-3 · CPU 2"));
        QImage picture;
        QVERIFY(picture.loadFromData(save(ChartView::FileKind::Png, QStringLiteral("a.png"))));
        QCOMPARE(picture.width(), 900);
        shown.view.save(ChartView::FileKind::Png, folder.filePath(QStringLiteral("no/such/folder/a.png")));
        QVERIFY(!saved.takeFirst()[0].value<Result<QString>>().has_value());
    }

    void aMillionPointsAreDrawn()
    {
        Shown shown(SampleChart::content(
            {SampleChart::series(QStringLiteral("a"), MetricUnit::Percent, 40, 1'000'000s, 1s)}, 1'000'000s,
            1'000'000s));
        QCOMPARE(shown.view.content().series[0].data.points.size(), size_t{1'000'001});
        const QColor line = shown.canvas().palette().look(0).color;
        const QRectF area = shown.canvas().plotArea();
        QVERIFY(shown.count(line, area) > area.width() * 10);
        shown.view.append(0, std::vector{pointAt(Now + 1s, 40)}, {}, Now + 1s);
        QVERIFY(shown.count(line, area) > area.width() * 10);
    }

    void aLongWatchDoesNotFillTheMemory()
    {
        Shown shown(SampleChart::content(
            {SampleChart::series(QStringLiteral("a"), MetricUnit::Percent, 40, 1h, 1s)}, 1h, 1h));
        for (int hour = 0; hour < 12; ++hour) {
            std::vector<SeriesPoint> points;
            for (int second = 1; second <= 3600; ++second) {
                points.push_back(pointAt(Now + hour * 1h + second * 1s, 40));
            }
            shown.view.append(0, points, {}, points.back().at);
        }
        QVERIFY(shown.view.content().series[0].data.points.size() < 25'000);
        QVERIFY(shown.view.content().loaded.from > Now);
        QCOMPARE(shown.view.range().to, Now + 12h);
    }

    void aThemeChangesItWhole()
    {
        Shown shown;
        shown.theme = Theme::builtIn(QStringLiteral("light"));
        QEvent change(QEvent::PaletteChange);
        QCoreApplication::sendEvent(&shown.view, &change);
        QVERIFY(shown.count(shown.theme.series(0), shown.canvas().plotArea()) > 50);
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chart_view.moc"
