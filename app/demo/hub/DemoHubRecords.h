// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/load/DemoMachineLoad.h"
#include "models/core/Time.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace stowage {

class DemoWorld;

/// A tier of a hub's history.
struct DemoHubTier
{
    const char* type;
    std::chrono::minutes span;
    std::chrono::minutes kept;
};

inline constexpr std::array demoHubTiers{
    DemoHubTier{"1m", std::chrono::minutes{1}, std::chrono::hours{1}},
    DemoHubTier{"10m", std::chrono::minutes{10}, std::chrono::hours{12}},
    DemoHubTier{"20m", std::chrono::minutes{20}, std::chrono::hours{24}},
    DemoHubTier{"120m", std::chrono::minutes{120}, std::chrono::hours{24 * 7}},
    DemoHubTier{"480m", std::chrono::minutes{480}, std::chrono::hours{24 * 30}},
};

/// From `from` to before `to`, on the world's clock: an agent that did not answer.
struct DemoOutage
{
    Millis from{0};
    Millis to{0};
};

/// A system as the simulated hub knows it.
struct DemoSystem
{
    QByteArray id; ///< 15 characters
    DemoMachine machine;
    QByteArray status = "up";
    Millis created{0};
    Millis updated{0};
    Millis phase{0};     ///< of its samples within a minute
    qint64 told = 0;     ///< number of the last sample
    bool isTwin = false; ///< a record that the machine has left behind: down for good
    std::vector<DemoOutage> outages;
    std::vector<DemoOutage> silences; ///< of them, those that its trouble brings: known beforehand
};

/// A record of a stats collection before it is written out.
struct DemoStatsKey
{
    size_t system = 0;
    size_t tier = 0;
    qint64 number = 0; ///< of the span, from the beginning of the world

    bool operator==(const DemoStatsKey&) const = default;
};

/// The records of the simulated hub, written as Beszel 0.18.8 writes them. All are functions of the world's
/// time, so that the past exists without having been lived.
class DemoHubRecords
{
public:
    explicit DemoHubRecords(const DemoWorld& world);

    /// Fifteen characters, the same for the same text.
    static QByteArray idOf(const QByteArray& text);
    static QByteArray timeText(Timestamp at);
    Timestamp timeOf(Millis at) const;

    /// When a machine's agent is silent though nothing is gone.
    static std::vector<DemoOutage> silences(const DemoMachine& machine);

    /// The systems of the world's machines, and one record left behind.
    std::vector<DemoSystem> systems() const;

    QByteArray system(const DemoSystem& system) const;
    QByteArray details(const DemoSystem& system) const;
    std::vector<QByteArray> containers(const DemoSystem& system) const;
    std::vector<QByteArray> services(const DemoSystem& system) const;

    /// Whether the hub has that record: the agent answered in its span, and it is still kept.
    static bool exists(const DemoSystem& system, const DemoStatsKey& key, Millis now);
    static Millis momentOf(const DemoSystem& system, const DemoStatsKey& key);
    /// The numbers of the first and last span that may exist now.
    static std::pair<qint64, qint64> numbers(const DemoSystem& system, size_t tier, Millis now);
    static QByteArray statsId(const DemoSystem& system, const DemoStatsKey& key, bool isOfContainers);
    QByteArray systemStats(const DemoSystem& system, const DemoStatsKey& key) const;
    QByteArray containerStats(const DemoSystem& system, const DemoStatsKey& key) const;

private:
    QByteArray statsRecord(const DemoSystem& system, const DemoStatsKey& key, bool isOfContainers,
                           const QByteArray& stats) const;

    const DemoWorld& m_world;
};

} // namespace stowage
