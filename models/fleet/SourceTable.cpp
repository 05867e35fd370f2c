// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/SourceTable.h"

#include <algorithm>

namespace stowage {
namespace {

/// A connector that has not been answered since its start knows less than we do: what was last known stays,
/// dated.
void keepLastKnown(SourceStatus& status, const SourceStatus& known)
{
    status.lastAnswer = known.lastAnswer;
    if (status.identity.isEmpty()) {
        status.identity = known.identity;
    }
    if (status.version.isEmpty()) {
        status.version = known.version;
    }
    if (status.capabilities.isEmpty()) {
        status.capabilities = known.capabilities;
    }
    if (!status.coverage) {
        status.coverage = known.coverage;
    }
}

} // namespace

bool SourceTable::admit(const QString& name, quint64 generation, SourceId& id)
{
    id = m_names.intern(name);
    if (id.value == m_sources.size()) {
        m_changes.sources.touch(id, false);
        Source source;
        source.id = id;
        source.isAlive = true;
        source.status.id = name;
        m_sources.push_back(std::move(source));
        m_claims.push_back(Freshness::Unseen);
    }
    Source& source = m_sources[id.value];
    if (generation < source.generation) {
        return false;
    }
    if (generation > source.generation) {
        m_changes.sources.touch(id, true);
        source.generation = generation;
    }
    return true;
}

void SourceTable::tell(SourceId id, const SourceStatus& status, bool isRestored, Timestamp now)
{
    Source& source = m_sources[id.value];
    SourceStatus next = status;
    next.id = source.status.id;
    next.lastAnswer = std::min(next.lastAnswer, now);
    if (isRestored) {
        if (next.lastAnswer < source.status.lastAnswer) {
            return;
        }
        next.settled = false;
        next.progress.clear();
    } else if (next.lastAnswer == Timestamp{}) {
        keepLastKnown(next, source.status);
    }
    m_claims[id.value] = isRestored ? Freshness::Unseen : status.state;
    std::swap(source.status, next);
    source.status.state = judged(id, now);
    if (source.status != next) {
        m_changes.sources.touch(id, true);
    }
}

void SourceTable::judge(Timestamp now)
{
    for (Source& source : m_sources) {
        const Freshness state = judged(source.id, now);
        if (state != source.status.state) {
            m_changes.sources.touch(source.id, true);
            source.status.state = state;
        }
    }
}

const FreshnessLimits& SourceTable::limits(SourceId id) const
{
    static const FreshnessLimits usual;
    return id.value < m_sources.size() ? m_sources[id.value].status.limits : usual;
}

Freshness SourceTable::judged(SourceId id, Timestamp now) const
{
    const SourceStatus& status = m_sources[id.value].status;
    const Freshness claim = m_claims[id.value];
    const Freshness byAge = stowage::judge(status.lastAnswer, now, status.limits);
    if (claim == Freshness::Offline) {
        return claim;
    }
    // Live needs both: an answer that is young enough, and a connector that says it was answered since its
    // start.
    return byAge == Freshness::Live && claim != Freshness::Live ? Freshness::Stale : byAge;
}

} // namespace stowage
