// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAlertRows.h"

#include <QStringList>

#include <vector>

namespace stowage {

/// From when to when an alert stood, over all users' copies of it: turns that overlap are one episode, which
/// begins with the first and ends with the last. What was told once is not told again, however often the
/// hub's history is read, and whatever of it the hub has thrown away by then.
class HubAlertEpisodes
{
public:
    struct Episode
    {
        Timestamp from{};
        Timestamp to{};
        std::optional<double> limit; ///< of its first turn
    };

    /// False when it is known as it is.
    bool add(const HubAlertTurn& turn);

    /// When the copy's present turn began: as the history tells it, else `updated`.
    Timestamp beganAt(const QString& alert, Timestamp updated) const;

    /// The beginning of the episode that this moment belongs to, by the turns before it.
    Timestamp episodeFrom(Timestamp moment, Timestamp now) const;

    /// When the copy's last turn ended, as far as the history tells it: nothing while it says that it goes
    /// on, or when it ended before `from`.
    std::optional<Timestamp> endOf(const QString& alert, Timestamp from) const;

    /// When the episode that was going on then ended, as far as the history tells it: nothing while a turn of
    /// it goes on.
    std::optional<Timestamp> endOfEpisode(Timestamp moment) const;

    /// How many messages the hub has sent for what stood from then to then: one for each turn of a copy, and
    /// one for each copy of these, which are triggered, that the history does not tell of yet.
    size_t messages(Timestamp from, Timestamp to, const QStringList& triggered) const;

    /// Turns of this stretch are told from now on.
    void tell(Timestamp from, Timestamp to);

    /// Episodes that are over and were not told yet, the oldest first; told by this. Those that touch what
    /// stands since `openFrom` are none of them; the epoch: nothing stands. What lies in the future is
    /// dropped.
    std::vector<Episode> takePast(Timestamp openFrom, Timestamp now);

private:
    struct Turn
    {
        HubAlertTurn row;
        bool isTold = false;
    };

    void shrink();

    std::vector<Turn> m_turns;   ///< by beginning, then id
    std::vector<Episode> m_told; ///< the last ones: a turn of theirs may come late
};

} // namespace stowage
