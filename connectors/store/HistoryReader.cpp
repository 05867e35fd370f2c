// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistoryReader.h"

#include "connectors/store/HistoryJson.h"

namespace stowage {
namespace {

constexpr const char* Sources = "SELECT id, name, at, status FROM source ORDER BY id";
constexpr const char* Images = "SELECT source, repository, tag, seen, body FROM image ORDER BY id";
constexpr const char* Nodes =
    "SELECT id, source, name, observed, at, state, zone, reason, identity, address FROM node ORDER BY id";
constexpr const char* Sightings =
    "SELECT node, digest, bytes, at, presence, evidence, last_at, last_presence, last_evidence "
    "FROM sighting JOIN digest ON digest.id = sighting.digest ORDER BY node, digest";
constexpr const char* DropSightings =
    "DELETE FROM sighting WHERE digest = ? AND max(at, coalesce(last_at, 0)) < ?";
constexpr const char* DropDigests = "DELETE FROM digest WHERE id NOT IN (SELECT digest FROM sighting)";

QString text(const SQLite::Column& column)
{
    return QString::fromUtf8(column.getText(), column.getBytes());
}

Timestamp time(const SQLite::Column& column)
{
    return Timestamp{Millis{column.getInt64()}};
}

std::optional<NodeState> nodeStateByName(const QString& name)
{
    for (const NodeState state :
         {NodeState::Unseen, NodeState::Live, NodeState::Stale, NodeState::Unable, NodeState::Gone}) {
        if (nodeStateName(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

/// The batch of a node's sightings of one time, begun when it is the first.
NodeContent& batch(std::vector<NodeContent>& batches, QHash<qint64, size_t>& byTime, const QString& node,
                   qint64 at)
{
    const auto known = byTime.constFind(at);
    if (known != byTime.cend()) {
        return batches[*known];
    }
    byTime.insert(at, batches.size());
    return batches.emplace_back(NodeContent{node, Timestamp{Millis{at}}, {}});
}

} // namespace

HistoryReader::HistoryReader(SQLite::Database& database, Timestamp now) : m_database(database), m_now(now) {}

std::vector<Delta> HistoryReader::read()
{
    const SQLite::Transaction transaction(m_database); // one moment for all tables
    readSources();
    readImages();
    readNodes();
    readSightings();
    return std::move(m_deltas);
}

void HistoryReader::dropUnneeded()
{
    if (m_unneeded.isEmpty()) {
        return;
    }
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement drop(m_database, DropSightings);
    for (const qint64 row : std::as_const(m_unneeded)) {
        drop.bind(1, static_cast<int64_t>(row));
        drop.bind(2, static_cast<int64_t>((m_now - KeepUnneeded).time_since_epoch().count()));
        drop.exec();
        drop.reset();
    }
    m_database.exec(DropDigests);
    transaction.commit();
}

void HistoryReader::readSources()
{
    SQLite::Statement rows(m_database, Sources);
    while (rows.executeStep()) {
        Delta delta;
        delta.source = text(rows.getColumn(1));
        delta.at = time(rows.getColumn(2));
        if (!rows.getColumn(3).isNull()) {
            delta.status = statusFromJson(rows.getColumn(3).getString());
            m_unreadable += delta.status ? 0 : 1;
        }
        m_sources.insert(rows.getColumn(0).getInt64(), m_deltas.size());
        m_byTime.insert({m_deltas.size(), rows.getColumn(2).getInt64()}, m_deltas.size());
        m_deltas.push_back(std::move(delta));
    }
}

void HistoryReader::readImages()
{
    SQLite::Statement rows(m_database, Images);
    while (rows.executeStep()) {
        const size_t source = m_sources.value(rows.getColumn(0).getInt64());
        auto image =
            imageFromJson(rows.getColumn(4).getString(),
                          {m_deltas[source].source, text(rows.getColumn(1)), text(rows.getColumn(2))});
        if (!image) {
            ++m_unreadable;
            continue;
        }
        need(*image);
        deltaAt(source, rows.getColumn(3).getInt64()).images.push_back(*std::move(image));
    }
}

void HistoryReader::readNodes()
{
    SQLite::Statement rows(m_database, Nodes);
    while (rows.executeStep()) {
        const size_t source = m_sources.value(rows.getColumn(1).getInt64());
        const QString name = text(rows.getColumn(2));
        m_nodes.insert(rows.getColumn(0).getInt64(), {source, name});
        const auto state = nodeStateByName(text(rows.getColumn(5)));
        if (!state) {
            ++m_unreadable;
        } else if (rows.getColumn(3).getInt() != 0) {
            m_deltas[source].nodes.push_back({name, text(rows.getColumn(6)), *state, text(rows.getColumn(7)),
                                              text(rows.getColumn(8)), text(rows.getColumn(9)),
                                              time(rows.getColumn(4))});
        }
    }
}

void HistoryReader::readSightings()
{
    std::vector<std::vector<NodeContent>> before(m_deltas.size());
    SQLite::Statement rows(m_database, Sightings);
    while (rows.executeStep()) {
        const auto digest = Digest::fromBytes(
            {static_cast<const char*>(rows.getColumn(2).getBlob()), rows.getColumn(2).getBytes()});
        const auto sighting =
            digest ? sightingOf(*digest, rows.getColumn(4).getInt64(), rows.getColumn(5).getInt64())
                   : std::nullopt;
        const auto node = m_nodes.find(rows.getColumn(0).getInt64());
        if (!sighting || node == m_nodes.end()) {
            ++m_unreadable;
            continue;
        }
        const qint64 at = rows.getColumn(3).getInt64();
        if (isUnneeded(*digest, Timestamp{Millis{at}})) {
            m_unneeded.insert(rows.getColumn(1).getInt64());
            continue;
        }
        if (!rows.getColumn(7).isNull()) {
            if (const auto last =
                    sightingOf(*digest, rows.getColumn(7).getInt64(), rows.getColumn(8).getInt64())) {
                batch(before[node->delta], node->before, node->name, rows.getColumn(6).getInt64())
                    .sightings.push_back(*last);
            }
        }
        batch(m_deltas[node->delta].contents, node->now, node->name, at).sightings.push_back(*sighting);
    }
    // What was answered before a doubt goes in before the doubt.
    for (size_t i = 0; i < before.size(); ++i) {
        auto& contents = m_deltas[i].contents;
        contents.insert(contents.begin(), std::make_move_iterator(before[i].begin()),
                        std::make_move_iterator(before[i].end()));
    }
}

bool HistoryReader::isUnneeded(const Digest& digest, Timestamp seenAt) const
{
    return seenAt < m_now - KeepUnneeded && !m_needed.contains(digest);
}

void HistoryReader::need(const Image& image)
{
    m_needed.insert(image.target.digest);
    for (const PlatformImage& platform : image.platforms) {
        m_needed.insert(platform.manifest.digest);
        m_needed.insert(platform.config.digest);
        for (const Descriptor& layer : platform.layers) {
            m_needed.insert(layer.digest);
        }
    }
}

Delta& HistoryReader::deltaAt(size_t source, qint64 at)
{
    const auto known = m_byTime.constFind({source, at});
    if (known != m_byTime.cend()) {
        return m_deltas[*known];
    }
    m_byTime.insert({source, at}, m_deltas.size());
    Delta delta;
    delta.source = m_deltas[source].source;
    delta.at = Timestamp{Millis{at}};
    return m_deltas.emplace_back(std::move(delta));
}

std::optional<Sighting> HistoryReader::sightingOf(const Digest& digest, qint64 presence, qint64 evidence)
{
    const bool isKnown = presence >= 0 && presence <= qint64(Presence::Absent) && evidence >= 0 &&
                         evidence < qint64(EvidenceCount);
    return isKnown ? std::optional(Sighting{digest, Presence(presence), Evidence(evidence)}) : std::nullopt;
}

} // namespace stowage
