// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"
#include "models/alerts/incidents/IncidentChanges.h"

#include <span>

namespace stowage {

/// Incidents as everybody sees them, made from the groups of a state: in order, in words, and told what has
/// changed.
class IncidentPublisher
{
public:
    /// Brings the incidents up to a state; only groups that have changed are looked into.
    IncidentChanges update(const FoldState& state, Timestamp now);

    /// Impact grows with age. Those whose impact has.
    IncidentChanges age(const FoldState& state, Timestamp now);

    std::span<const Incident> incidents() const { return m_incidents; }
    /// By its very id; null when there is none.
    const Incident* find(const QString& id) const;
    /// By the number of its group.
    const Incident* find(quint32 group) const;

private:
    struct Shown
    {
        quint64 version = 0;
        QString id;
        double impact = 0; ///< without its age
    };

    void show(Incident incident, IncidentChanges& changes);
    void finish(IncidentChanges& changes);

    std::vector<Incident> m_incidents;
    QHash<QString, size_t> m_rows;
    QHash<quint32, Shown> m_shown; ///< by group
};

} // namespace stowage
