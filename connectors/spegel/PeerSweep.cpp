// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerSweep.h"

#include "connectors/spegel/HeadRequest.h"

#include <QRandomGenerator>

namespace stowage {
namespace {

/// Nobody has content of a random digest, short of breaking SHA-256.
Digest impossibleDigest()
{
    std::array<quint32, Digest::Size / sizeof(quint32)> noise{};
    QRandomGenerator::global()->fillRange(noise.data(), noise.size());
    return *Digest::fromBytes(QByteArrayView(reinterpret_cast<const char*>(noise.data()), Digest::Size));
}

/// The end that such an answer leads to when it does not cease.
std::optional<SweepEnd> endBy(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Silent:
        return SweepEnd::Silent;
    case Evidence::Unreachable:
        return SweepEnd::Unreachable;
    case Evidence::Unauthorized:
        return SweepEnd::Refused;
    case Evidence::RateLimited:
        return SweepEnd::Limited;
    case Evidence::ServerFault:
        return SweepEnd::Faulty;
    default:
        return std::nullopt;
    }
}

Evidence evidenceOf(SweepEnd noAnswer)
{
    return noAnswer == SweepEnd::Silent ? Evidence::Silent : Evidence::Unreachable;
}

bool isNoAnswer(SweepEnd end)
{
    return end == SweepEnd::Silent || end == SweepEnd::Unreachable;
}

} // namespace

PeerSweep::PeerSweep(HttpEngine& engine, std::shared_ptr<SweepCommons> commons, QString node, QObject* parent)
    : QObject(parent), m_engine(engine), m_commons(std::move(commons)), m_node(std::move(node)),
      m_question(localHead(m_commons->deadline)), m_cells(*m_commons)
{
    m_question.gistOf = &headGist;
    if (m_commons->lister != nullptr) {
        connect(m_commons->lister, &ContentLister::listed, this, &PeerSweep::takeList);
        connect(m_commons->lister, &ContentLister::failed, this, &PeerSweep::takeListFailure);
    }
}

PeerSweep::~PeerSweep()
{
    callOff();
    m_cells.endLife();
}

void PeerSweep::begin(EndpointId endpoint, Worth worth)
{
    callOff();
    m_endpoint = endpoint;
    m_cells.endLife();
    tell(m_cells.unaskable());
    demandAll(worth, true);
}

void PeerSweep::stop()
{
    callOff();
    m_endpoint.reset();
    m_cells.endLife();
    m_isRoundOpen = false;
    m_brokenBy.reset();
    QMetaObject::invokeMethod(this, &PeerSweep::drained, Qt::QueuedConnection);
}

bool PeerSweep::isOpen() const
{
    return isOn() && !(m_brokenBy && isNoAnswer(*m_brokenBy));
}

void PeerSweep::demandAll(Worth worth, bool isAnew)
{
    m_isTrusted = m_isListBroken = false;
    m_brokenBy.reset();
    m_isRoundOpen = true;
    m_wrongLength.reset();
    m_inARow = 0;
    m_cells.beginRound(worth, isAnew);
    Q_EMIT begun();
    tellStanding();
}

void PeerSweep::demandRisk(const std::vector<Index>& indexes)
{
    m_cells.demandRisk(indexes);
    Q_EMIT ready();
}

void PeerSweep::follow(const ContentBook::Change& change)
{
    m_cells.follow(change);
    if (isOn()) {
        tell(m_cells.unaskable(change.added));
        tellStanding();
    }
}

Worth PeerSweep::worth()
{
    const bool hasRoom = m_underWay <= m_commons->window / 2;
    if (!isOn() || m_brokenBy || m_canary || m_isListing || !hasRoom) {
        return Worth::None;
    }
    return m_cells.worth();
}

size_t PeerSweep::grant(size_t most)
{
    if (m_commons->lister != nullptr && !m_isListBroken && m_commons->lister->canList(m_node)) {
        list();
        return 0;
    }
    if (!m_isTrusted) {
        sendCanary();
        return 1;
    }
    const size_t cells = std::min({most, (m_commons->window + 1) / 2, m_cells.left()});
    sendChunk(cells);
    return cells;
}

void PeerSweep::sendChunk(size_t cells)
{
    const quint64 id = ++m_lastChunk;
    Chunk& chunk = m_chunks[id];
    std::vector<HttpRequest> requests;
    requests.reserve(cells);
    chunk.cells.reserve(cells);
    while (chunk.cells.size() < cells) {
        chunk.cells.push_back(*m_cells.take());
        requests.push_back(m_question);
        requests.back().target = m_commons->book.at(chunk.cells.back().index).target;
    }
    chunk.left = cells;
    m_underWay += cells;
    m_commons->requests += cells;
    chunk.batch = m_engine.sendBatch(*m_endpoint, std::move(requests), this);
    connect(chunk.batch, &HttpBatch::results, this,
            [this, id](const std::vector<BatchItem>& items) { take(id, items); });
    connect(chunk.batch, &HttpBatch::finished, this, [this, id] { takeEnd(id); });
}

void PeerSweep::take(quint64 id, const std::vector<BatchItem>& items)
{
    Chunk& chunk = m_chunks.at(id);
    chunk.left -= items.size();
    m_underWay -= items.size();
    std::vector<Sighting> sightings;
    sightings.reserve(items.size());
    std::optional<SweepEnd> end;
    for (const BatchItem& item : items) {
        NodeCells::Cell& cell = chunk.cells[item.index];
        const auto sighting = judge(cell, item.result);
        if (!sighting) {
            continue;
        }
        cell.digest = {};
        sightings.push_back(*sighting);
        if (isHopeless(sighting->evidence)) {
            end = endBy(sighting->evidence);
        }
    }
    const bool isOver = chunk.left == 0;
    tell(sightings);
    if (end) {
        breakOff(*end);
    } else if (isOver) {
        Q_EMIT ready();
    }
}

std::optional<Sighting> PeerSweep::judge(const NodeCells::Cell& cell, const HttpResult& result)
{
    if (!result && result.error().kind == ErrorKind::Cancelled) {
        return std::nullopt; // says nothing of the node
    }
    const HeadVerdict verdict = judgeGist(cell.bytes, result);
    if (!m_cells.note(cell, verdict)) {
        return std::nullopt;
    }
    ++m_commons->answers;
    if (verdict.evidence == Evidence::SizeMismatch && !m_wrongLength) {
        m_wrongLength = WrongLength{cell.digest, cell.bytes, result->gist.number};
    }
    return Sighting{cell.digest, verdict.presence, verdict.evidence};
}

void PeerSweep::takeEnd(quint64 id)
{
    const auto chunk = m_chunks.find(id);
    m_underWay -= chunk->second.left;
    m_chunks.erase(chunk);
    tellStanding();
}

bool PeerSweep::isHopeless(Evidence evidence)
{
    m_inARow = evidence == m_last ? m_inARow + 1 : 1;
    m_last = evidence;
    const auto end = endBy(evidence);
    return end && m_inARow >= (isNoAnswer(*end) ? m_commons->silences : m_commons->refusals);
}

void PeerSweep::sendCanary()
{
    if (m_canary || !isOn()) {
        return;
    }
    const auto some = m_commons->book.askable().from(0);
    if (!some) { // nothing is wanted: nothing could hang or lie
        QMetaObject::invokeMethod(this, &PeerSweep::answered, Qt::QueuedConnection);
        return;
    }
    WantedContent impossible = m_commons->book.at(*some).wanted;
    impossible.digest = impossibleDigest();
    impossible.kind = ContentKind::Layer;
    impossible.bytes = 0;
    ++m_commons->requests;
    m_canary = m_engine.send(*m_endpoint, localHead(impossible, m_commons->deadline), this);
    connect(m_canary, &HttpCall::finished, this, [this, impossible](const HttpResult& result) {
        takeCanary(judgeHead(impossible, result), result.has_value());
    });
}

void PeerSweep::takeCanary(HeadVerdict verdict, bool isAnswer)
{
    m_canary.clear();
    if (verdict.presence == Presence::Held) {
        breakOff(SweepEnd::Disbelieved);
        return;
    }
    m_isTrusted = true; // what is wrong otherwise, the cells will tell
    if (isAnswer) {
        Q_EMIT answered();
    } else if (isHopeless(verdict.evidence)) {
        breakOff(*endBy(verdict.evidence));
        return;
    }
    Q_EMIT ready();
}

void PeerSweep::list()
{
    m_isListing = true;
    m_commons->lister->list(m_node);
}

void PeerSweep::takeList(const QString& node, const std::vector<ListedContent>& content)
{
    if (node != m_node || !std::exchange(m_isListing, false)) {
        return;
    }
    tell(m_cells.noteList(content));
    Q_EMIT answered();
    tellStanding();
}

void PeerSweep::takeListFailure(const QString& node)
{
    if (node == m_node && std::exchange(m_isListing, false)) {
        m_isListBroken = true;
        Q_EMIT ready();
    }
}

void PeerSweep::tell(const std::vector<Sighting>& sightings)
{
    if (!sightings.empty()) {
        Q_EMIT sighted(sightings);
    }
}

/// The node is asked no further until its next round. Where each further question would have had the same
/// answer, all have it.
void PeerSweep::breakOff(SweepEnd end)
{
    callOff();
    if (end == SweepEnd::Refused) {
        tell(m_cells.noteRest({Presence::Unknown, Evidence::Unauthorized}));
    } else if (end == SweepEnd::Disbelieved) {
        tell(m_cells.noteAll({Presence::Unknown, Evidence::SaysYesToAll}));
    }
    m_cells.endRound();
    m_isRoundOpen = false;
    m_brokenBy = end;
    Q_EMIT broken(end);
}

void PeerSweep::callOff()
{
    for (const auto& [id, chunk] : std::exchange(m_chunks, {})) {
        chunk.batch->disconnect(this);
        chunk.batch->cancel();
        for (const NodeCells::Cell& cell : chunk.cells) {
            m_cells.giveBack(cell);
        }
    }
    if (m_canary) {
        m_canary->disconnect(this);
        m_canary->cancel();
        m_canary.clear();
    }
    m_isListing = false;
    m_underWay = 0;
    m_inARow = 0;
}

/// Ready for a turn, or done.
void PeerSweep::tellStanding()
{
    if (!isOn() || isBusy()) {
        return;
    }
    if (m_cells.left() > 0) {
        Q_EMIT ready();
        return;
    }
    if (std::exchange(m_isRoundOpen, false)) {
        // What is shorter than our patience is judged by all of its answers.
        for (const SweepEnd end : {SweepEnd::Silent, SweepEnd::Unreachable}) {
            if (m_cells.wasNothingBut(evidenceOf(end))) {
                breakOff(end);
                return;
            }
        }
        m_cells.endRound();
    }
    Q_EMIT drained();
}

} // namespace stowage
