// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerSweep.h"

#include "connectors/spegel/HeadRequest.h"
#include "connectors/spegel/HeadVerdict.h"
#include "models/fleet/ReferenceGrammar.h"

namespace stowage {

PeerSweep::PeerSweep(HttpEngine& engine, EndpointId endpoint, Rules rules, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_rules(std::move(rules))
{
}

void PeerSweep::begin(WantedList wanted)
{
    cancel();
    m_isRunning = true;
    m_wanted = std::move(wanted);
    m_tally = {};
    m_last = Evidence::NotAsked;
    m_inARow = 0;

    std::vector<Sighting> unasked;
    std::vector<HttpRequest> requests = plan(unasked);
    if (requests.empty()) {
        QMetaObject::invokeMethod(
            this,
            [this, round = m_round] {
                if (round == m_round) {
                    end(SweepEnd::Complete);
                }
            },
            Qt::QueuedConnection);
    } else {
        m_batch = m_engine.sendBatch(m_endpoint, std::move(requests), this);
        connect(m_batch, &HttpBatch::results, this, &PeerSweep::take);
        connect(m_batch, &HttpBatch::finished, this, &PeerSweep::finishAsEvidence);
    }
    if (!unasked.empty()) {
        Q_EMIT sighted(unasked);
    }
}

void PeerSweep::cancel()
{
    ++m_round;
    m_isRunning = false;
    if (m_batch) {
        m_batch->disconnect(this);
        m_batch->cancel();
        m_batch.clear();
    }
}

bool PeerSweep::isAskable(const WantedContent& wanted) const
{
    return m_rules.namespaces.contains(wanted.registryNamespace) &&
           isRepositoryName(wanted.repository.toUtf8());
}

std::vector<HttpRequest> PeerSweep::plan(std::vector<Sighting>& unasked)
{
    m_asked.clear();
    std::vector<HttpRequest> requests;
    requests.reserve(m_wanted->size());
    for (size_t i = 0; i < m_wanted->size(); ++i) {
        const WantedContent& wanted = (*m_wanted)[i];
        if (isAskable(wanted)) {
            requests.push_back(localHead(wanted, m_rules.deadline));
            m_asked.push_back(i);
            continue;
        }
        const bool isMirrored = m_rules.namespaces.contains(wanted.registryNamespace);
        const Evidence evidence = isMirrored ? Evidence::NotAsked : Evidence::NamespaceNotAsked;
        unasked.push_back({wanted.digest, Presence::Unknown, evidence});
        m_tally.add(evidence);
    }
    return requests;
}

void PeerSweep::take(const std::vector<BatchItem>& items)
{
    std::vector<Sighting> sightings;
    sightings.reserve(items.size());
    bool goOn = true;
    for (const BatchItem& item : items) {
        if (!item.result && item.result.error().kind == ErrorKind::Cancelled) {
            continue; // says nothing of the node
        }
        const WantedContent& wanted = (*m_wanted)[m_asked[item.index]];
        const HeadVerdict verdict = judgeHead(wanted, item.result);
        sightings.push_back({wanted.digest, verdict.presence, verdict.evidence});
        m_tally.add(verdict.evidence);
        goOn = !isHopeless(verdict.evidence) && goOn;
    }
    const quint64 round = m_round;
    if (!sightings.empty()) {
        Q_EMIT sighted(sightings);
    }
    if (!goOn && round == m_round) {
        end(m_last == Evidence::Silent ? SweepEnd::Silent : SweepEnd::Unreachable);
    }
}

bool PeerSweep::isHopeless(Evidence evidence)
{
    m_inARow = evidence == m_last ? m_inARow + 1 : 1;
    m_last = evidence;
    return (evidence == Evidence::Silent || evidence == Evidence::Unreachable) &&
           m_inARow >= m_rules.patience;
}

/// A list shorter than our patience is judged by all of its answers.
void PeerSweep::finishAsEvidence()
{
    m_batch.clear(); // it deletes itself
    const quint32 asked = static_cast<quint32>(m_asked.size());
    if (m_tally.count(Evidence::Silent) == asked) {
        end(SweepEnd::Silent);
    } else if (m_tally.count(Evidence::Unreachable) == asked) {
        end(SweepEnd::Unreachable);
    } else {
        end(SweepEnd::Complete);
    }
}

void PeerSweep::end(SweepEnd how)
{
    cancel();
    Q_EMIT finished(how);
}

} // namespace stowage
