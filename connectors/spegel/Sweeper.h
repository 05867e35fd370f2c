// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/spegel/PeerSweep.h"
#include "connectors/spegel/SweepRate.h"
#include "models/fleet/SweepReport.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <set>

namespace stowage {

/// When rounds begin, and how much may go out in all.
struct SweepPlan
{
    Budget node;                 ///< of each; its rate is kept by the engine
    Budget total;                ///< of all together
    Millis fullEvery{30'000};    ///< from when most nodes are through to the next full round
    Millis smallEvery{10'000};   ///< between small rounds; 0: none
    size_t mostInSmallRound{64}; ///< cells at risk that each node is asked for
};

/// Deals out turns among the nodes: who has the cell that is most worth asking goes first, and once begun a
/// node goes on while nobody has better, so that its connections are used and then left alone.
///
/// A full round asks every node for everything. A node that hangs, or is slow, holds nobody up: the next
/// round begins when most are through, and finds those as they are. Small rounds between ask for layers with
/// one copy, or none left, and for what came to nothing.
class Sweeper : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives it.
    Sweeper(const Clock& clock, std::shared_ptr<SweepCommons> commons, const SweepPlan& plan,
            QObject* parent = nullptr);

    /// Takes a node in; it leaves by being destroyed.
    void add(PeerSweep* sweep);

    /// Takes the inventory to what is wanted now. Whether anything changed.
    bool follow(const std::vector<WantedContent>& wanted);

    /// Everything is asked for anew, now.
    void restart();

    /// Nothing more goes out until it goes on; what is under way comes back.
    void setPaused(bool isPaused);

    SweepReport report() const;
    /// Measures the rate; to be called about twice a second.
    void measure();

private:
    void deal();
    void dealSoon();
    PeerSweep* best() const;
    size_t slots() const;

    void join(PeerSweep* sweep);
    void leave(PeerSweep* sweep);
    void beginFull();
    void endFull();
    void scheduleFull();
    void scheduleSmall();
    void beginSmall();
    std::vector<ContentBook::Index> atRisk();

    const Clock& m_clock;
    std::shared_ptr<SweepCommons> m_commons;
    SweepPlan m_plan;
    SweepRate m_rate; ///< of all
    std::vector<PeerSweep*> m_sweeps;
    std::set<PeerSweep*> m_active; ///< with something under way
    bool m_isDealing = false;      ///< a deal() is queued
    bool m_isWaiting = false;      ///< for the total rate
    bool m_isPaused = false;

    std::set<PeerSweep*> m_members; ///< of the full round, not through yet
    size_t m_joined = 0;
    std::optional<SweepRound> m_round; ///< under way
    std::optional<SweepRound> m_lastRound;
    Millis m_roundBegan{0};
    quint64 m_fullTicket = 0; ///< only the newest scheduled round happens
    bool m_isFullScheduled = false;
    bool m_isSmallScheduled = false;
    ContentBook::Index m_riskCursor = 0;

    Millis m_measuredAt{0};
    quint64 m_requestsThen = 0;
    double m_perSecond = 0;
};

} // namespace stowage
