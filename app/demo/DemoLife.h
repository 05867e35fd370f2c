// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoRandom.h"
#include "app/demo/DemoScenario.h"

#include <array>
#include <deque>

namespace stowage {

/// Lets a world live by a scenario: the same world, scenario and seed give the same life, however finely or
/// coarsely time is advanced. What grows is bounded: the oldest push is collected everywhere when there are
/// too many.
class DemoLife
{
public:
    /// The world must outlive its life. The scenario's steps at 0 are taken at once.
    DemoLife(DemoWorld& world, DemoScenario scenario, quint64 seed);

    /// Everything that falls due until then, in order. Nodes whose state or identity changed, in the order
    /// of the changes.
    std::vector<size_t> advance(Millis now);

private:
    /// What a push brought that nothing else uses: manifest, config, top layer.
    using Pushed = std::array<size_t, 3>;

    Millis nextDue() const;
    void happen(Millis at);
    void changeContent();
    void pullPushed();
    void gainOrLose();
    void push();
    void pushOn(const DemoRepository& repository, const QByteArray& tag, const DemoTag& parent);
    void outage();
    void restart();
    size_t crowd() const;
    void setState(size_t node, DemoNodeState state);
    std::vector<size_t> liveNodes() const;

    DemoWorld& m_world;
    DemoScenario m_scenario;
    DemoRandom m_random;
    size_t m_step = 0;   ///< of the script
    Millis m_content{0}; ///< when the next is due
    Millis m_push{0};
    Millis m_outage{0};
    Millis m_restart{0};
    size_t m_pushes = 0;
    std::deque<Pushed> m_pushed;
    std::vector<size_t> m_pulling; ///< nodes that will pull the newest image, the next one last
    std::vector<size_t> m_changed;
};

} // namespace stowage
