// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/notify/Notification.h"
#include "models/alerts/notify/QuietWatch.h"

#include <QHash>

#include <optional>
#include <span>

namespace stowage {

/// Says which words an incident is worth: the first, a change of its severity, nobody's for too long, over.
/// Remembers what was said of each, so that nothing is said twice, and that nothing is said of the end of
/// what nobody was told of. A plain value.
class NotificationJudge
{
public:
    explicit NotificationJudge(NotificationRules rules) : m_rules(std::move(rules)) {}

    /// What earlier runs have told: the log's NotificationSent events, in their order. What they told of is
    /// not told again.
    void restore(std::span<const AlertEvent> sent);

    /// What to say of this incident now, if anything.
    std::optional<Notification> judge(const Incident& incident, Timestamp now);

    /// What a way to people is told that has had no word of an incident that the others were told of.
    /// Nothing: it is not worth one now, or was not told to anybody.
    std::optional<Notification> late(const Incident& incident, Timestamp now) const;

    /// The incidents that somebody was told of.
    QStringList told() const { return m_told.keys(); }

    /// When an incident is worth another look though nothing happens to it: it becomes too long unowned, its
    /// mute or the quiet hours end. None: never.
    std::optional<Timestamp> dueAt(const Incident& incident, Timestamp now) const;

    /// An incident is known by another id now, or went into another: what was told of it was told of that.
    void rename(const QString& from, const QString& to);

    /// An incident that is no more in the book.
    void forget(const QString& incident) { m_told.remove(incident); }

    const NotificationRules& rules() const { return m_rules; }

private:
    struct Told
    {
        AlertSeverity severity = AlertSeverity::Info;
        Timestamp since{}; ///< the first word: from here on it may be nobody's for too long
        quint32 reopened = 0;
        quint32 turns = 0; ///< changes of severity since, that were told
        bool isUnownedTold = false;
        bool isResolvedTold = false;
    };

    void restoreOne(const AlertEvent& sent);
    bool isHeld(const Incident& incident, Timestamp now) const;
    bool isUnownedDue(const Incident& incident, const Told& told, Timestamp now) const;
    Notification notice(NotificationKind kind, const Incident& incident, Timestamp now,
                        quint32 turn = 0) const;

    NotificationRules m_rules;
    mutable QuietWatch m_quiet;
    QHash<QString, Told> m_told; ///< by incident
};

} // namespace stowage
