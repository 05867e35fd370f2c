// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAlertEpisodes.h"
#include "connectors/beszel/HubAlertValues.h"
#include "connectors/beszel/HubPage.h"
#include "models/alerts/AlertReport.h"
#include "models/hosts/HostObservation.h"

#include <QHash>
#include <QSet>

namespace stowage {

/// The alerts of a hub, brought from one a user to one a (system, name): it stands while any user's copy is
/// triggered. What stands is what `alerts` says; `alerts_history` only tells since when, until when, and what
/// was before.
///
/// Plain values without time of their own; all times are the hub's.
class HubAlerts
{
public:
    /// `url` is where the hub shows itself; links to its systems are made of it.
    explicit HubAlerts(const QByteArray& url);

    /// Whose records the hub shows us. When it becomes another's, what only the one before had is no longer
    /// told of: unknown, and not ended.
    void takeUser(const QString& user);

    void takeHost(const HostObservation& host);
    void removeHost(const QString& system);
    void takeSamples(const std::vector<SampleBatch>& batches) { m_values.take(batches); }

    /// An alert of the whole list, the reading of which `began` then: what was told after that by the stream
    /// is newer. After the last one the list is ended: what it lacks does not stand, or, where some of it
    /// could not be read, is unknown.
    void takeListed(const HubAlert& alert, Timestamp now, Timestamp began);
    void endList(const QSet<QString>& listed, Timestamp began, bool isWhole = true);
    void takeQuietHours(std::vector<HubQuietHours> quiet);

    void take(const HubAlert& alert, HubAction action, Timestamp now);
    void take(const HubAlertTurn& turn);
    void leaveOut(quint32 records) { m_leftOut += records; }

    /// Whether a list without any would be a surprise.
    bool stands() const { return m_standing > 0; }

    /// What differs from what was told before; all that stands after a whole list. Of much that changed at
    /// once only a part: then there is more to tell.
    AlertReport news(Timestamp now);
    /// There is something to tell.
    bool hasNews() const { return !m_changed.isEmpty(); }

private:
    /// A record that is older than the known one by more is no race, but a hub whose clock was set back. What
    /// is ahead of its clock by less is so because we know that clock to the second at best.
    static constexpr std::chrono::minutes Race{2};

    struct Entry
    {
        QHash<QString, HubAlert> copies; ///< by id; those that were triggered since we are here
        HubAlertEpisodes episodes;
        std::optional<AlertObservation> told; ///< while it stands
        QStringList lost;                     ///< copies that were triggered, and are no more
    };

    using Key = std::pair<QString, QString>; ///< system, name

    struct System
    {
        QString name;
        HostState state = HostState::Unseen;
        bool isDuplicate = false;
    };

    Entry& entryOf(const QString& system, const QString& name);
    void update(const HubAlert& alert, Timestamp now, Timestamp asked);
    bool isUnread(const Key& key, const QSet<QString>& listed, Timestamp began) const;
    void drop(const QString& id, Timestamp seenAt);
    bool endsBetween(const Key& key, Entry& entry, Timestamp now, AlertReport& report);
    void judge(const Key& key, Entry& entry, Timestamp now, AlertReport& report);
    Timestamp beganAt(const Entry& entry, Timestamp now) const;
    AlertObservation standing(const Key& key, const Entry& entry, Timestamp now) const;
    static AlertObservation ended(AlertObservation told, const Entry& entry, Timestamp now);
    void tellPast(const Key& key, Entry& entry, Timestamp now, AlertReport& report) const;
    AlertObservation draft(const Key& key, std::optional<double> limit, double minutes) const;
    QSet<Key> takeChanged();
    void forgetRemoved();
    void tellSilences(Timestamp now, AlertReport& report);

    struct Seen
    {
        Key key;
        Timestamp at{}; ///< when we learned of it
    };

    QByteArray m_url;
    QString m_user;
    QSet<QString> m_formerUsers;
    QHash<Key, Entry> m_entries;
    QHash<QString, Seen> m_copies;         ///< where each copy lies, by id
    QHash<QString, QSet<QString>> m_names; ///< by system
    QHash<QString, Timestamp> m_deleted; ///< copies that the stream has told to be gone, until the next list
    QHash<QString, System> m_systems;
    HubAlertValues m_values;
    QSet<Key> m_changed;
    QSet<QString> m_removed; ///< systems
    QSet<Key> m_unseen;      ///< stood by the word of another user, who is no longer asked
    QSet<Key> m_unread;      ///< stood, and nothing that could be read of the latest list says otherwise
    std::optional<std::vector<HubQuietHours>> m_quiet;
    std::optional<std::vector<AlertSilence>> m_toldSilences;
    qsizetype m_standing = 0; ///< copies that are triggered
    quint64 m_leftOut = 0;
    bool m_isWholeDue = false;
    bool m_isPartial = false; ///< of the latest list something could not be read
};

} // namespace stowage
