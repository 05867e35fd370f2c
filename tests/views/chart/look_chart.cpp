// SPDX-License-Identifier: GPL-3.0-or-later
// Renders a chart of sample content into a file, to be looked at:
//   look_chart OUT.png CONTENT THEME WIDTHxHEIGHT [cross | pins | twin | zoomed | LANGUAGE.qm]
#include "tests/support/ManualClock.h"
#include "tests/views/chart/SampleChart.h"
#include "views/chart/ChartCanvas.h"
#include "views/chart/ChartView.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTranslator>

#include <cstdio>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

ChartContent contentOf(const QString& name)
{
    if (name == u"twelve") {
        return SampleChart::twelveHosts();
    }
    if (name == u"month") {
        return SampleChart::thirtyDays();
    }
    if (name == u"quarantine") {
        return SampleChart::gapAndQuarantine();
    }
    if (name == u"units") {
        return SampleChart::twoUnits();
    }
    if (name == u"empty") {
        return SampleChart::content({ChartSeries{QStringLiteral("db-4 · GPU"), MetricUnit::Percent, {}}}, 6h,
                                    24h);
    }
    return SampleChart::pictured();
}

void act(const QString& what, ChartView& view)
{
    const TimeRange range = view.range();
    const Millis length = range.to - range.from;
    if (what == u"cross") {
        view.canvas().setCross(range.from + length * 2 / 5);
    } else if (what == u"pins") {
        view.setPins(
            {{{range.from + length / 8, range.from + length / 4}, {}},
             {{range.from + length / 2, range.from + length * 5 / 8}, QStringLiteral("before the rollout")}});
    } else if (what == u"twin") {
        view.toggleTwin();
    } else if (what == u"zoomed") {
        view.setRange({range.to - length / 24, range.to});
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QTranslator translator;
    if (arguments.value(5).endsWith(u".qm") && translator.load(arguments.value(5))) {
        QApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::Chinese));
    }
    const Theme theme = Theme::builtIn(arguments.value(3));
    applyTheme(application, theme);
    const ManualClock clock;
    ChartView view(clock, theme);
    view.resize(arguments.value(4).section(u'x', 0, 0).toInt(), arguments.value(4).section(u'x', 1).toInt());
    view.setAutoFillBackground(true);
    view.show();
    QElapsedTimer timer;
    timer.start();
    view.setContent(contentOf(arguments.value(2)));
    act(arguments.value(5), view);
    QApplication::processEvents();
    std::printf("shown in %lld ms\n", static_cast<long long>(timer.elapsed()));
    return view.grab().save(arguments.value(1)) ? 0 : 1;
}
