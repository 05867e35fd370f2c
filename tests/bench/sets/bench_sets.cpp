// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 9 of the performance goals: the placement sets of 5,000 nodes and 20,000 layers with 10 M presences.
// What is measured against is one pass of memcpy over the same cells as plain bitmaps, and the limits that
// the goal names: 16 ms for a what-if, 2.5 bytes a presence; and 50 ms for what the GUI thread does at once.
#include "models/placement/PlacementCoverage.h"
#include "models/placement/PlacementFindings.h"
#include "models/placement/SmallestBreak.h"
#include "models/placement/WhatIf.h"
#include "tests/bench/Bench.h"
#include "tests/bench/sets/BigFleet.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <random>

using namespace stowage;
using bench::BigFleet;

namespace {

const QString Workload = QStringLiteral("5,000 nodes x 20,000 layers, 10 M presences");

double medianMs(int repetitions, const std::function<void()>& run)
{
    std::vector<double> times;
    for (int i = 0; i <= repetitions; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        run();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    times.erase(times.begin()); // the first warms up
    std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2));
    return times[times.size() / 2];
}

size_t allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// Bytes that the allocator gave for the sets, heads and slack included.
bool memory(const BigFleet& fleet, const char* name, const char* what)
{
    const size_t before = allocated();
    const PresenceSets sets = fleet.sets();
    const auto given = static_cast<double>(allocated() - before);
    const QString workload = Workload + QLatin1String(what);
    bench::report({QLatin1String(name) + QStringLiteral(".told"),
                   workload + QStringLiteral(": bytesUsed(); malloc"), 1.1},
                  static_cast<double>(sets.bytesUsed()), given);
    return bench::report(
        {QLatin1String(name), workload + QStringLiteral(": bytes a presence by malloc; limit 2.5"), 1},
        given / static_cast<double>(fleet.presences()), 2.5);
}

/// The goal's own limit, and the same against a pass of memcpy.
bool within(const char* name, const char* what, double limitMs, int repetitions,
            const std::function<void()>& run)
{
    const double ms = medianMs(repetitions, run);
    return bench::report(
        {QStringLiteral("placement.sets.") + QString::fromLatin1(name),
         Workload + QStringLiteral(": %1; limit %2 ms").arg(QLatin1String(what)).arg(limitMs), 1},
        ms, limitMs);
}

/// What a sweep of 40,000 answers a second brings between two change sets, each on another node, while a
/// reader holds the last map: rows are copied as they are written to, and the map takes over the new ones.
bool follow(const PresenceSets& sets)
{
    PresenceSets live = sets;
    PresenceSets shown = live;
    std::mt19937 random(3);
    return within("follow", "4,000 answers on as many nodes, and a map that follows", 50, 21, [&] {
        for (uint32_t node = 0; node < 4'000; ++node) {
            const CellStep step{{static_cast<uint32_t>(random() % BigFleet::Layers)},
                                random() % 2 == 0 ? Presence::Held : Presence::Absent};
            live.apply({node}, {&step, 1});
        }
        shown = live;
    });
}

/// All nodes vanish at once, as when our own network fails, and come back.
bool vanish(const PresenceSets& sets)
{
    PresenceSets live = sets;
    bool counts = true;
    return within("vanish", "all nodes cease to count, or begin", 50, 20, [&] {
        counts = !counts;
        for (uint32_t node = 0; node < BigFleet::Nodes; ++node) {
            live.setCounting({node}, counts);
        }
    });
}

} // namespace

int main()
{
    const BigFleet fleet(0);
    bool met = memory(fleet, "placement.sets.memory", "");
    memory(BigFleet(1), "placement.sets.memory.holes", ", one cell in a hundred unknown");

    const std::vector<quint64> plain = fleet.bitmaps();
    std::vector<quint64> copy(plain.size());
    const auto pass = [&] {
        std::memcpy(copy.data(), plain.data(), plain.size() * sizeof(quint64));
        bench::keep(copy.data());
    };
    const PlacementMap map = fleet.map(fleet.sets());
    LossSet node{{NodeId{17}}};
    LossSet zone{map.nodesInZone(3)};
    LossSet half;
    for (uint32_t id = 0; id < BigFleet::Nodes; id += 2) {
        half.nodes.push_back({id});
    }
    const auto lose = [&map](const LossSet& loss) {
        return [&map, &loss] {
            const WhatIf result = whatIf(map, loss);
            bench::keep(&result);
        };
    };
    const PlacementPolicies policies{{3, 2}, {}, {}, {}};

    // How they stand to a pass over the bitmaps; the goal has no number for these.
    bench::compare(
        {QStringLiteral("placement.sets.build"), Workload + QStringLiteral("; memcpy of the bitmaps"), 200},
        5,
        [&] {
            const PresenceSets sets = fleet.sets();
            bench::keep(&sets);
        },
        pass);
    bench::compare(
        {QStringLiteral("placement.sets.singles"),
         Workload + QStringLiteral(": layers with one holder; memcpy of the bitmaps"), 1},
        51,
        [&] {
            const Roaring singles = map.singles();
            bench::keep(&singles);
        },
        pass);
    bench::compare({QStringLiteral("placement.sets.whatif.memcpy"),
                    Workload + QStringLiteral(": lose a node; memcpy of the bitmaps"), 1},
                   51, lose(node), pass);

    met = within("whatif.node", "lose a node", 16, 51, lose(node)) && met;
    met = within("whatif.zone", "lose a zone of 417 nodes", 16, 21, lose(zone)) && met;
    met = within("whatif.half", "lose 2,500 nodes", 50, 11, lose(half)) && met;
    met = follow(map.sets()) && met;
    met = vanish(map.sets()) && met;
    within("smallestBreak", "of one image", 16, 51, [&map] {
        const SmallestBreak found = smallestBreak(map, {7});
        bench::keep(&found);
    });
    // These go over everything, and are for another thread than the GUI's.
    within("coverage", "copies and zones of all layers", 50, 11, [&] {
        const PlacementCoverage coverage = coverageOf(map, policies);
        bench::keep(&coverage);
    });
    within("findings", "all findings", 1000, 5, [&] {
        const auto findings = placementFindings(map, policies, {});
        bench::keep(&findings);
    });
    return met ? 0 : 1;
}
