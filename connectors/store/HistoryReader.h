// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>
#include <QSet>

namespace stowage {

/// Reads the last known fleet out of an open database, once: deltas of generation 0 with their own times.
/// Rows that make no sense are left out and counted. Throws SQLite::Exception.
class HistoryReader
{
public:
    /// For how long a sighting is kept that no image asks for any more.
    static constexpr Millis KeepUnneeded = std::chrono::days{7};

    HistoryReader(SQLite::Database& database, Timestamp now);

    std::vector<Delta> read();

    /// Rows that read() could not make sense of.
    int unreadable() const { return m_unreadable; }

    /// Deletes the sightings that read() left out because they are old and no image needs their digest.
    void dropUnneeded();

private:
    /// A node's content by time of sighting, and where it belongs.
    struct NodePlace
    {
        size_t delta = 0;
        QString name;
        QHash<qint64, size_t> before{}; ///< time to the batch of what was known before a doubt
        QHash<qint64, size_t> now{};
    };

    void readSources();
    void readImages();
    void readNodes();
    void readSightings();
    bool isUnneeded(const Digest& digest, Timestamp seenAt) const;
    void need(const Image& image);
    Delta& deltaAt(size_t source, qint64 at);
    std::optional<Sighting> sightingOf(const Digest& digest, qint64 presence, qint64 evidence);

    SQLite::Database& m_database;
    const Timestamp m_now;
    std::vector<Delta> m_deltas;     ///< one a source, then those of images of other times
    QHash<qint64, size_t> m_sources; ///< row to its delta
    QHash<std::pair<size_t, qint64>, size_t>
        m_byTime;                     ///< source's delta and a time to the delta of that time
    QHash<qint64, NodePlace> m_nodes; ///< by row
    QSet<Digest> m_needed;
    QSet<qint64> m_unneeded; ///< rows of digests
    int m_unreadable = 0;
};

} // namespace stowage
