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

/// Harmless by itself, and on every stage: what cannot be true is kept out of everything.
DemoAffliction absurdNumbers()
{
    return {"db-4", 0, DemoTrouble::Absurd, -90min, Millis::max()};
}

DemoScenario calm()
{
    DemoScenario scenario{
        "calm",
        QT_TRANSLATE_NOOP("DemoScenario",
                          "An ordinary day: one node is gone, one cannot serve, images come and go"),
        {{0s, EuC02, DemoNodeState::Unable}, {0s, EuC11, DemoNodeState::Gone}},
        4s,
        90s,
        4min,
        3min};
    scenario.troubles = {absurdNumbers()};
    scenario.truth = {{SubjectKind::Host, "eu-c-02", "node eu-c-02 cannot serve", 0s},
                      {SubjectKind::Host, "eu-c-11", "node eu-c-11 is gone", 0s}};
    return scenario;
}

DemoScenario deadPeer()
{
    DemoScenario scenario{
        "dead-peer",
        QT_TRANSLATE_NOOP(
            "DemoScenario",
            "A node dies after 20 seconds and takes second copies with it; its records live on"),
        {{20s, EuB17, DemoNodeState::Gone}},
        4s};
    scenario.troubles = {absurdNumbers()};
    scenario.truth = {
        {SubjectKind::Host, "eu-b-17", "node eu-b-17 is gone: 9 layers have one copy left", 20s}};
    return scenario;
}

DemoScenario registryCpu()
{
    DemoScenario scenario{
        "registry-cpu",
        QT_TRANSLATE_NOOP("DemoScenario",
                          "The registry runs into its CPU limit after a minute: slow answers, then errors"),
        {},
        4s,
        90s};
    scenario.registryBusyFrom = 60s;
    scenario.troubles = {{"registry-3", 0, DemoTrouble::OutOfCpu, 60s, Millis::max()}, absurdNumbers()};
    scenario.truth = {{SubjectKind::Service,
                       "registry-1",
                       "registry-1 is out of CPU: requests are cancelled",
                       60s,
                       {"registry-3"}}}; // the machine that it runs on
    return scenario;
}

DemoScenario hostOom()
{
    DemoScenario scenario{
        "host-oom",
        QT_TRANSLATE_NOOP(
            "DemoScenario",
            "A host runs out of memory after 10 seconds: ninety bad minutes in ninety seconds, 120 alerts"),
        {},
        4s};
    scenario.troubles = {{"db-4", 0, DemoTrouble::OutOfMemory, 10s, 100s}};
    scenario.truth = {{SubjectKind::Host, "db-4", "db-4 is out of memory", 10s, {}, 120}};
    return scenario;
}

DemoScenario aaaa()
{
    DemoScenario scenario{"aaaa",
                          QT_TRANSLATE_NOOP("DemoScenario",
                                            "The hub's name gets an IPv6 address that leads nowhere: agents "
                                            "lose the hub, IPv4 is unaffected"),
                          {},
                          4s};
    scenario.troubles = {{{}, 4, DemoTrouble::AgentLost, 25s, 6min}, absurdNumbers()};
    scenario.darkV6 = DemoSpan{20s, 5min + 30s};
    scenario.truth = {{SubjectKind::Source, "hub", "IPv6 went dark on the hub's name, v4 unaffected", 20s}};
    return scenario;
}

DemoScenario nixGc()
{
    DemoScenario scenario{
        "nix-gc",
        QT_TRANSLATE_NOOP("DemoScenario",
                          "A builder's /nix fills though its collection runs, and then blocks it"),
        {},
        4s,
        90s};
    scenario.troubles = {{"builder-2", 0, DemoTrouble::StoreFills, 0s, Millis::max()}, absurdNumbers()};
    scenario.truth = {{SubjectKind::Host, "builder-2", "/nix on builder-2 fills in 3 h 40", 0s}};
    return scenario;
}

DemoScenario storm()
{
    DemoScenario scenario{
        "storm",
        QT_TRANSLATE_NOOP("DemoScenario",
                          "The same probe fails for sixty shops within a minute: 240 alerts, one cause"),
        {},
        4s};
    scenario.troubles = {absurdNumbers()};
    scenario.flood = DemoFlood{5s,
                               60s,
                               240,
                               "shop-%1.example",
                               60,
                               {"ProbeFailed", "ProbeSlow"},
                               "the probe of %1 gets no answer within 10 s"};
    scenario.truth = {{SubjectKind::Source, "am", "60 shops: the probe fails", 5s}};
    return scenario;
}

DemoScenario flood()
{
    DemoScenario scenario{
        "flood",
        QT_TRANSLATE_NOOP("DemoScenario",
                          "A zone's pods fail after five seconds: 10,000 alerts within a minute, one cause"),
        {},
        4s};
    scenario.troubles = {absurdNumbers()};
    scenario.flood = DemoFlood{5s,
                               60s,
                               10'000,
                               "eu-b-%1",
                               17,
                               {"KubePodNotReady", "KubePodCrashLooping", "ImagePullFailed", "ProbeFailed",
                                "VolumeNotMounted", "PodLatency", "EndpointDown"},
                               "pods on %1 are not ready"};
    scenario.truth = {{SubjectKind::Zone, "eu-b", "pods of zone eu-b are not ready", 5s}};
    return scenario;
}

} // namespace

const std::vector<DemoScenario>& demoScenarios()
{
    static const std::vector<DemoScenario> scenarios{calm(), deadPeer(), registryCpu(), hostOom(),
                                                     aaaa(), nixGc(),    storm(),       flood()};
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
