// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeCollector.h"
#include "models/fleet/Source.h"

#include <span>
#include <vector>

namespace stowage {

/// The sources and their states, judged by what they say of themselves and by the age of their last answer.
class SourceTable
{
public:
    explicit SourceTable(ChangeCollector& changes) : m_changes(changes) {}

    /// The source of this name, entered when it is new. False when the generation is older than its newest.
    bool admit(const QString& name, quint64 generation, SourceId& id);

    /// Takes a connector's status; `isRestored` when it comes from disk and so proves nothing about now.
    void tell(SourceId id, const SourceStatus& status, bool isRestored, Timestamp now);

    void judge(Timestamp now);

    const FreshnessLimits& limits(SourceId id) const;
    std::optional<SourceId> find(const QString& name) const { return m_names.find(name); }
    std::span<const Source> all() const { return m_sources; }

private:
    Freshness judged(SourceId id, Timestamp now) const;

    ChangeCollector& m_changes;
    Interner<SourceTag> m_names;
    std::vector<Source> m_sources;
    std::vector<Freshness>
        m_claims; ///< what each connector says of itself; Unseen while only disk has spoken
};

} // namespace stowage
