// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentFold.h"

#include <QSet>

#include <deque>
#include <span>

namespace stowage {

/// Makes incidents of events that come in any order: folds them in the order in which they happened. A plain
/// value without signals or clock.
///
/// Turns of the last IncidentRules::lateness are kept, with a few earlier states among them. One that comes
/// late goes to its place, and what stands after it is folded again from the state before it. What comes
/// later than that is folded where the events are now, dated as it is.
class IncidentEngine
{
public:
    explicit IncidentEngine(IncidentRules rules = {});

    /// Puts events in their places; folds nothing yet. What is there already, by AlertEvent::uid, is passed
    /// over.
    void take(std::span<const AlertEvent> events);

    /// It is this time now; before work(), and now and then. What a clock told that ran ahead, and was set
    /// back, is dated now: else all that comes would be late, and nothing be forgotten, until that time.
    void setTime(Timestamp now);

    /// Folds at most so many turns. True when none wait.
    bool work(size_t turns);
    bool isUpToDate() const { return m_folded == m_tail.size(); }

    /// As of the turns folded: to be shown only when it is up to date.
    const FoldState& state() const { return m_state; }
    const IncidentRules& rules() const { return *m_rules; }

    /// Keys of the alerts that stand, those among them that wait to be folded.
    QSet<QString> openAlerts() const;

    quint64 upTo() const { return m_upTo; } ///< the largest AlertEvent::number taken

private:
    friend class IncidentCodec;

    /// A state to go back to: all of the tail before `folded` is in it.
    struct Saved
    {
        size_t folded = 0;
        FoldState state;
    };

    std::vector<IncidentTurn> turnsOf(std::span<const AlertEvent> events);
    bool isNew(TextKey uid);
    void insert(std::vector<IncidentTurn> turns);
    void goBackTo(size_t folded);
    void save();
    void settle();

    std::shared_ptr<const IncidentRules> m_rules;
    JoiningNames m_joining;
    FoldState m_state;
    std::vector<Saved> m_saved; ///< the first at 0, by `folded`
    std::vector<IncidentTurn> m_tail;
    size_t m_folded = 0;
    std::optional<IncidentTurn> m_floor; ///< the last that can no longer be folded anew
    Timestamp m_newest{};
    quint64 m_upTo = 0;
    QSet<TextKey> m_known; ///< uids, the latest
    std::deque<TextKey> m_knownOrder;
    QHash<TextKey, MemberFactsPtr> m_facts; ///< by alert, its latest: most turns tell nothing new
    Timestamp m_forgotAt{};
};

} // namespace stowage
