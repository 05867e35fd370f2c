// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/chart/SampleChart.h"
#include "views/chart/ChartCsv.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/ChartReading.h"
#include "views/chart/ChartTicks.h"
#include "views/chart/ChartWindow.h"
#include "views/chart/LineRaster.h"
#include "views/chart/PlotGaps.h"
#include "views/chart/PlotLabels.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp Now = SampleChart::Now;

ChartWindow sixHoursOfTen()
{
    ChartWindow window;
    window.setFirst({Now - 6h, Now});
    window.setWhole({Now - 240h, Now}, false);
    window.show({Now - 6h, Now});
    return window;
}

QStringList textsOf(const std::vector<ChartTick>& ticks)
{
    QStringList texts;
    for (const ChartTick& tick : ticks) {
        texts << tick.text;
    }
    return texts;
}

/// How much of the picture is covered, in pixels.
double coverage(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            sum += qAlpha(image.pixel(x, y)) / 255.0;
        }
    }
    return sum;
}

QImage emptyPicture(int width, int height)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

SeriesPoint pointAt(Timestamp at, double value)
{
    return {at, 0ms, value, value, value, 1};
}

} // namespace

class TestChartParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowFollowsOnlyWhereItEndsNowAndAllIsLive()
    {
        ChartWindow window = sixHoursOfTen();
        QVERIFY(window.isFollowing());
        window.setWhole({Now - 240h, Now + 1min}, true);
        QCOMPARE(window.shown(), (TimeRange{Now - 6h + 1min, Now + 1min}));

        window.setWhole({Now - 240h, Now + 2min}, false); // frozen
        QCOMPARE(window.shown(), (TimeRange{Now - 6h + 1min, Now + 1min}));

        window.show({Now - 3h, Now - 1h});
        QVERIFY(!window.isFollowing());
        window.setWhole({Now - 240h, Now + 3min}, true);
        QCOMPARE(window.shown(), (TimeRange{Now - 3h, Now - 1h}));

        window.toEnd();
        QVERIFY(window.isFollowing());
        QCOMPARE(window.shown(), (TimeRange{Now - 2h + 3min, Now + 3min}));
    }

    void aWindowStaysWithinWhatThereIs()
    {
        ChartWindow window = sixHoursOfTen();
        window.pan(5);
        QCOMPARE(window.shown(), (TimeRange{Now - 6h, Now}));
        window.pan(-1000);
        QCOMPARE(window.shown(), (TimeRange{Now - 240h, Now - 234h}));
        window.zoom(1e12);
        QCOMPARE(window.shown(), (TimeRange{Now - 240h, Now}));
        window.zoom(1e-12);
        QCOMPARE(window.length(), ChartWindow::Least);
        window.reset();
        QCOMPARE(window.shown(), (TimeRange{Now - 6h, Now}));
    }

    void aYoungHistoryIsShownAsLongAsAsked()
    {
        ChartWindow window;
        window.setFirst({Now - 6h, Now});
        window.setWhole({Now - 5min, Now}, true);
        window.show({Now - 6h, Now});
        QCOMPARE(window.shown(), (TimeRange{Now - 6h, Now}));
        window.show({Now - 9h, Now});
        QCOMPARE(window.shown(), (TimeRange{Now - 6h, Now}));
    }

    void zoomingKeepsTheAnchor()
    {
        ChartWindow window = sixHoursOfTen();
        window.show({Now - 8h, Now - 4h});
        window.zoom(0.5, Now - 7h);
        QCOMPARE(window.shown(), (TimeRange{Now - 7h - 30min, Now - 5h - 30min}));
        ChartWindow following = sixHoursOfTen();
        following.zoom(0.5);
        QCOMPARE(following.shown(), (TimeRange{Now - 3h, Now}));
    }

    void momentsAreRound_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QStringList>("expected");
        const auto texts = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char('|'));
        };
        QTest::newRow("a minute") << qint64{1} << texts("03:11:00|03:11:15|03:11:30|03:11:45|03:12:00");
        QTest::newRow("an hour") << qint64{60} << texts("02:15|02:30|02:45|03:00");
        QTest::newRow("six hours") << qint64{360} << texts("22:00|22 Nov|02:00");
        QTest::newRow("two days") << qint64{2880} << texts("12:00|21 Nov|12:00|22 Nov");
        QTest::newRow("thirty days") << qint64{43200} << texts("26 Oct|2 Nov|9 Nov|16 Nov");
        QTest::newRow("a year") << qint64{527040} << texts("2026|Apr|Jul|Oct");
    }

    void momentsAreRound()
    {
        QFETCH(const qint64, minutes);
        QFETCH(const QStringList, expected);
        QLocale::setDefault(QLocale::c());
        const TimeRange range{Now - std::chrono::minutes{minutes}, Now};
        const std::vector<ChartTick> ticks = timeTicks(range, 6);
        QCOMPARE(textsOf(ticks), expected);
        for (const ChartTick& tick : ticks) {
            QVERIFY(tick.at >= static_cast<double>(range.from.time_since_epoch().count()));
            QVERIFY(tick.at <= static_cast<double>(range.to.time_since_epoch().count()));
        }
    }

    void momentsAreNeverMoreThanAsked()
    {
        for (Millis length = 10s; length < 24h * 400; length = length * 5 / 4) {
            for (const int most : {2, 5, 13}) {
                const auto count = timeTicks({Now - length, Now}, most).size();
                QVERIFY2(count >= 1 || most == 2, qPrintable(formatDuration(length)));
                QVERIFY(count <= static_cast<size_t>(most));
            }
        }
        QVERIFY(timeTicks({Now, Now}, 5).empty());
    }

    void valuesHaveRoundEnds_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<QString>("second");
        const auto row = [](const char* name, MetricUnit unit, double least, double most, double lowest,
                            double highest, const char* second) {
            QTest::newRow(name) << static_cast<int>(unit) << least << most << lowest << highest
                                << QString::fromUtf8(second);
        };
        constexpr double Mib = 1024 * 1024;
        constexpr double Nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double Inf = std::numeric_limits<double>::infinity();
        row("percents near the whole", MetricUnit::Percent, 20, 70, 0, 100, "20 %");
        row("small percents", MetricUnit::Percent, 1, 4.3, 0, 5, "1 %");
        row("above the whole", MetricUnit::Percent, 1, 340, 0, 400, "100 %");
        row("bytes by powers of two", MetricUnit::BytesPerSecond, 3 * Mib, 30 * Mib, 0, 32 * Mib,
            "8.0 MiB/s");
        row("seconds", MetricUnit::Seconds, 0.1, 0.37, 0, 0.4, "100 ms");
        row("hours", MetricUnit::Seconds, 0, 30'000, 0, 36'000, "2 h 00");
        row("temperatures need no zero", MetricUnit::Celsius, 41, 58, 40, 60, "45 °C");
        row("cores", MetricUnit::Cores, 0, 1.9, 0, 2, "0.5 cores");
        row("nothing but zero", MetricUnit::Number, 0, 0, 0, 1, "0.2");
        row("one negative value", MetricUnit::Number, -3, -3, -3, -2, "-2.8");
        row("no number", MetricUnit::Number, Nan, Inf, 0, 1, "0.2");
    }

    void valuesHaveRoundEnds()
    {
        QFETCH(const int, unit);
        QFETCH(const double, least);
        QFETCH(const double, most);
        QFETCH(const double, lowest);
        QFETCH(const double, highest);
        QFETCH(const QString, second);
        const ValueScale scale = valueScale(static_cast<MetricUnit>(unit), least, most, 5);
        QCOMPARE(scale.lowest, lowest);
        QCOMPARE(scale.highest, highest);
        QVERIFY(scale.ticks.size() >= 2 && scale.ticks.size() <= 8);
        QCOMPARE(QString(scale.ticks[1].text).replace(QStringLiteral("8 MiB"), QStringLiteral("8.0 MiB")),
                 second);
    }

    void absurdValuesMakeAScaleAllTheSame()
    {
        for (const double most : {1e-300, 1e300, 9.9e13, 1e18}) {
            for (const MetricUnit unit : {MetricUnit::Bytes, MetricUnit::Seconds, MetricUnit::Number}) {
                const ValueScale scale = valueScale(unit, 0, most, 5);
                QVERIFY(std::isfinite(scale.highest) && scale.highest >= most * 0.999999 &&
                        scale.ticks.size() < 20);
            }
        }
    }

    void twelveLinesCanBeToldApart_data()
    {
        QTest::addColumn<QString>("theme");
        for (const QString& name : Theme::builtInNames()) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void twelveLinesCanBeToldApart()
    {
        QFETCH(const QString, theme);
        const Theme colors = Theme::builtIn(theme);
        const ChartPalette palette(colors);
        for (int i = 0; i < 12; ++i) {
            const LineLook& look = palette.look(i);
            QVERIFY(contrastRatio(look.color, colors.color(Token::Panel)) >= 2.9);
            for (int j = 0; j < i; ++j) {
                const LineLook& other = palette.look(j);
                QVERIFY2(colorDifference(look.color, other.color) > 11,
                         qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
                QVERIFY(look.mark != other.mark || look.isDashed != other.isDashed);
            }
        }
        QCOMPARE(palette.look(-1).color, palette.look(ChartPalette::Count - 1).color);
    }

    void labelsNeverLieUponEachOther()
    {
        PlotLabels labels({0, 0, 400, 200}, fonts::label());
        int placed = 0;
        for (int i = 0; i < 60; ++i) {
            const QString text = QStringLiteral("▲ 03:%1 something").arg(i);
            placed += labels.placeBeside(text, i * 7.0,
                                         i % 2 == 0 ? PlotLabels::Edge::Top : PlotLabels::Edge::Bottom)
                          ? 1
                          : 0;
            placed += labels.placeAbout(text, {i * 5.0, 20}) ? 1 : 0;
            placed += labels.placeAtLine(text, i, i * 3.0) ? 1 : 0;
        }
        QVERIFY(placed >= 8 && placed < 100);
        QCOMPARE(labels.taken().size(), static_cast<size_t>(placed));
        for (size_t i = 0; i < labels.taken().size(); ++i) {
            QVERIFY(QRectF(0, 0, 400, 200).contains(labels.taken()[i]));
            for (size_t j = 0; j < i; ++j) {
                QVERIFY(!labels.taken()[i].intersects(labels.taken()[j]));
            }
        }
    }

    void aGapOfAllIsWhatAllMissed()
    {
        ChartContent content = SampleChart::content(
            {SampleChart::series(QStringLiteral("a"), MetricUnit::Percent, 20, 6h, 1min),
             SampleChart::series(QStringLiteral("b"), MetricUnit::Percent, 30, 6h, 1min)},
            6h, 6h);
        SampleChart::cut(content.series[0], {Now - 5h, Now - 4h});
        SampleChart::cut(content.series[0], {Now - 2h, Now - 1h});
        SampleChart::cut(content.series[1], {Now - 270min, Now - 230min});
        QCOMPARE(commonGaps(content), (std::vector<TimeRange>{{Now - 270min, Now - 4h}}));
        content.series[1].data = {}; // one of which nothing is known says nothing of gaps
        QCOMPARE(commonGaps(content).size(), size_t{2});
    }

    void aReadingSaysWhatWasThere()
    {
        const ChartContent content = SampleChart::gapAndQuarantine();
        const ChartSeries& disk = content.series.front();
        const auto textAt = [&](Timestamp at) {
            const ChartReading reading = readSeries(disk, at, 20s);
            return words::readingValue(reading, disk.unit) + QStringLiteral("; ") +
                   words::readingDetail(reading, disk.unit);
        };
        QVERIFY(textAt(Now - 30min).endsWith(QStringLiteral("MiB/s; ")));
        QCOMPARE(textAt(Now - 60min), QStringLiteral("no data 16 min; "));
        QVERIFY2(textAt(Now - 100min).startsWith(QStringLiteral("quarantined; ")),
                 qPrintable(textAt(Now - 100min)));
        QVERIFY(textAt(Now - 100min).contains(QStringLiteral("90 TiB/s")));
        QVERIFY(textAt(Now + 5min).endsWith(QStringLiteral("5 min earlier")));
        QCOMPARE(readSeries({}, Now, 1s).kind, ChartReading::Kind::Nothing);
        const ChartContent month = SampleChart::thirtyDays();
        const ChartReading hour = readSeries(month.series[0], Now - 40min, 1s);
        QVERIFY(words::readingDetail(hour, MetricUnit::Bytes).contains(QStringLiteral(" to ")));
        QVERIFY(words::readingDetail(hour, MetricUnit::Bytes).endsWith(QStringLiteral("over 1 h 00")));
    }

    void theCrossStepsFromSampleToSample()
    {
        const ChartContent content = SampleChart::gapAndQuarantine();
        QCOMPARE(nextSample(content, Now - 70min, true), Now - 54min);
        QCOMPARE(nextSample(content, Now - 54min, false), Now - 70min);
        QCOMPARE(nextSample(content, Now, true), Now);
        QCOMPARE(nextSample({}, Now, true), Now);
    }

    void aLineCoversAsMuchAsItsPen_data()
    {
        QTest::addColumn<double>("rise");
        QTest::newRow("level") << 0.0;
        QTest::newRow("slanting") << 30.0;
        QTest::newRow("diagonal") << 150.0;
        QTest::newRow("steep") << 190.0;
    }

    void aLineCoversAsMuchAsItsPen()
    {
        QFETCH(const double, rise);
        QImage image = emptyPicture(200, 200);
        const PlotScale where{{Timestamp{0ms}, Timestamp{2000ms}}, image.size()};
        const ValueScale scale{MetricUnit::Number, 0, 200};
        Decimation decimation{1ms};
        decimation.append(std::vector{pointAt(Timestamp{200ms}, 5), pointAt(Timestamp{1700ms}, 5 + rise)},
                          {});
        LineRaster(image).draw(decimation.columns(), where, scale, {Qt::white, 1.5});
        const double length = std::hypot(150, rise);
        // Steep lines are up to a narrow column too broad.
        QVERIFY2(std::abs(coverage(image) / (length * 1.5) - 1) < 0.15,
                 qPrintable(QString::number(coverage(image) / (length * 1.5))));
    }

    void pointsBeyondThePictureAreHarmless()
    {
        QImage image = emptyPicture(50, 40);
        const PlotScale where{{Timestamp{1000ms}, Timestamp{2000ms}}, image.size()};
        const ValueScale scale{MetricUnit::Number, 0, 10};
        Decimation decimation{5ms};
        decimation.append(std::vector{pointAt(Timestamp{1ms}, -1e18), pointAt(Timestamp{1500ms}, 1e300),
                                      pointAt(Timestamp{1501ms}, -1e300),
                                      pointAt(Timestamp{90'000'000ms}, 3)},
                          {});
        LineRaster raster(image);
        raster.draw(decimation.columns(), where, scale, {Qt::white, 3, 10});
        QVERIFY(coverage(image) > 0);
        QImage again = emptyPicture(50, 40);
        LineRaster(again).draw({}, where, scale, {Qt::white, 3});
        QCOMPARE(coverage(again), 0.0);
    }

    void aFileTellsAllOfARange()
    {
        ChartContent content = SampleChart::gapAndQuarantine();
        content.series.front().label = QStringLiteral("db \"4\"");
        ChartCsv csv(cutSeries(content.series, {Now - 23min, Now - 21min}));
        QByteArray text;
        for (QByteArray piece = csv.next(); !piece.isEmpty(); piece = csv.next()) {
            text += piece;
        }
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 9);
        QVERIFY(lines[0].startsWith("time,\"db \"\"4\"\" (B/s)\",\"db \"\"4\"\" (B/s) quarantined\""));
        const auto bad =
            std::ranges::find_if(lines, [](const QByteArray& line) { return line.contains("negative"); });
        QVERIFY(bad != lines.end());
        QVERIFY(bad->startsWith("2026-11-22T02:50:00.000Z,"));
        QVERIFY(bad->contains(",-5000000,negative"));
        QCOMPARE(csv.done(), csv.total());
    }
};

QTEST_MAIN(TestChartParts)
#include "tst_chart_parts.moc"
