// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/FactGatherer.h"

#include "models/alerts/CertificateBook.h"
#include "models/alerts/NameBook.h"
#include "models/hosts/HostForecasts.h"
#include "models/metrics/baseline/BaselineBook.h"
#include "models/placement/PlacementWatch.h"

#include <algorithm>

namespace stowage {
namespace {

/// Of the GUI thread's time no more than this part goes into it.
constexpr int Part = 50;

} // namespace

FactGatherer::FactGatherer(const FactWorld& world, std::vector<AlertRule> rules, const Clock& clock,
                           QObject* parent)
    : QObject(parent), m_world(world), m_clock(clock), m_kinds(makeFactKinds()), m_engine(std::move(rules)),
      m_startedAt(clock.monotonic())
{
    // What no rule is about need not be read.
    std::erase_if(m_kinds, [this](const std::unique_ptr<FactKind>& kind) {
        return std::ranges::none_of(m_engine.rules(), [&kind](const AlertRule& rule) {
            return rule.facts.kind == kind->schema().kind;
        });
    });
    follow();
    noteChange();
    again();
}

FactGatherer::~FactGatherer() = default;

void FactGatherer::follow()
{
    for (const Fleet* fleet : {m_world.fleet, m_world.live}) {
        if (fleet != nullptr) {
            connect(fleet, &Fleet::changed, this, &FactGatherer::noteChange);
        }
    }
    for (const HostBook* hosts : {m_world.hosts, m_world.liveHosts}) {
        if (hosts != nullptr) {
            connect(hosts, &HostBook::changed, this, &FactGatherer::noteChange);
        }
    }
    if (m_world.forecasts != nullptr) {
        connect(m_world.forecasts, &HostForecasts::changed, this, &FactGatherer::noteChange);
    }
    if (m_world.baselines != nullptr) {
        connect(m_world.baselines, &BaselineBook::changed, this, &FactGatherer::noteChange);
    }
    if (m_world.certificates != nullptr) {
        connect(m_world.certificates, &CertificateBook::changed, this, &FactGatherer::noteChange);
    }
    if (m_world.names != nullptr) {
        connect(m_world.names, &NameBook::changed, this, &FactGatherer::noteChange);
    }
    setPlacement(m_world.placement);
}

void FactGatherer::recall(const std::vector<RecalledAlert>& alerts)
{
    m_isRecalled = true;
    m_engine.recall(alerts);
    noteChange();
}

void FactGatherer::setPlacement(const PlacementWatch* placement)
{
    if (m_world.placement != nullptr) {
        disconnect(m_world.placement, nullptr, this, nullptr);
    }
    m_world.placement = placement;
    if (placement != nullptr) {
        connect(placement, &PlacementWatch::changed, this, &FactGatherer::noteChange);
        noteChange();
    }
}

void FactGatherer::setHeld(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) && !isHeld) {
        noteChange();
    }
}

/// Ages grow, and waits end, though nothing changes.
void FactGatherer::again()
{
    m_clock.after(Again, this, [this] {
        noteChange();
        again();
    });
}

void FactGatherer::noteChange()
{
    m_isOutdated = true;
    if (!m_isGathering) {
        m_isGathering = true;
        m_clock.after(m_pause, this, [this] {
            m_isOutdated = false;
            m_spent = Millis{0};
            gather(0);
        });
    }
}

void FactGatherer::gather(size_t place)
{
    for (; place < m_kinds.size() && isHeld(*m_kinds[place]); ++place) {
        m_facts.hold(m_kinds[place]->schema().kind); // until a round reads it again
    }
    const Millis begun = m_clock.monotonic();
    if (place < m_kinds.size()) {
        read(*m_kinds[place]);
    } else {
        judge();
    }
    m_spent += m_clock.monotonic() - begun;
    if (place < m_kinds.size()) {
        m_clock.after(Millis{0}, this, [this, place] { gather(place + 1); });
        return;
    }
    m_pause = std::max(Pause, Part * m_spent);
    m_isGathering = false;
    if (m_isOutdated) {
        noteChange();
    }
}

void FactGatherer::read(FactKind& kind)
{
    FactTable table(kind.schema());
    kind.gather(m_world, m_clock.now(), table);
    m_facts.put(std::move(table));
}

void FactGatherer::gatherNow()
{
    for (const auto& kind : m_kinds) {
        if (isHeld(*kind)) {
            m_facts.hold(kind->schema().kind);
        } else {
            read(*kind);
        }
    }
    judge();
}

/// One who is silent may know of what nobody else tells of.
bool FactGatherer::isComplete() const
{
    const Fleet* fleet = m_world.fleetNow();
    const bool isAnySilent =
        fleet != nullptr && std::ranges::any_of(fleet->sources(), [](const Source& source) {
            return source.isAlive && (!source.status.settled || source.status.state == Freshness::Unseen ||
                                      source.status.state == Freshness::Offline);
        });
    return !isAnySilent && m_clock.monotonic() - m_startedAt >= Youth;
}

void FactGatherer::judge()
{
    if (!m_isRecalled) {
        return; // what stood before is not known yet: it would seem to begin anew
    }
    m_facts.setComplete(isComplete());
    const bool isChanged = m_engine.evaluate(m_facts, m_clock.now());
    const Millis now = m_clock.monotonic();
    if (isChanged || !m_toldAt || now - *m_toldAt >= Repeated) {
        m_toldAt = now;
        Q_EMIT reported(m_engine.report(), m_engine.doubtful());
    }
}

} // namespace stowage
