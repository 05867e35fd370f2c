// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoLife.h"

#include "app/demo/DemoImages.h"
#include "app/demo/DemoPeerId.h"
#include "app/demo/DemoWorldBuilder.h"

#include <algorithm>
#include <array>

namespace stowage {

namespace {

constexpr Millis Never = Millis::max();
constexpr size_t MaxPushed = 6;

/// Layers with fewer copies are the stage's furniture: they neither spread nor vanish by chance.
constexpr size_t CommonCopies = 4;

/// What befalls one node of the demonstration befalls one in so many of a larger fleet.
constexpr size_t NodesInCrowd = 48;

constexpr qint64 Mebi = qint64{1} << 20;

/// Repositories that get new versions, and the one whose tag moves instead.
constexpr std::array<const char*, 3> Growing{"team/api", "team/cart", "team/search"};
constexpr const char* Moving = "infra/agent";
constexpr size_t MoveEvery = 3; ///< pushes

Millis first(Millis period)
{
    return period > Millis{0} ? period : Never;
}

/// "1.1" becomes "1.2".
QByteArray nextVersion(const QByteArray& tag)
{
    const qsizetype dot = tag.lastIndexOf('.');
    return tag.first(dot + 1) + QByteArray::number(tag.sliced(dot + 1).toInt() + 1);
}

} // namespace

DemoLife::DemoLife(DemoWorld& world, DemoScenario scenario, quint64 seed)
    : m_world(world), m_scenario(std::move(scenario)), m_random(seed),
      m_content(first(m_scenario.contentEvery)), m_push(first(m_scenario.pushEvery)),
      m_outage(first(m_scenario.outageEvery)), m_restart(first(m_scenario.restartEvery))
{
    advance(Millis{0});
    m_changed.clear();
}

std::vector<size_t> DemoLife::advance(Millis now)
{
    m_changed.clear();
    if (m_world.nodes().empty()) {
        return {};
    }
    for (Millis due = nextDue(); due <= now; due = nextDue()) {
        happen(due);
    }
    m_world.setNow(now);
    return m_changed;
}

Millis DemoLife::nextDue() const
{
    const Millis step = m_step < m_scenario.script.size() ? m_scenario.script[m_step].at : Never;
    return std::min({step, m_content, m_push, m_outage, m_restart});
}

void DemoLife::happen(Millis at)
{
    m_world.setNow(at);
    if (m_step < m_scenario.script.size() && m_scenario.script[m_step].at == at) {
        const DemoStep& step = m_scenario.script[m_step++];
        setState(nodeAt(m_world, step.node), step.state);
    } else if (m_outage == at) {
        m_outage += m_scenario.outageEvery;
        outage();
    } else if (m_restart == at) {
        m_restart += m_scenario.restartEvery;
        restart();
    } else if (m_push == at) {
        m_push += m_scenario.pushEvery;
        push();
    } else {
        m_content += m_scenario.contentEvery;
        for (size_t i = 0; i < crowd(); ++i) {
            changeContent();
        }
    }
}

void DemoLife::changeContent()
{
    if (m_pulling.empty()) {
        gainOrLose();
    } else {
        pullPushed();
    }
}

void DemoLife::pullPushed()
{
    const size_t node = m_pulling.back();
    m_pulling.pop_back();
    if (m_pushed.empty() || m_world.nodes()[node].state != DemoNodeState::Live) {
        return;
    }
    for (const size_t content : m_world.withParts(m_pushed.back().front())) {
        m_world.setHeld(node, content, true);
    }
}

void DemoLife::gainOrLose()
{
    const auto live = liveNodes();
    if (live.empty()) {
        return;
    }
    const size_t node = live[m_random.below(live.size())];
    const bool gains = m_random.percent(50);
    std::vector<size_t> candidates;
    for (size_t content = 0; content < m_world.content().size(); ++content) {
        if (m_world.content()[content].kind == ContentKind::Layer && m_world.holds(node, content) != gains &&
            m_world.copies(content) >= CommonCopies) {
            candidates.push_back(content);
        }
    }
    if (!candidates.empty()) {
        m_world.setHeld(node, candidates[m_random.below(candidates.size())], gains);
    }
}

void DemoLife::push()
{
    const bool moves = m_pushes % MoveEvery == MoveEvery - 1;
    const size_t versions = m_pushes - m_pushes / MoveEvery;
    const char* name = moves ? Moving : Growing[versions % Growing.size()];
    ++m_pushes;
    const DemoRepository* repository = m_world.findRepository(name);
    if (repository == nullptr || repository->tags.empty()) {
        return;
    }
    const DemoTag parent = repository->tags.back();
    pushOn(*repository, moves ? parent.name : nextVersion(parent.name), parent);
}

void DemoLife::pushOn(const DemoRepository& repository, const QByteArray& tag, const DemoTag& parent)
{
    const DemoContent& old = m_world.content()[parent.target];
    if (old.kind != ContentKind::Manifest || old.parts.size() < 2) {
        return;
    }
    // The top layer is built anew, the ones below are shared.
    const QByteArray name = repository.name;
    const QByteArray label =
        name + ':' + tag + " push " + QByteArray::number(static_cast<qulonglong>(m_pushes));
    std::vector<size_t> layers(old.parts.begin() + 1, old.parts.end() - 1);
    const size_t top = addDemoLayer(m_world, label, (60 + static_cast<qint64>(m_random.below(600))) * Mebi);
    layers.push_back(top);
    const size_t manifest = addDemoManifest(m_world, label, "amd64", layers);
    pushDemoImage(m_world, name, tag, manifest);

    m_pushed.push_back({manifest, m_world.content()[manifest].parts.front(), top});
    if (m_pushed.size() > MaxPushed) {
        for (const size_t content : m_pushed.front()) {
            m_world.retire(content);
        }
        m_pushed.pop_front();
    }
    m_pulling = liveNodes();
    for (size_t i = m_pulling.size(); i > 1; --i) {
        std::swap(m_pulling[i - 1], m_pulling[m_random.below(i)]);
    }
    m_pulling.resize(m_pulling.size() / 4 + 1);
}

void DemoLife::outage()
{
    auto live = liveNodes();
    for (size_t node = 0; node < m_world.nodes().size(); ++node) {
        if (m_world.nodes()[node].state == DemoNodeState::Gone) {
            setState(node, DemoNodeState::Live);
        }
    }
    for (size_t left = crowd(); left > 0 && live.size() > 1; --left) {
        std::swap(live[m_random.below(live.size())], live.back());
        setState(live.back(), DemoNodeState::Gone);
        live.pop_back();
    }
}

void DemoLife::restart()
{
    const auto live = liveNodes();
    if (!live.empty()) {
        const size_t node = live[m_random.below(live.size())];
        m_world.restart(node, demoPeerId(m_random));
        m_changed.push_back(node);
    }
}

/// In how many places things happen at once.
size_t DemoLife::crowd() const
{
    return std::max<size_t>(1, m_world.nodes().size() / NodesInCrowd);
}

void DemoLife::setState(size_t node, DemoNodeState state)
{
    m_world.setState(node, state);
    m_changed.push_back(node);
}

std::vector<size_t> DemoLife::liveNodes() const
{
    std::vector<size_t> live;
    for (size_t node = 0; node < m_world.nodes().size(); ++node) {
        if (m_world.nodes()[node].state == DemoNodeState::Live) {
            live.push_back(node);
        }
    }
    return live;
}

} // namespace stowage
