// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookMemory.h"

#include <algorithm>

namespace stowage {

bool AlertBookMemory::begin(const QString& key, Timestamp from)
{
    Entry& entry = m_entries[key];
    if (Episode* known = find(entry, from)) {
        known->to = {};
        return false;
    }
    insert(entry, {from, {}});
    return true;
}

void AlertBookMemory::end(const QString& key, Timestamp to)
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end()) {
        return;
    }
    auto& episodes = entry->episodes;
    const auto after = std::ranges::upper_bound(episodes, to, {}, &Episode::from);
    if (after != episodes.begin()) {
        std::prev(after)->to = to;
    }
}

bool AlertBookMemory::add(const QString& key, const Episode& episode)
{
    Entry& entry = m_entries[key];
    if (Episode* known = find(entry, episode.from)) {
        if (known->to != Timestamp{}) {
            known->to = episode.to;
        }
        return false;
    }
    const bool isForgotten =
        entry.episodes.size() >= MostEpisodes && episode.from < entry.episodes.front().from;
    const bool isOverlapping = std::ranges::any_of(entry.episodes, [&episode](const Episode& known) {
        return known.from < episode.to && (known.to == Timestamp{} || episode.from < known.to);
    });
    if (isForgotten || isOverlapping) {
        return false;
    }
    insert(entry, episode);
    return true;
}

quint32 AlertBookMemory::count(const QString& key) const
{
    const auto entry = m_entries.constFind(key);
    return entry == m_entries.cend() ? 0 : entry->count;
}

void AlertBookMemory::shrink(qsizetype most)
{
    if (m_entries.size() <= most) {
        return;
    }
    std::vector<Timestamp> beginnings;
    beginnings.reserve(static_cast<size_t>(m_entries.size()));
    for (const Entry& entry : std::as_const(m_entries)) {
        beginnings.push_back(entry.episodes.back().from);
    }
    const auto middle = beginnings.begin() + static_cast<qptrdiff>(beginnings.size() / 2);
    std::ranges::nth_element(beginnings, middle);
    m_entries.removeIf([oldest = *middle](const QHash<QString, Entry>::iterator& entry) {
        const Episode& latest = entry->episodes.back();
        return latest.to != Timestamp{} && latest.from < oldest;
    });
}

AlertBookMemory::Episode* AlertBookMemory::find(Entry& entry, Timestamp from)
{
    // The latest are asked for most.
    const auto found =
        std::find_if(entry.episodes.rbegin(), entry.episodes.rend(), [from](const Episode& known) {
            return known.from - Tolerance <= from && from <= known.from + Tolerance;
        });
    return found == entry.episodes.rend() ? nullptr : &*found;
}

void AlertBookMemory::insert(Entry& entry, const Episode& episode)
{
    entry.episodes.insert(std::ranges::upper_bound(entry.episodes, episode.from, {}, &Episode::from),
                          episode);
    if (entry.episodes.size() > MostEpisodes) {
        entry.episodes.erase(entry.episodes.begin());
    }
    ++entry.count;
}

} // namespace stowage
