// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmFitness.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using namespace std::chrono_literals;

constexpr quint32 TooOften = 3;  // vanished or restarted while it was watched
constexpr Millis TooNew{10min};  // after a start it is not known yet whether it stays
constexpr double TooBusy = 0.95; // share of its processors

// Thousandths at worst, by what speaks against it; their sum is MostReluctance. Half of each where nobody
// told.
constexpr double ForVanishing = 30;
constexpr double ForRestarts = 20;
constexpr double ForYouth = 15;
constexpr double ForLoad = 15;

template <class T, class Badness>
double part(double most, const std::optional<T>& value, Badness badness)
{
    return most * (value ? std::clamp(static_cast<double>(badness(*value)), 0.0, 1.0) : 0.5);
}

double byCount(quint32 count)
{
    return static_cast<double>(count) / TooOften;
}

} // namespace

PrewarmFitness fitnessOf(const PrewarmProblem::Node& node)
{
    switch (node.state) {
    case NodeState::Gone:
        return PrewarmFitness::Gone;
    case NodeState::Unable:
        return PrewarmFitness::Unable;
    case NodeState::Unseen:
        return PrewarmFitness::Unseen;
    case NodeState::Stale:
        return PrewarmFitness::Stale;
    case NodeState::Live:
        break;
    }
    return node.worth.isCordoned.value_or(false) ? PrewarmFitness::Cordoned : PrewarmFitness::Fit;
}

PrewarmFitness fitnessFor(const PrewarmProblem::Node& node, const PrewarmProblem::Target& target)
{
    const PrewarmFitness general = fitnessOf(node);
    if (general != PrewarmFitness::Fit) {
        return general;
    }
    const auto& platform = node.worth.platform;
    if (platform && !target.platform.isEmpty() && *platform != target.platform) {
        return PrewarmFitness::OtherPlatform;
    }
    if (!platform && target.isOneOfSeveral) {
        return PrewarmFitness::PlatformUnknown;
    }
    return PrewarmFitness::Fit;
}

bool isSteady(const NodeWorth& worth)
{
    return worth.vanished.value_or(0) < TooOften && worth.restarts.value_or(0) < TooOften &&
           worth.uptime.value_or(TooNew) >= TooNew && worth.load.value_or(0) < TooBusy;
}

quint32 reluctance(const NodeWorth& worth)
{
    const double sum = part(ForVanishing, worth.vanished, byCount) +
                       part(ForRestarts, worth.restarts, byCount) +
                       part(ForYouth, worth.uptime,
                            [](Millis uptime) { return uptime >= 24h  ? 0.0
                                                       : uptime >= 1h ? 0.3
                                                                      : 1.0; }) +
                       part(ForLoad, worth.load, [](double load) { return load; });
    return static_cast<quint32>(std::lround(sum));
}

} // namespace stowage
