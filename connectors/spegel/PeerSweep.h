// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/spegel/NodeCells.h"
#include "models/fleet/NodeObservation.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <memory>

namespace stowage {

/// Why a node is asked no further.
enum class SweepEnd : quint8
{
    Silent,      ///< HEADs stay without an answer
    Unreachable, ///< no connection
    Refused,     ///< 401 or 403 to everything
    Limited,     ///< 429 to everything
    Faulty,      ///< 5xx to everything
    Disbelieved, ///< it claims to hold what cannot exist
};

/// What a HEAD said of a piece of content that has another size than its manifest says.
struct WrongLength
{
    Digest digest;
    qint64 wanted = 0;
    qint64 told = 0;
};

/// One node's part of the sweep: what it is still to be asked, what is under way, what came of it. It sends
/// nothing by itself: Sweeper deals out the turns.
///
/// Before the first cell of a round it is asked for a digest that cannot exist. Who holds that is asked no
/// further, and all of its cells are unknown.
class PeerSweep : public QObject
{
    Q_OBJECT

public:
    using Index = ContentBook::Index;

    PeerSweep(HttpEngine& engine, std::shared_ptr<SweepCommons> commons, QString node,
              QObject* parent = nullptr);
    ~PeerSweep() override;

    const QString& node() const { return m_node; }

    /// The node lives: it may be asked at this endpoint, and is asked for everything.
    void begin(EndpointId endpoint, Worth worth);
    /// It does not any more. What is under way is called off, what it held no longer counts.
    void stop();
    bool isOn() const { return m_endpoint.has_value(); }
    /// Whether another round has a chance: not while it gives no answers.
    bool isOpen() const;

    /// A full round: everything once more, and trust to be won anew. Nothing counts as asked before it when
    /// `isAnew`.
    void demandAll(Worth worth, bool isAnew);
    /// A small round: cells at risk, and those whose question came to nothing last time.
    void demandRisk(const std::vector<Index>& indexes);
    /// The inventory changed.
    void follow(const ContentBook::Change& change);

    /// What it would be asked next; None when there is nothing, no room, or its turn waits for a canary.
    Worth worth();
    /// Something is under way.
    bool isBusy() const { return !m_chunks.empty() || m_canary || m_isListing; }
    /// Sends up to `most`; how many requests that were.
    size_t grant(size_t most);
    /// One canary to a node that was asked no further: answered() when it says anything at all.
    void sendCanary();

    const NodeCells& cells() const { return m_cells; }
    /// Of all that is to be asked in this round.
    size_t cellsLeft() const { return m_brokenBy ? 0 : m_cells.left() + m_underWay; }
    /// An example of the newest round.
    const std::optional<WrongLength>& wrongLength() const { return m_wrongLength; }

Q_SIGNALS:
    /// It was asked for everything.
    void begun();
    void sighted(const std::vector<stowage::Sighting>& sightings);
    /// It has room, or something to ask.
    void ready();
    /// Nothing is left to ask, and nothing under way.
    void drained();
    /// Ended by its answers; demandAll() goes on.
    void broken(stowage::SweepEnd end);
    void answered();

private:
    /// What was sent at once.
    struct Chunk
    {
        HttpBatch* batch = nullptr;
        std::vector<NodeCells::Cell> cells; ///< without digest once answered
        size_t left = 0;
    };

    void sendChunk(size_t cells);
    void take(quint64 id, const std::vector<BatchItem>& items);
    void takeEnd(quint64 id);
    std::optional<Sighting> judge(const NodeCells::Cell& cell, const HttpResult& result);
    bool isHopeless(Evidence evidence);
    void takeCanary(HeadVerdict verdict, bool isAnswer);
    void list();
    void takeList(const QString& node, const std::vector<ListedContent>& content);
    void takeListFailure(const QString& node);
    void tell(const std::vector<Sighting>& sightings);
    void breakOff(SweepEnd end);
    void callOff();
    void tellStanding();

    HttpEngine& m_engine;
    std::shared_ptr<SweepCommons> m_commons;
    QString m_node;
    HttpRequest m_question;
    NodeCells m_cells;

    std::optional<EndpointId> m_endpoint; ///< while it is on
    bool m_isRoundOpen = false;           ///< a full round was begun and did not end yet
    bool m_isTrusted = false;             ///< in this round
    std::optional<SweepEnd> m_brokenBy;   ///< asked no further in this round
    QPointer<HttpCall> m_canary;          ///< while it is out
    bool m_isListing = false;
    bool m_isListBroken = false; ///< in this round: HEADs instead
    std::map<quint64, Chunk> m_chunks;
    quint64 m_lastChunk = 0;
    size_t m_underWay = 0;
    std::optional<WrongLength> m_wrongLength;
    Evidence m_last = Evidence::NotAsked;
    quint32 m_inARow = 0;
};

} // namespace stowage
