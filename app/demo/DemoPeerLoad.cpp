// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeerLoad.h"

#include "app/demo/DemoWorld.h"

#include <cmath>
#include <numbers>

namespace stowage {
namespace {

//                              5 ms  10 ms 25 ms 50 ms 0.1 s 0.25  0.5 s  1 s    2.5 s  5 s    10 s
constexpr DemoShares Quick{0.02, 0.18, 0.55, 0.80, 0.93, 0.985, 0.995, 1, 1, 1, 1, 1};
constexpr DemoShares Slow{0, 0.02, 0.10, 0.25, 0.45, 0.72, 0.88, 0.95, 0.99, 1, 1, 1};
constexpr DemoShares Pulls{0.10, 0.22, 0.40, 0.55, 0.68, 0.82, 0.90, 0.95, 0.985, 0.995, 1, 1};

/// Peers that had begun before the world did.
constexpr double RanBefore = 6 * 3600;
constexpr double Mebi = 1024 * 1024;

/// One node in so many finds peers slowly and often none.
constexpr quint64 OneIn = 17;

/// Spread out by its name, so that it stays the same whatever fleet it is in.
quint64 characterOf(const QByteArray& name)
{
    quint64 character = 0xCBF2'9CE4'8422'2325U; // FNV-1a
    for (const char c : name) {
        character = (character ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3U;
    }
    return character ^ (character >> 29);
}

/// A number of 0 … 1 out of a character, one for each `which`.
double partOf(quint64 character, int which)
{
    return static_cast<double>((character >> (which * 10)) % 1024) / 1023;
}

/// How many requests came in that many seconds: more and fewer in waves, never less than before.
double requestsIn(double seconds, double perSecond, double period)
{
    const double turn = 2 * std::numbers::pi / period;
    return perSecond * (seconds + 0.6 / turn * (1 - std::cos(turn * seconds)));
}

} // namespace

DemoPeerLoad DemoPeerLoad::of(const DemoWorld& world, size_t node)
{
    const DemoNode& peer = world.nodes()[node];
    const quint64 character = characterOf(peer.name);
    const bool isWeak = character % OneIn == 0;
    const bool isFirstProcess = peer.startedAt == Millis{0};
    const double before = isFirstProcess ? RanBefore * (1 + partOf(character, 0)) : 0;
    const double seconds = before + static_cast<double>((world.now() - peer.startedAt).count()) / 1000;
    const double perSecond = 0.4 + 2.6 * partOf(character, 1);
    const double requests = requestsIn(seconds, perSecond, 600 + 900 * partOf(character, 2));
    const double share = isWeak ? 0.55 + 0.1 * partOf(character, 3) : 0.90 + 0.08 * partOf(character, 3);

    DemoPeerLoad load;
    load.hits = std::floor(requests * share);
    load.misses = std::floor(requests * (1 - share));
    load.resolve = isWeak ? &Slow : &Quick;
    load.pulls = &Pulls;
    load.cpuSeconds = std::floor(100 * (0.01 * seconds + 0.004 * requests)) / 100;
    load.memoryBytes = std::floor((42 + 18 * partOf(character, 4)) * Mebi);
    load.receivedBytes = std::floor(requests * 3.1 * Mebi);
    load.sentBytes = std::floor(requests * 2.8 * Mebi);
    load.startedAt = world.beganAt() + peer.startedAt - Millis(static_cast<qint64>(before * 1000));
    load.lastSuccess = load.hits > 0 ? world.beganAt() + world.now() : Timestamp{};
    return load;
}

} // namespace stowage
