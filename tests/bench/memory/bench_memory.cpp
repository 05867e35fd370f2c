// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 14 of the performance goals: resident memory of the window with a large fleet, 10,000 alerts in 1,000
// incidents and a million points on screen, against a bare QWidget of the same size. Each in a process of its
// own, off screen, after all of it was painted once. What each part adds is told beside it.
#include "models/placement/PlacementWatch.h"
#include "tests/bench/Bench.h"
#include "tests/support/ManualClock.h"
#include "tests/views/now/SampleIncidents.h"
#include "tests/views/placement/SampleFleet.h"
#include "views/chart/ChartView.h"
#include "views/fleet/FleetPage.h"
#include "views/now/NowPage.h"
#include "views/placement/PlacementPage.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/sources/SourcesPage.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>
#include <QFile>
#include <QProcess>

#include <cmath>
#include <cstdio>

using namespace stowage;
using namespace stowage::bench;
using namespace stowage::test;

namespace {

constexpr int Nodes = 500;
constexpr int Layers = 20'000;
constexpr int Incidents = 1'000; // of ten alerts each
constexpr int Lines = 10;
constexpr int PointsEach = 100'000;
constexpr QSize WindowSize{1440, 900};
constexpr int Patience = 300'000;

/// Of this process, in MiB; negative where /proc does not tell.
double resident()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    return -1;
}

void paint(QWidget& widget)
{
    widget.resize(WindowSize);
    widget.show();
    for (int i = 0; i < 20; ++i) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void tell()
{
    std::printf("%.1f\n", resident());
}

/// For whoever wants to know where it goes.
void tellPart(const char* what)
{
    std::fprintf(stderr, "bench_memory: %.1f MiB with %s\n", resident(), what);
}

void paintAll(Shell& shell)
{
    for (Page* page : shell.pages()) {
        shell.go({page->id(), {}});
        paint(shell);
    }
}

int runBare(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QWidget widget;
    paint(widget);
    tell();
    return 0;
}

ChartContent chart(Timestamp now)
{
    constexpr Millis Step{30'000};
    const Timestamp from = now - Step * PointsEach;
    ChartContent content;
    content.range = content.loaded = content.whole = {from, now};
    for (int line = 0; line < Lines; ++line) {
        ChartSeries series;
        series.label = QStringLiteral("host-%1").arg(line);
        series.unit = MetricUnit::Percent;
        series.colour = line;
        series.data.points.reserve(PointsEach);
        for (int i = 0; i < PointsEach; ++i) {
            const double value = 50 + 30 * std::sin(i / 500.0 + line) + (i * 37 + line * 11) % 7;
            series.data.points.push_back({from + Step * i, Millis{0}, value, value, value, 1});
        }
        content.series.push_back(std::move(series));
    }
    return content;
}

int runWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(application, theme);
    ManualClock clock;
    Fleet fleet(clock);
    SampleFleet(fleet).large(Nodes, Layers);
    fleet.flush();
    PlacementTracker tracker(fleet);
    const PlacementWatch watch(tracker, {}, clock);
    FleetGate gate(fleet);
    Shell shell(Context{QStringLiteral("bench"), Risk::Development}, fleet, gate, clock, theme);
    shell.addPage(new FleetPage(fleet, clock, theme));
    shell.addPage(new PlacementPage({fleet, tracker, watch, nullptr}, clock, theme));
    shell.addPage(new SourcesPage(fleet, nullptr, clock, theme));
    tellPart("the fleet");
    paintAll(shell);
    for (int i = 0; i < 500 && !watch.isComputed(); ++i) {
        clock.advance(Millis{1});
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    tellPart("its pages");
    SampleIncidents alerts;
    alerts.tellMany(Incidents);
    alerts.forgetTold();
    tellPart("the alerts");
    shell.addPage(new NowPage(alerts.ports(), alerts.clock, theme));
    paintAll(shell);
    tellPart("the page Now");
    auto* view = new ChartView(clock, theme, nullptr, &shell); // over the page, as a page would have it
    view->setContent(chart(clock.now()));
    paint(*view);
    tell();
    return 0;
}

double residentOf(const char* what)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(what)});
    process.waitForFinished(Patience);
    return process.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1) {
        return qstrcmp(argv[1], "--bare") == 0 ? runBare(argc, argv) : runWindow(argc, argv);
    }
    const QCoreApplication application(argc, argv);
    const double ours = residentOf("--window");
    const double peer = residentOf("--bare");
    if (ours <= 0 || peer <= 0) {
        std::fprintf(stderr, "bench_memory: a process did not tell what it takes\n");
        return 1;
    }
    const QString workload = QStringLiteral("%1 nodes x %2 layers, %3 alerts, %4 points on screen")
                                 .arg(Nodes)
                                 .arg(Layers)
                                 .arg(Incidents * 10)
                                 .arg(Lines * PointsEach);
    const bool isSmall =
        report({QStringLiteral("memory"), workload + QStringLiteral("; bare QWidget (MiB)"), 6}, ours, peer);
    return report({QStringLiteral("memory.limit"), workload + QStringLiteral("; limit 200 MiB"), 1}, ours,
                  200) &&
                   isSmall
               ? 0
               : 1;
}
