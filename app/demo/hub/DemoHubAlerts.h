// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/hub/DemoHubRecords.h"

#include <QHash>

#include <deque>
#include <functional>
#include <optional>

namespace stowage {

/// What one user of the simulated hub wants to be told of one system.
struct DemoHubAlert
{
    QByteArray id;
    QByteArray user;
    QByteArray system; ///< id
    const char* name = "";
    double limit = 0;
    int minutes = 1;
    bool isTriggered = false;
    Millis created{0}; ///< on the world's clock
    Millis updated{0};
    bool isJudged = false;                  ///< isTriggered, a moment before it is written down
    Millis outageFrom = -Millis::max() / 2; ///< of Status: the last outage that triggered it
};

/// An alert's turn in the hub's history.
struct DemoHubTurn
{
    QByteArray id;
    size_t alert = 0;
    Millis began{0};
    std::optional<Millis> ended;
};

/// The alerts of the simulated hub, judged as Beszel does: each user's by itself, a threshold by the mean of
/// its minutes, at each sample, without hysteresis; a system's state some minutes after its agent is lost.
/// What is triggered stays so while the system is down. Of a user's history 200 turns are kept once there
/// are more than 250.
///
/// The same world gives the same turns, however finely or coarsely time is advanced.
class DemoHubAlerts
{
public:
    /// The account that signs in has this id; others have alerts of their own.
    static constexpr char User[] = "mbfbtyvovgnwd0y";
    static constexpr size_t TrimAbove = 250;
    static constexpr size_t TrimTo = 200;

    /// A change of record: "alerts" or "alerts_history", action, and the record.
    using Tell =
        std::function<void(const QByteArray& topic, const QByteArray& action, const QByteArray& record)>;

    DemoHubAlerts(const DemoHubRecords& records, const std::vector<DemoSystem>& systems);

    /// Judges all that has happened until then. The systems are those of the beginning, in their order, or
    /// fewer.
    void advance(const std::vector<DemoSystem>& systems, Millis now, const Tell& tell);

    const std::vector<DemoHubAlert>& alerts() const { return m_alerts; }
    const std::deque<DemoHubTurn>& turns() const { return m_turns; }
    /// How often an alert was triggered so far, each user's counted: messages that the hub has sent.
    int messages() const { return m_messages; }

    QByteArray alert(const DemoHubAlert& alert) const;
    QByteArray turn(const DemoHubTurn& turn) const;
    QByteArray quietHours() const;

private:
    struct Sampled
    {
        Millis at{0};
        DemoMachineLoad load;
    };

    struct Watched
    {
        QByteArray system; ///< id
        DemoMachine machine;
        std::vector<size_t> alerts;
        std::deque<Sampled> recent;
        Millis next{0};   ///< sample
        Millis minute{0}; ///< what the hub takes for one: less where ninety minutes pass in ninety seconds
    };

    struct Change
    {
        Millis at{0};
        size_t alert = 0;
        bool isTriggered = false;
    };

    void watch(const DemoSystem& system, bool isByAll);
    void judgeState(const Watched& watched, const DemoSystem& system, Millis now,
                    std::vector<Change>& changes);
    void judgeLoad(Watched& watched, const DemoSystem& system, Millis now, std::vector<Change>& changes);
    static std::optional<double> meanOf(const Watched& watched, const DemoHubAlert& alert);
    void apply(const Change& change, const Tell& tell);
    void trim(const QByteArray& user);

    const DemoHubRecords& m_records;
    std::vector<Watched> m_watched;
    std::vector<DemoHubAlert> m_alerts;
    std::deque<DemoHubTurn> m_turns;     ///< the oldest first
    QHash<QByteArray, size_t> m_turnsOf; ///< by user
    int m_messages = 0;
};

} // namespace stowage
