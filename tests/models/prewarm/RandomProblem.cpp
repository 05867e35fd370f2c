// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/prewarm/RandomProblem.h"

#include <algorithm>

namespace stowage::test {
namespace {

/// Not a distribution of the library: these differ between libraries.
size_t below(std::mt19937& random, size_t limit)
{
    return random() % limit;
}

/// From some bytes to some gigabytes, as layers are.
qint64 someBytes(std::mt19937& random)
{
    return static_cast<qint64>(1 + below(random, 1000)) << (10 * below(random, 3));
}

PrewarmProblem::Target someTarget(std::mt19937& random, const ProblemShape& shape, size_t number)
{
    PrewarmProblem::Target target;
    target.image = {QStringLiteral("reg"), QStringLiteral("team/app-%1").arg(number), QStringLiteral("1.0")};
    target.platform = QStringLiteral("linux/amd64");
    target.goal = shape.goal;
    const size_t count = 1 + below(random, shape.piecesPerTarget);
    for (size_t i = 0; i < count; ++i) {
        target.pieces.push_back(static_cast<quint32>(below(random, shape.pieces)));
    }
    std::ranges::sort(target.pieces);
    target.pieces.erase(std::unique(target.pieces.begin(), target.pieces.end()), target.pieces.end());
    return target;
}

} // namespace

PrewarmProblem randomProblem(std::mt19937& random, const ProblemShape& shape)
{
    PrewarmProblem problem;
    for (size_t i = 0; i < shape.pieces; ++i) {
        problem.pieces.push_back({Digest::of("piece " + QByteArray::number(static_cast<qulonglong>(i))),
                                  someBytes(random), ContentKind::Layer});
    }
    for (size_t i = 0; i < shape.targets; ++i) {
        problem.targets.push_back(someTarget(random, shape, i));
    }
    for (size_t i = 0; i < shape.nodes; ++i) {
        PrewarmProblem::Node node;
        node.name = QStringLiteral("n%1").arg(i, 4, 10, QLatin1Char('0'));
        node.zone = QStringLiteral("zone %1").arg(below(random, shape.zones));
        node.state = NodeState::Live;
        node.known.addRange(0, shape.pieces);
        for (const auto& target : problem.targets) {
            if (below(random, 100) < shape.wholeOfHundred) {
                node.held.addMany(target.pieces.size(), target.pieces.data());
            }
        }
        for (quint32 piece = 0; piece < shape.pieces; ++piece) {
            if (below(random, 100) < shape.heldOfHundred) {
                node.held.add(piece);
            }
        }
        problem.nodes.push_back(std::move(node));
    }
    return problem;
}

} // namespace stowage::test
