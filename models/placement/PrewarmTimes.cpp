// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmTimes.h"

#include "models/core/Bytes.h"

#include <algorithm>
#include <unordered_map>

namespace stowage {
namespace {

/// What passes through each end of the network in one wave.
struct Traffic
{
    std::unordered_map<quint32, qint64> in;       ///< by node
    std::unordered_map<quint32, qint64> out;      ///< by holder
    std::unordered_map<QString, qint64> upstream; ///< by registry
};

template <class Map>
qint64 most(const Map& bytes)
{
    qint64 most = 0;
    for (const auto& [end, passed] : bytes) {
        most = std::max(most, passed);
    }
    return most;
}

void add(Traffic& traffic, const PrewarmProblem& problem, const PrewarmMove& move)
{
    for (const PrewarmMove::Supply& supply : move.supplies) {
        qint64& source = supply.holder ? traffic.out[*supply.holder]
                                       : traffic.upstream[problem.targets[move.target].image.source];
        for (const quint32 piece : supply.pieces) {
            const qint64 bytes = problem.pieces[piece].bytes;
            source = addBytes(source, bytes);
            traffic.in[move.node] = addBytes(traffic.in[move.node], bytes);
        }
    }
}

Millis timeFor(qint64 bytes, qint64 bytesPerSecond)
{
    const double seconds = static_cast<double>(bytes) / static_cast<double>(bytesPerSecond);
    return Millis{static_cast<qint64>(std::min(seconds * 1000, 1e15))};
}

} // namespace

std::vector<Millis> waveTimes(const PrewarmProblem& problem, std::span<const PrewarmMove> moves)
{
    std::vector<Traffic> waves;
    for (const PrewarmMove& move : moves) {
        if (waves.size() < move.wave) {
            waves.resize(move.wave);
        }
        add(waves[move.wave - 1], problem, move);
    }
    const qint64 peer = problem.rates.peerBytesPerSecond.value_or(AssumedPeerBytesPerSecond);
    const qint64 upstream = problem.rates.upstreamBytesPerSecond.value_or(AssumedUpstreamBytesPerSecond);
    std::vector<Millis> times;
    times.reserve(waves.size());
    for (const Traffic& wave : waves) {
        times.push_back(std::max({timeFor(most(wave.in), peer), timeFor(most(wave.out), peer),
                                  timeFor(most(wave.upstream), upstream)}));
    }
    return times;
}

} // namespace stowage
