// SPDX-License-Identifier: GPL-3.0-or-later
// Renders prewarm plans into PNGs, for eyes: look_plan DIR [theme …]. Not a test.
#include "models/placement/PrewarmPlanning.h"
#include "tests/models/prewarm/RandomProblem.h"
#include "tests/support/ManualClock.h"
#include "tests/views/plan/SamplePlans.h"
#include "views/placement/plan/PlanDialog.h"
#include "views/theme/ThemeStyle.h"

#include <QApplication>

using namespace stowage;

namespace {

void save(const QString& path, const Theme& theme, const PrewarmPlan* plan, Millis age = Millis{0},
          QSize size = {1180, 720})
{
    test::ManualClock clock;
    PlanDialog dialog(theme, clock);
    if (plan != nullptr) {
        PrewarmPlan shown = *plan;
        shown.made = clock.now() - age;
        shown.expires = shown.made + PrewarmPlan::Validity;
        dialog.setPlan(shown);
    }
    dialog.resize(size);
    dialog.show();
    QCoreApplication::processEvents();
    if (!dialog.grab().save(path)) {
        qWarning("cannot write %s", qUtf8Printable(path));
    }
}

void lookAtAll(const QString& folder, const QString& name, Theme& theme)
{
    theme = Theme::builtIn(name);
    applyTheme(*qApp, theme);
    const auto path = [&](const char* what) {
        return QStringLiteral("%1/plan-%2-%3.png").arg(folder, name, QString::fromLatin1(what));
    };
    const Timestamp now{};
    const PrewarmPlan sample = test::samplePlan(now);
    const PrewarmPlan empty = test::emptyPlan(now);
    const PrewarmPlan refused = test::refusedPlan(now);
    const PrewarmPlan longNamed = test::longNamedPlan(now);
    std::mt19937 random(1);
    test::ProblemShape shape;
    shape.nodes = 200;
    shape.zones = 4;
    shape.targets = 150;
    shape.pieces = 900;
    shape.piecesPerTarget = 14;
    shape.heldOfHundred = 0;
    shape.wholeOfHundred = 0;
    shape.goal = {4, 3};
    const PrewarmPlan large = planPrewarm(test::randomProblem(random, shape), now);
    save(path("sample"), theme, &sample);
    save(path("planning"), theme, nullptr);
    save(path("empty"), theme, &empty);
    save(path("refused"), theme, &refused);
    save(path("long-names"), theme, &longNamed);
    save(path("old"), theme, &sample, std::chrono::minutes(7));
    save(path("narrow"), theme, &sample, Millis{0}, {820, 560});
    save(path("large"), theme, &large);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    const QStringList themes = arguments.size() > 2 ? arguments.mid(2) : QStringList{QStringLiteral("dark")};
    static Theme theme;
    for (const QString& name : themes) {
        lookAtAll(folder, name, theme);
    }
    return 0;
}
