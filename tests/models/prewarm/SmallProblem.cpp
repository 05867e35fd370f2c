// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/prewarm/SmallProblem.h"

#include <QStringList>

#include <algorithm>

namespace stowage::test {

PrewarmProblem smallProblem(const QStringList& nodes, PlacementGoal goal)
{
    PrewarmProblem problem;
    PrewarmProblem::Target target;
    target.image = {QStringLiteral("reg"), QStringLiteral("app"), QStringLiteral("1")};
    target.platform = QStringLiteral("linux/amd64");
    target.goal = goal;
    for (const QString& line : nodes) {
        const QStringList words = line.split(QLatin1Char(' '));
        PrewarmProblem::Node node;
        node.name = words[0];
        node.zone = words[1];
        node.state = NodeState::Live;
        const QString& cells = words[2];
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const auto piece = static_cast<quint32>(i);
            if (cells[i] != u'?') {
                node.known.add(piece);
            }
            if (cells[i] == u'+') {
                node.held.add(piece);
            }
            if (piece == problem.pieces.size()) {
                const QByteArray name = "piece " + QByteArray::number(piece);
                problem.pieces.push_back({Digest::of(name), 100, ContentKind::Layer});
                target.pieces.push_back(piece);
            }
        }
        problem.nodes.push_back(std::move(node));
    }
    problem.targets.push_back(std::move(target));
    return problem;
}

PrewarmProblem::Node& nodeNamed(PrewarmProblem& problem, const QString& name)
{
    return *std::ranges::find(problem.nodes, name, &PrewarmProblem::Node::name);
}

QString stepsOf(const PrewarmPlan& plan)
{
    QStringList words;
    for (const PrewarmStep& step : plan.steps) {
        QStringList sources;
        for (const PrewarmSupply& supply : step.supplies) {
            sources << (supply.isUpstream() ? supply.upstream : supply.peer);
        }
        sources.sort();
        words << QStringLiteral("%1 %2<%3").arg(QString::number(step.wave), step.node, sources.join(u'+'));
    }
    return words.join(u' ');
}

QString refusalsOf(const PrewarmPlan& plan)
{
    QStringList names;
    for (const PrewarmRefusal& refusal : plan.refused) {
        names << prewarmObstacleName(refusal.obstacle);
    }
    return names.join(u' ');
}

} // namespace stowage::test
