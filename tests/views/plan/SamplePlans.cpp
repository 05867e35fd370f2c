// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/plan/SamplePlans.h"

#include "models/placement/PrewarmPlanning.h"

namespace stowage::test {
namespace {

constexpr qint64 MiB = 1 << 20;

void addImage(PrewarmProblem& problem, const QString& repository, std::initializer_list<qint64> sizes,
              PlacementGoal goal)
{
    PrewarmProblem::Target target;
    target.image = {QStringLiteral("registry-1"), repository, QStringLiteral("1.0")};
    target.platform = QStringLiteral("linux/amd64");
    target.goal = goal;
    for (const qint64 bytes : sizes) {
        const auto place = static_cast<quint32>(problem.pieces.size());
        const QByteArray name = repository.toUtf8() + QByteArray::number(place);
        problem.pieces.push_back({Digest::of(name), bytes, ContentKind::Layer});
        target.pieces.push_back(place);
    }
    problem.targets.push_back(std::move(target));
}

} // namespace

PrewarmProblem samplePlanProblem(const QString& nodePrefix)
{
    PrewarmProblem problem;
    const PlacementGoal goal{3, 3};
    addImage(problem, QStringLiteral("team/web"), {3'200 * MiB, 717 * MiB, 40 * MiB, 9'000}, goal);
    addImage(problem, QStringLiteral("team/api"), {922'135, 310 * MiB, 12 * MiB}, goal);
    addImage(problem, QStringLiteral("infra/postgres"), {121 * MiB, 80 * MiB}, goal);
    addImage(problem, QStringLiteral("team/batch"), {1'400 * MiB}, {9, 3});
    for (int i = 0; i < 9; ++i) {
        PrewarmProblem::Node node;
        const QChar zone = u"abc"[i / 3];
        node.zone = QStringLiteral("%1-%2").arg(nodePrefix, QString(zone));
        node.name = QStringLiteral("%1-%2-0%3").arg(nodePrefix, QString(zone)).arg(i % 3 + 1);
        node.state = i == 4 ? NodeState::Gone : i == 8 ? NodeState::Unable : NodeState::Live;
        node.worth.vanished = i == 1 ? 4 : 0;
        node.worth.uptime = std::chrono::hours(30);
        if (node.state == NodeState::Live) {
            node.known.addRange(0, problem.pieces.size());
        }
        problem.nodes.push_back(std::move(node));
    }
    problem.nodes[0].held.addRange(0, 4); // all of team/web
    problem.nodes[3].held.add(4);
    problem.nodes[6].held.add(4);
    problem.nodes[6].held.add(5);
    return problem;
}

PrewarmPlan samplePlan(Timestamp now)
{
    return planPrewarm(samplePlanProblem(), now);
}

PrewarmPlan longNamedPlan(Timestamp now)
{
    PrewarmProblem problem = samplePlanProblem(QStringLiteral("ein-sehr-langer-knotenname-").repeated(7));
    for (auto& target : problem.targets) {
        target.image.repository += QStringLiteral("/ein-sehr-langer-name").repeated(9);
        target.image.source = QStringLiteral("registry-in-a-far-away-region-").repeated(4);
    }
    return planPrewarm(problem, now);
}

PrewarmPlan emptyPlan(Timestamp now)
{
    PrewarmProblem problem = samplePlanProblem();
    problem.targets.resize(1);
    problem.targets.front().goal = {1, 1};
    return planPrewarm(problem, now);
}

PrewarmPlan refusedPlan(Timestamp now)
{
    PrewarmProblem problem = samplePlanProblem();
    for (auto& node : problem.nodes) {
        node.known = {};
        node.held = {};
    }
    return planPrewarm(problem, now);
}

} // namespace stowage::test
