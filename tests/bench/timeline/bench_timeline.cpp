// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the timeline with 100,000 entries: how long a frame takes while one moves through them in
// time, and how long one closer look takes, which lays all of them out anew. 60 frames a second leave 16.7
// ms.
#include "tests/bench/Bench.h"
#include "views/theme/ThemeStyle.h"
#include "views/timeline/TimelineView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

constexpr double Frame = 1'000.0 / 60;
constexpr int Frames = 200;
constexpr int Entries = 100'000;
const Timestamp Begin{Millis{1'763'762'400'000}};
constexpr Millis Year = 24h * 365;

TimelineContent content()
{
    TimelineContent content;
    content.now = Begin + Year;
    for (int i = 0; i < Entries; ++i) {
        TimelineEntry entry;
        entry.id = static_cast<RowId>(i) + 1;
        entry.key = QString::number(i);
        entry.lane = TimelineLanes.at(static_cast<size_t>(i) % TimelineLanes.size());
        entry.shape = i % 3 == 0 ? TimelineEntry::Shape::Moment : TimelineEntry::Shape::Span;
        entry.from = Begin + Year / Entries * i;
        entry.to =
            entry.shape == TimelineEntry::Shape::Moment ? entry.from : entry.from + Millis{(i % 97) * 60'000};
        entry.severity = static_cast<AlertSeverity>(i % 3);
        entry.name = QStringLiteral("Alert%1").arg(i % 40);
        entry.subject = {SubjectKind::Host, QStringLiteral("eu-b-%1").arg(i % 48)};
        content.entries.push_back(std::move(entry));
    }
    return content;
}

double middle(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

template <typename Move>
double frameTime(TimelineView& view, Move move)
{
    QImage image(view.viewport()->size(), QImage::Format_RGB32);
    std::vector<double> took;
    for (int i = 0; i < Frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        move(i);
        QCoreApplication::processEvents();
        view.viewport()->render(&image);
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return middle(took);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(application, theme);
    TimelineView view(theme);
    view.resize(1'340, 800);
    view.setWhole({Begin, Begin + Year}, true);
    view.showWhole();
    view.setContent(content());
    view.show();
    QCoreApplication::processEvents();
    bool isMet = bench::report({QStringLiteral("timeline.frame.year"),
                                QStringLiteral("100,000 entries, all of a year moved in time; 16.7 ms"), 1},
                               frameTime(view,
                                         [&](int i) {
                                             view.showRange({Begin + Year / 4 + Millis{i * 60'000'000LL},
                                                             Begin + Year / 2 + Millis{i * 60'000'000LL}});
                                         }),
                               Frame);
    isMet = bench::report(
                {QStringLiteral("timeline.frame.hours"),
                 QStringLiteral("100,000 entries, some hours moved in time, bars with names; 16.7 ms"), 1},
                frameTime(view,
                          [&](int i) {
                              view.showRange({Begin + Year / 2 + Millis{i * 600'000LL},
                                              Begin + Year / 2 + 10h + Millis{i * 600'000LL}});
                          }),
                Frame) &&
            isMet;
    isMet = bench::report({QStringLiteral("timeline.frame.scroll"),
                           QStringLiteral("100,000 entries, lanes scrolled over four days; 16.7 ms"), 1},
                          frameTime(view,
                                    [&](int i) {
                                        view.showRange({Begin + Year / 2, Begin + Year / 2 + 96h});
                                        view.verticalScrollBar()->setValue(
                                            view.verticalScrollBar()->maximum() / Frames * i);
                                    }),
                          Frame) &&
            isMet;
    constexpr double Stall = 50;
    isMet = bench::report(
                {QStringLiteral("timeline.zoom"),
                 QStringLiteral("100,000 entries laid out anew and painted; 50 ms"), 1},
                frameTime(view,
                          [&](int i) {
                              view.showRange({Begin + Year / 4, Begin + Year / 2 + Millis{i * 80'000'000LL}});
                          }),
                Stall) &&
            isMet;
    return isMet ? 0 : 1;
}
