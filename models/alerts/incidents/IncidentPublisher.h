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
    explicit IncidentPublisher(FoldState state) : m_state(std::move(state)) {}

    /// Brings the incidents up to a state; only groups that have changed are looked into.
    IncidentChanges update(const FoldState& state, Timestamp now);

    /// Impact grows with age. Those whose impact has.
    IncidentChanges age(Timestamp now);

    std::span<const Incident> incidents() const { return m_incidents; }
    /// What the incidents were made of. The engine may be folding anew by now.
    const FoldState& state() const { return m_state; }

    /// By any of its ids, see PersonActs::groupOf(); null when there is none.
    const Incident* find(QStringView id) const;
    const Incident* ofAlert(TextKey alert) const;

private:
    const Incident* ofId(const QString& id) const;
    const Incident* ofGroup(quint32 group) const;
    struct Shown
    {
        quint64 version = 0;
        QString id;
        double impact = 0; ///< without its age
    };

    void show(Incident incident, IncidentChanges& changes);
    void finish(IncidentChanges& changes);

    FoldState m_state;
    std::vector<Incident> m_incidents;
    QHash<QString, size_t> m_rows;
    QHash<quint32, Shown> m_shown; ///< by group
};

} // namespace stowage
