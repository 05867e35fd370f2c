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
    if (m_world.fleet != nullptr) {
        connect(m_world.fleet, &Fleet::changed, this, &FactGatherer::noteChange);
    }
    if (m_world.sources != nullptr) {
        connect(m_world.sources, &Fleet::changed, this, &FactGatherer::noteChange);
    }
    if (m_world.hosts != nullptr) {
        connect(m_world.hosts, &HostBook::changed, this, &FactGatherer::noteChange);
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

bool FactGatherer::isYoung() const
{
    return m_clock.monotonic() - m_startedAt < Youth ||
           std::ranges::any_of(m_kinds, [this](const std::unique_ptr<FactKind>& kind) {
               const FactTable* table = m_facts.find(kind->schema().kind);
               return table == nullptr || !table->isKnown();
           });
}

void FactGatherer::judge()
{
    const bool isChanged = m_engine.evaluate(m_facts, m_clock.now());
    const bool isYoungNow = isYoung();
    const Millis now = m_clock.monotonic();
    const bool isDue =
        !m_toldAt || now - *m_toldAt >= Repeated || std::exchange(m_wasYoung, isYoungNow) != isYoungNow;
    if (isChanged || isDue) {
        m_toldAt = now;
        AlertReport report = m_engine.report();
        report.isYoung = isYoungNow;
        Q_EMIT reported(report);
    }
}

} // namespace stowage
