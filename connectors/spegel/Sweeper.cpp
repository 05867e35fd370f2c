// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/Sweeper.h"

#include <algorithm>

namespace stowage {

Sweeper::Sweeper(const Clock& clock, std::shared_ptr<SweepCommons> commons, const SweepPlan& plan,
                 QObject* parent)
    : QObject(parent), m_clock(clock), m_commons(std::move(commons)), m_plan(plan),
      m_rate(plan.total.requestsPerSecond), m_measuredAt(clock.monotonic())
{
}

void Sweeper::add(PeerSweep* sweep)
{
    m_sweeps.push_back(sweep);
    connect(sweep, &PeerSweep::begun, this, [this, sweep] { join(sweep); });
    connect(sweep, &PeerSweep::ready, this, &Sweeper::dealSoon);
    connect(sweep, &PeerSweep::broken, this, [this, sweep] { leave(sweep); });
    connect(sweep, &PeerSweep::drained, this, [this, sweep] {
        if (sweep->cellsLeft() == 0 && !sweep->isBusy()) {
            leave(sweep);
        }
    });
    connect(sweep, &QObject::destroyed, this, [this, sweep] {
        std::erase(m_sweeps, sweep);
        m_active.erase(sweep);
        leave(sweep);
    });
}

bool Sweeper::follow(const std::vector<WantedContent>& wanted)
{
    const ContentBook::Change change = m_commons->book.update(wanted);
    if (change.isEmpty()) {
        return false;
    }
    for (PeerSweep* sweep : m_sweeps) {
        sweep->follow(change);
        if (sweep->isOpen() && sweep->cellsLeft() > 0) {
            join(sweep); // asking for what is new is a round too: the first one always is
        }
    }
    for (const ContentBook::Index index : change.removed) {
        m_commons->copies.forget(index);
    }
    return true;
}

void Sweeper::restart()
{
    ++m_fullTicket;
    m_isFullScheduled = false;
    for (PeerSweep* sweep : m_sweeps) {
        if (sweep->isOpen()) {
            sweep->demandAll(Worth::Old, true);
        }
    }
}

void Sweeper::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    dealSoon();
}

void Sweeper::dealSoon()
{
    if (!std::exchange(m_isDealing, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isDealing = false;
                deal();
            },
            Qt::QueuedConnection);
    }
}

void Sweeper::deal()
{
    std::erase_if(m_active, [](const PeerSweep* sweep) { return !sweep->isBusy(); });
    while (!m_isPaused && !m_isWaiting) {
        const Millis wait = m_rate.wait(m_clock.monotonic());
        if (wait > Millis{0}) {
            m_isWaiting = true;
            m_clock.after(wait, this, [this] {
                m_isWaiting = false;
                deal();
            });
            return;
        }
        PeerSweep* next = best();
        if (next == nullptr) {
            return;
        }
        m_rate.spend(next->grant(m_commons->window), m_clock.monotonic());
        m_active.insert(next);
    }
}

/// Those that are at it go before others of the same worth. While all slots are taken nobody new begins, but
/// who has less worth than somebody who waits gets nothing more, and so makes room.
PeerSweep* Sweeper::best() const
{
    PeerSweep* best = nullptr;
    std::pair<Worth, bool> rank{Worth::None, true};
    for (PeerSweep* sweep : m_sweeps) {
        const std::pair own{sweep->worth(), m_active.contains(sweep)};
        if (own.first > Worth::None && (best == nullptr || own > rank)) {
            best = sweep;
            rank = own;
        }
    }
    const bool mayBegin = m_active.size() < slots();
    return best != nullptr && (rank.second || mayBegin) ? best : nullptr;
}

size_t Sweeper::slots() const
{
    const int each = std::max(1, m_plan.node.connections);
    return static_cast<size_t>(std::max(1, m_plan.total.connections / each));
}

void Sweeper::join(PeerSweep* sweep)
{
    if (!m_round) {
        // Counted from here on: endFull() takes the difference.
        m_round = SweepRound{m_commons->answers, m_commons->requests, m_clock.now(), Millis{0}};
        m_roundBegan = m_clock.monotonic();
        m_joined = 0;
    }
    m_joined += m_members.insert(sweep).second ? 1 : 0;
}

void Sweeper::leave(PeerSweep* sweep)
{
    dealSoon();
    if (m_members.erase(sweep) == 0) {
        return;
    }
    if (2 * m_members.size() < m_joined && !m_isFullScheduled) {
        scheduleFull();
    }
    if (m_members.empty()) {
        endFull();
    }
}

void Sweeper::scheduleFull()
{
    m_isFullScheduled = true;
    m_clock.after(m_plan.fullEvery, this, [this, ticket = ++m_fullTicket] {
        if (ticket == m_fullTicket) {
            m_isFullScheduled = false;
            beginFull();
        }
    });
}

void Sweeper::beginFull()
{
    if (m_round) {
        endFull(); // of the stragglers, who go on with all others
    }
    for (PeerSweep* sweep : m_sweeps) {
        if (sweep->isOpen()) {
            sweep->demandAll(Worth::Old, false);
        }
    }
}

void Sweeper::endFull()
{
    SweepRound round = *std::exchange(m_round, {});
    round.cells = m_commons->answers - round.cells;
    round.requests = m_commons->requests - round.requests;
    round.took = m_clock.monotonic() - m_roundBegan;
    m_members.clear();
    if (round.requests > 0) {
        m_lastRound = round;
    }
    if (!m_isSmallScheduled && m_plan.smallEvery > Millis{0}) {
        m_isSmallScheduled = true;
        scheduleSmall();
    }
}

void Sweeper::scheduleSmall()
{
    m_clock.after(m_plan.smallEvery, this, [this] {
        m_isSmallScheduled = !m_round;
        if (m_isSmallScheduled) { // else the round that runs asks for everything anyway
            beginSmall();
            scheduleSmall();
        }
    });
}

void Sweeper::beginSmall()
{
    const std::vector<ContentBook::Index> risk = atRisk();
    for (PeerSweep* sweep : m_sweeps) {
        if (sweep->isOpen()) {
            sweep->demandRisk(risk);
        }
    }
}

/// What was lost altogether first; of the rest those that had no turn last time.
std::vector<ContentBook::Index> Sweeper::atRisk()
{
    std::vector<ContentBook::Index> risk;
    const auto answering =
        std::count_if(m_sweeps.begin(), m_sweeps.end(), [](const PeerSweep* sweep) { return sweep->isOn(); });
    if (answering < 2) {
        return risk; // one copy is all there can be
    }
    const auto add = [&](const IndexSet& these, ContentBook::Index begin) {
        for (auto next = these.from(begin); next && risk.size() < m_plan.mostInSmallRound;
             next = these.from(*next + 1)) {
            risk.push_back(*next);
        }
    };
    add(m_commons->copies.lost(), 0);
    const IndexSet& single = m_commons->copies.single();
    add(single, single.from(m_riskCursor) ? m_riskCursor : 0);
    m_riskCursor = risk.empty() ? 0 : risk.back() + 1;
    return risk;
}

SweepReport Sweeper::report() const
{
    SweepReport report;
    report.last = m_lastRound;
    if (m_round) {
        report.startedAt = m_round->startedAt;
        report.cellsDone = m_commons->answers - m_round->cells;
        report.cellsTotal = report.cellsDone;
        for (const PeerSweep* sweep : m_sweeps) {
            report.cellsTotal += sweep->cellsLeft();
        }
    }
    report.ratePerSecond = m_perSecond;
    report.requests = m_commons->requests;
    report.nodesAsked = static_cast<quint32>(std::count_if(
        m_active.begin(), m_active.end(), [](const PeerSweep* sweep) { return sweep->isBusy(); }));
    report.isPaused = m_isPaused;
    return report;
}

void Sweeper::measure()
{
    const Millis now = m_clock.monotonic();
    const Millis span = now - m_measuredAt;
    if (span <= Millis{0}) {
        return;
    }
    const quint64 sent = m_commons->requests - std::exchange(m_requestsThen, m_commons->requests);
    m_perSecond = 1'000.0 * static_cast<double>(sent) / static_cast<double>(span.count());
    m_measuredAt = now;
}

} // namespace stowage
