// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"
#include "models/alerts/incidents/IncidentChanges.h"

#include <functional>
#include <optional>
#include <span>

namespace stowage {

/// An alert as it is now, by Alert::key; null when it is forgotten.
using PresentAlert = std::function<const Alert*(const QString& key)>;

/// Incidents as everybody sees them, made from the groups of a state: in order, in words, and told what has
/// changed.
class IncidentPublisher
{
public:
    explicit IncidentPublisher(FoldState state) : m_state(std::move(state)) {}

    /// What alerts say now goes before what their latest event said, see IncidentBook::setPresent().
    void setPresent(PresentAlert present) { m_present = std::move(present); }
    /// Whether its incident is to be shown anew, for it says what is not shown yet.
    bool touch(const Alert& alert);

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

    std::optional<IncidentGroup> asTheyAreNow(quint32 number, const IncidentGroup& group);
    void show(Incident incident, IncidentChanges& changes);
    void finish(IncidentChanges& changes);

    FoldState m_state;
    std::vector<Incident> m_incidents;
    QHash<QString, size_t> m_rows;
    QHash<quint32, Shown> m_shown; ///< by group
    PresentAlert m_present;
    QHash<TextKey, size_t> m_said; ///< by alert: a hash of what it says, where no event may have said so
    QSet<quint32> m_stale;         ///< groups with such
};

} // namespace stowage
