// SPDX-License-Identifier: GPL-3.0-or-later
// The prewarm planner's goal: 500 nodes × 5,000 layers in at most one second. The peer is the limit of one
// second.
#include "models/placement/PrewarmPlanning.h"
#include "tests/bench/Bench.h"
#include "tests/models/prewarm/RandomProblem.h"

#include <chrono>

using namespace stowage;

namespace {

constexpr double LimitMs = 1000;

bool plans(const char* what, const test::ProblemShape& shape)
{
    std::mt19937 random(20261122);
    const PrewarmProblem problem = test::randomProblem(random, shape);
    std::vector<double> times;
    PrewarmPlan plan;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        plan = planPrewarm(problem, Timestamp{});
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        bench::keep(&plan);
    }
    std::ranges::sort(times);
    return bench::report(
        {QStringLiteral("planner.") + QString::fromLatin1(what),
         QStringLiteral("%1 nodes x %2 layers, %3 images, %4 copies in %5 zones: %6 pulls in %7 "
                        "waves; 1 s")
             .arg(shape.nodes)
             .arg(shape.pieces)
             .arg(shape.targets)
             .arg(shape.goal.copies)
             .arg(shape.goal.zones)
             .arg(plan.steps.size())
             .arg(plan.waves()),
         1.0},
        times[times.size() / 2], LimitMs);
}

} // namespace

int main()
{
    test::ProblemShape sparse;
    sparse.nodes = 500;
    sparse.zones = 5;
    sparse.targets = 600;
    sparse.pieces = 5000;
    sparse.piecesPerTarget = 20;
    sparse.heldOfHundred = 0;
    sparse.wholeOfHundred = 0;
    sparse.goal = {3, 2};
    test::ProblemShape scattered = sparse;
    scattered.heldOfHundred = 1;
    scattered.wholeOfHundred = 1;
    scattered.goal = {10, 3};
    bool met = plans("nothingHeld", sparse);
    met &= plans("scattered", scattered);
    return met ? 0 : 1;
}
