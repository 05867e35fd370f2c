// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QHash>
#include <QString>

#include <vector>

namespace stowage {

/// When each alert is known to have fired, so that an episode is told once whoever tells of it again: a
/// source's history, the log, another witness.
class AlertBookMemory
{
public:
    static constexpr size_t MostEpisodes = 256; ///< of an alert; those before the oldest kept count as known
    /// Two beginnings so near are one: sources write down their own at another moment than they tell it.
    static constexpr Millis Tolerance{2'000};

    struct Episode
    {
        Timestamp from{};
        Timestamp to{}; ///< the epoch: not over
    };

    /// One that began at `from`. False when it is known already.
    bool begin(const QString& key, Timestamp from);
    /// The latest one that began at or before `to` is over.
    void end(const QString& key, Timestamp to);
    /// A whole one of before. False when it is known, or overlaps with one that is; the end of a known one is
    /// put right.
    bool add(const QString& key, const Episode& episode);

    quint32 count(const QString& key) const; ///< all that were ever known

    /// Where there are more alerts than that, forgets the half that was over the longest ago.
    void shrink(qsizetype most);

private:
    struct Entry
    {
        std::vector<Episode> episodes; ///< by beginning
        quint32 count = 0;
    };

    static Episode* find(Entry& entry, Timestamp from);
    static void insert(Entry& entry, const Episode& episode);

    QHash<QString, Entry> m_entries;
};

} // namespace stowage
