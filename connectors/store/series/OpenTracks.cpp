// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/OpenTracks.h"

#include <algorithm>

namespace stowage {

void OpenTracks::add(TrackId id, std::span<const OpenSample> samples, qint64 head)
{
    if (samples.empty()) {
        return;
    }
    const auto [place, isNew] = m_tracks.try_emplace(id);
    Track& track = place->second;
    if (isNew) {
        track.sinceHead = head;
    }
    for (const OpenSample& sample : samples) {
        if (!track.samples.empty() && sample.at <= track.samples.back().at) {
            if (sample == track.samples.back()) {
                continue;
            }
            track.isSorted = false;
        }
        track.samples.push_back(sample);
        ++m_samples;
    }
}

std::vector<TrackId> OpenTracks::withAtLeast(size_t samples)
{
    std::vector<TrackId> ids;
    for (auto& [id, track] : m_tracks) {
        if (track.samples.size() >= samples) {
            sort(track);
            if (track.samples.size() >= samples) {
                ids.push_back(id);
            }
        }
    }
    return ids;
}

std::vector<TrackId> OpenTracks::heldSinceBefore(qint64 head) const
{
    std::vector<TrackId> ids;
    for (const auto& [id, track] : m_tracks) {
        if (track.sinceHead < head) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<TrackId> OpenTracks::withSampleUpTo(qint64 at) const
{
    std::vector<TrackId> ids;
    for (const auto& [id, track] : m_tracks) {
        if (std::ranges::any_of(track.samples, [at](const OpenSample& s) { return s.at <= at; })) {
            ids.push_back(id);
        }
    }
    return ids;
}

StoredPoints OpenTracks::points(TrackId id)
{
    StoredPoints points;
    const auto found = m_tracks.find(id);
    if (found != m_tracks.end()) {
        sort(found->second);
        points.reserve(found->second.samples.size());
        std::ranges::transform(found->second.samples, std::back_inserter(points), &OpenSample::point);
    }
    return points;
}

std::vector<std::pair<TrackId, StoredPoints>> OpenTracks::pointsOf(qint64 series)
{
    std::vector<std::pair<TrackId, StoredPoints>> all;
    for (auto it = m_tracks.lower_bound({series, 0}); it != m_tracks.end() && it->first.series == series;
         ++it) {
        all.emplace_back(it->first, points(it->first));
    }
    return all;
}

void OpenTracks::close(TrackId id)
{
    const auto found = m_tracks.find(id);
    if (found != m_tracks.end()) {
        m_samples -= found->second.samples.size();
        m_tracks.erase(found);
    }
}

qint64 OpenTracks::oldestHead(qint64 none, std::span<const TrackId> but) const
{
    qint64 oldest = none;
    for (const auto& [id, track] : m_tracks) {
        if (track.sinceHead < oldest && !std::ranges::binary_search(but, id)) {
            oldest = track.sinceHead;
        }
    }
    return oldest;
}

void OpenTracks::sort(Track& track)
{
    if (track.isSorted) {
        return;
    }
    auto& samples = track.samples;
    std::ranges::stable_sort(samples, {}, &OpenSample::at);
    const auto repeated = std::unique(samples.begin(), samples.end(),
                                      [](const auto& a, const auto& b) { return a.at == b.at; });
    m_samples -= static_cast<size_t>(samples.end() - repeated);
    samples.erase(repeated, samples.end());
    track.isSorted = true;
}

} // namespace stowage
