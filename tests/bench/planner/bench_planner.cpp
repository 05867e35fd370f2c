// SPDX-License-Identifier: GPL-3.0-or-later
// The prewarm planner's goal: 500 nodes × 5,000 layers in at most one second. The peer is the limit of one
// second.
#include "models/placement/PrewarmPlanning.h"
#include "tests/bench/Bench.h"
#include "tests/models/prewarm/RandomProblem.h"

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace stowage;

namespace {

constexpr double LimitMs = 1000;

double median(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

bool plans(const char* what, const test::ProblemShape& shape)
{
    std::mt19937 random(20261122);
    const PrewarmProblem problem = test::randomProblem(random, shape);
    std::vector<double> wall;
    std::vector<double> processor;
    PrewarmPlan plan;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t ticks = std::clock();
        plan = planPrewarm(problem, Timestamp{});
        processor.push_back(1000.0 * static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        bench::keep(&plan);
    }
    const QString name = QStringLiteral("planner.") + QString::fromLatin1(what);
    const QString workload =
        QStringLiteral("%1 nodes x %2 layers, %3 images, %4 copies in %5 zones: %6 pulls in %7 waves; 1 s")
            .arg(shape.nodes)
            .arg(shape.pieces)
            .arg(shape.targets)
            .arg(shape.goal.copies)
            .arg(shape.goal.zones)
            .arg(plan.steps.size())
            .arg(plan.waves());
    const bool met = bench::report({name, workload, 1.0}, median(wall), LimitMs);
    bench::report({name + QStringLiteral(".processor"), workload, 1.0}, median(processor), LimitMs);
    return met;
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
