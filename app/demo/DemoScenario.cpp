// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoScenario.h"

#include "models/core/Listed.h"

#include <QCoreApplication>

namespace stowage {

namespace {

using namespace std::chrono_literals;

constexpr DemoNodeRef EuB17{1, 16};
constexpr DemoNodeRef EuC02{2, 1};
constexpr DemoNodeRef EuC11{2, 10};

} // namespace

const std::vector<DemoScenario>& demoScenarios()
{
    static const std::vector<DemoScenario> scenarios{
        {"calm",
         QT_TRANSLATE_NOOP("DemoScenario",
                           "An ordinary day: one node is gone, one cannot serve, images come and go"),
         {{0s, EuC02, DemoNodeState::Unable}, {0s, EuC11, DemoNodeState::Gone}},
         4s,
         90s,
         4min,
         3min},
        {"dead-peer",
         QT_TRANSLATE_NOOP(
             "DemoScenario",
             "A node dies after 20 seconds and takes second copies with it; its records live on"),
         {{20s, EuB17, DemoNodeState::Gone}},
         4s,
         0s,
         0s,
         0s},
        {"registry-cpu",
         QT_TRANSLATE_NOOP("DemoScenario",
                           "The registry runs into its CPU limit after a minute: slow answers, then errors"),
         {},
         4s,
         90s,
         0s,
         0s,
         60s},
    };
    return scenarios;
}

QStringList demoScenarioNames()
{
    QStringList names;
    for (const DemoScenario& scenario : demoScenarios()) {
        names += QString::fromLatin1(scenario.name);
    }
    return names;
}

Result<DemoScenario> findDemoScenario(const QString& name)
{
    for (const DemoScenario& scenario : demoScenarios()) {
        if (name == QLatin1String(scenario.name)) {
            return scenario;
        }
    }
    return fail(
        {ErrorKind::Usage,
         QCoreApplication::translate("DemoScenario", "There is no scenario \"%1\"").arg(name),
         QStringLiteral("demo"),
         QCoreApplication::translate("DemoScenario", "Known are: %1").arg(listed(demoScenarioNames())),
         {}});
}

} // namespace stowage
