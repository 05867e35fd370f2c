// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Bench.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

namespace stowage::bench {

namespace {

using Clock = std::chrono::steady_clock;

double timeOf(const std::function<void()>& run)
{
    const Clock::time_point begin = Clock::now();
    run();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double rounded(double value)
{
    return std::round(value * 10'000) / 10'000;
}

} // namespace

bool compare(const Figure& figure, int repetitions, const std::function<void()>& ours,
             const std::function<void()>& peer)
{
    ours();
    peer();
    std::vector<double> oursTimes;
    std::vector<double> peerTimes;
    for (int i = 0; i < repetitions; ++i) {
        oursTimes.push_back(timeOf(ours));
        peerTimes.push_back(timeOf(peer));
    }
    return report(figure, median(oursTimes), median(peerTimes));
}

bool report(const Figure& figure, double ours, double peer)
{
    const double ratio = ours / peer;
    const QJsonObject line{
        {QStringLiteral("name"), figure.name},     {QStringLiteral("workload"), figure.workload},
        {QStringLiteral("ours"), rounded(ours)},   {QStringLiteral("peer"), rounded(peer)},
        {QStringLiteral("ratio"), rounded(ratio)}, {QStringLiteral("goal"), rounded(figure.goal)},
    };
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return ratio <= figure.goal;
}

void keep(const void* value)
{
    asm volatile("" : : "g"(value) : "memory");
}

} // namespace stowage::bench
