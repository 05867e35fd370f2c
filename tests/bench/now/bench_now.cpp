// SPDX-License-Identifier: GPL-3.0-or-later
// The page of what is wrong now with 10,000 alerts: how long a frame takes while one scrolls through 1,000
// incidents, and through 10,000 alerts of one of them. 60 frames a second leave 16.7 ms for each.
#include "tests/bench/Bench.h"
#include "tests/views/now/SampleIncidents.h"
#include "views/now/MemberView.h"
#include "views/now/NowPage.h"
#include "views/theme/ThemeStyle.h"
#include "views/widgets/Table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr double Frame = 1'000.0 / 60;
constexpr int Frames = 200;

double middle(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// One frame after the other, each a bit further down.
bool scrolled(const QString& name, const QString& workload, QWidget& page, QAbstractScrollArea& view)
{
    QScrollBar* bar = view.verticalScrollBar();
    if (bar->maximum() == 0) {
        std::fprintf(stderr, "%s: there is nothing to scroll through\n", qPrintable(name));
        return false;
    }
    QImage image(page.size(), QImage::Format_RGB32);
    std::vector<double> took;
    for (int i = 0; i < Frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->minimum() + (bar->maximum() - bar->minimum()) / Frames * i);
        QCoreApplication::processEvents();
        view.viewport()->render(&image);
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return bench::report({name, workload, 1}, middle(took), Frame);
}

/// What a change costs until it is painted.
bool changed(SampleIncidents& sample, QWidget& page)
{
    QImage image(page.size(), QImage::Format_RGB32);
    std::vector<double> took;
    for (int i = 0; i < 20; ++i) {
        sample.fire(QStringLiteral("prom"),
                    {{QStringLiteral("New%1").arg(i), QStringLiteral("x-%1").arg(i)}});
        QElapsedTimer timer;
        timer.start();
        sample.clock.advance(Millis(1'000)); // the second's tick
        QCoreApplication::processEvents();
        page.render(&image);
        took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    constexpr double Stall = 50;
    return bench::report({QStringLiteral("now.change"),
                          QStringLiteral("1,000 incidents, one more, and the whole page painted; 50 ms"), 1},
                         middle(took), Stall);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(application, theme);
    bool isMet = true;
    {
        SampleIncidents sample;
        sample.tellMany(1'000);
        NowPage page(sample.ports(), sample.clock, theme);
        page.resize(1'340, 800);
        page.setActive(true);
        page.show();
        QCoreApplication::processEvents();
        isMet = scrolled(QStringLiteral("now.frame.incidents"),
                         QStringLiteral("scroll through 1,000 incidents of 10,000 alerts; 16.7 ms"), page,
                         page.table());
        isMet = changed(sample, page) && isMet;
    }
    SampleIncidents sample;
    sample.tellStorm(10'000);
    NowPage page(sample.ports(), sample.clock, theme);
    page.resize(1'340, 800);
    page.setActive(true);
    page.show();
    QCoreApplication::processEvents();
    MemberView& members = page.panel().members();
    QElapsedTimer timer;
    timer.start();
    members.expandAll();
    QCoreApplication::processEvents();
    constexpr double Stall = 50;
    isMet = bench::report(
                {QStringLiteral("now.unfold"), QStringLiteral("10,000 alerts opened in place; 50 ms"), 1},
                static_cast<double>(timer.nsecsElapsed()) / 1e6, Stall) &&
            isMet;
    isMet =
        scrolled(QStringLiteral("now.frame.alerts"),
                 QStringLiteral("scroll through 10,000 alerts of one incident; 16.7 ms"), page, members) &&
        isMet;
    return isMet ? 0 : 1;
}
