// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/spegel/SweepTally.h"
#include "models/fleet/NodeObservation.h"
#include "models/ports/Inventory.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace stowage {

/// The inventory as all peers share it.
using WantedList = std::shared_ptr<const std::vector<WantedContent>>;

/// How a round over the inventory ended.
enum class SweepEnd : quint8
{
    Complete,
    Silent,      ///< broken off: HEADs stay without an answer
    Unreachable, ///< broken off: no connection
};

/// One node, one round over a list of content at a time.
class PeerSweep : public QObject
{
    Q_OBJECT

public:
    struct Rules
    {
        QStringList namespaces;
        Millis deadline;
        quint32 patience; ///< silent, or unreachable, answers in a row that end a round
    };

    PeerSweep(HttpEngine& engine, EndpointId endpoint, Rules rules, QObject* parent = nullptr);

    /// Begins a round; one that runs is called off first. `finished` comes once, never from within begin().
    void begin(WantedList wanted);

    /// Calls the round off: neither `sighted` nor `finished` comes any more for it.
    void cancel();

    bool isRunning() const { return m_isRunning; }
    const SweepTally& tally() const { return m_tally; } ///< of the round that runs, else of the last

    /// Whether the node may be asked for this at all.
    bool isAskable(const WantedContent& wanted) const;

Q_SIGNALS:
    void sighted(const std::vector<stowage::Sighting>& sightings);
    void finished(stowage::SweepEnd end);

private:
    std::vector<HttpRequest> plan(std::vector<Sighting>& unasked);
    void take(const std::vector<BatchItem>& items);
    bool isHopeless(Evidence evidence);
    void finishAsEvidence();
    void end(SweepEnd how);

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    Rules m_rules;
    WantedList m_wanted;
    std::vector<size_t> m_asked; ///< request index to index in m_wanted
    QPointer<HttpBatch> m_batch;
    SweepTally m_tally;
    Evidence m_last = Evidence::NotAsked;
    quint32 m_inARow = 0;
    quint64 m_round = 0;
    bool m_isRunning = false;
};

} // namespace stowage
