// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistoryWriter.h"

#include "connectors/store/HistoryJson.h"
#include "connectors/store/SqlStatement.h"

namespace stowage {

using sql::rowOf;
using sql::run;

namespace {

constexpr const char* PutSource = "INSERT INTO source (name, at) VALUES (?, ?) "
                                  "ON CONFLICT (name) DO UPDATE SET at = max(at, excluded.at) RETURNING id";

// A source that was not answered since the program's start knows less than what is kept.
constexpr const char* PutStatus = "UPDATE source SET status = ?1, last_answer = ?2 "
                                  "WHERE id = ?3 AND (?2 <> 0 OR last_answer = 0)";

constexpr const char* PutImage =
    "INSERT INTO image (source, repository, tag, seen, body) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (source, repository, tag) "
    "DO UPDATE SET seen = excluded.seen, body = excluded.body";
constexpr const char* DropImage = "DELETE FROM image WHERE source = ? AND repository = ? AND tag = ?";

constexpr const char* PlaceNode = "INSERT INTO node (source, name) VALUES (?, ?) "
                                  "ON CONFLICT (source, name) DO UPDATE SET name = name RETURNING id";
constexpr const char* PutNode =
    "UPDATE node SET observed = 1, at = ?, state = ?, zone = ?, reason = ?, identity = ?, "
    "address = ? WHERE id = ?";
// What was only configured says where the node should be, not how it was.
constexpr const char* ConfigureNode = "UPDATE node SET observed = 1, zone = iif(?1 <> '', ?1, zone), "
                                      "address = iif(?2 <> '', ?2, address) WHERE id = ?3";
constexpr const char* DropNode = "DELETE FROM node WHERE source = ? AND name = ?";

constexpr const char* FindDigest = "SELECT id FROM digest WHERE bytes = ?";
constexpr const char* PutDigest = "INSERT INTO digest (bytes) VALUES (?)";

// In DO UPDATE, bare names are the row's old values.
constexpr const char* PutSighting =
    "INSERT INTO sighting (node, digest, at, presence, evidence) VALUES (?, ?, ?, ?, ?) ON CONFLICT (node, "
    "digest) DO UPDATE SET "
    "last_at = iif(excluded.presence <> 0, NULL, iif(presence <> 0, at, last_at)), "
    "last_presence = iif(excluded.presence <> 0, NULL, iif(presence <> 0, presence, last_presence)), "
    "last_evidence = iif(excluded.presence <> 0, NULL, iif(presence <> 0, evidence, last_evidence)), "
    "at = excluded.at, presence = excluded.presence, evidence = excluded.evidence";

qint64 toNumber(Timestamp at)
{
    return at.time_since_epoch().count();
}

} // namespace

HistoryWriter::HistoryWriter(SQLite::Database& database)
    : m_database(database), m_putSource(database, PutSource), m_putStatus(database, PutStatus),
      m_putImage(database, PutImage), m_dropImage(database, DropImage), m_placeNode(database, PlaceNode),
      m_putNode(database, PutNode), m_configureNode(database, ConfigureNode), m_dropNode(database, DropNode),
      m_findDigest(database, FindDigest), m_putDigest(database, PutDigest),
      m_putSighting(database, PutSighting)
{
}

void HistoryWriter::write(const std::vector<Delta>& deltas)
{
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Delta& delta : deltas) {
        write(delta);
    }
    transaction.commit();
}

void HistoryWriter::write(const Delta& delta)
{
    const qint64 source = sourceRow(delta.source, delta.at);
    if (delta.status) {
        writeStatus(source, *delta.status);
    }
    for (const NodeObservation& node : delta.nodes) {
        writeNode(source, node);
    }
    for (const QString& name : delta.removedNodes) {
        removeNode(source, name);
    }
    for (const Image& image : delta.images) {
        writeImage(image, delta.at);
    }
    for (const ImageKey& key : delta.removedImages) {
        removeImage(key, delta.at);
    }
    for (const NodeContent& content : delta.contents) {
        writeContent(source, content);
    }
}

void HistoryWriter::writeStatus(qint64 source, const SourceStatus& status)
{
    run(m_putStatus, statusToJson(status), toNumber(status.lastAnswer), source);
}

void HistoryWriter::writeImage(const Image& image, Timestamp at)
{
    run(m_putImage, sourceRow(image.key.source, at), image.key.repository, image.key.tag, toNumber(at),
        imageToJson(image));
}

void HistoryWriter::removeImage(const ImageKey& key, Timestamp at)
{
    run(m_dropImage, sourceRow(key.source, at), key.repository, key.tag);
}

void HistoryWriter::writeNode(qint64 source, const NodeObservation& node)
{
    const qint64 row = nodeRow(source, node.name);
    if (node.at == Timestamp{}) {
        run(m_configureNode, node.zone, node.address, row);
    } else {
        run(m_putNode, toNumber(node.at), nodeStateName(node.state), node.zone, node.reason, node.identity,
            node.address, row);
    }
}

void HistoryWriter::removeNode(qint64 source, const QString& name)
{
    run(m_dropNode, source, name);
    m_nodes.remove({source, name});
}

void HistoryWriter::writeContent(qint64 source, const NodeContent& content)
{
    const qint64 node = nodeRow(source, content.node);
    for (const Sighting& sighting : content.sightings) {
        run(m_putSighting, node, digestRow(sighting.digest), toNumber(content.at), qint64(sighting.presence),
            qint64(sighting.evidence));
    }
}

qint64 HistoryWriter::sourceRow(const QString& name, Timestamp at)
{
    return rowOf(m_putSource, name, toNumber(at)).value();
}

qint64 HistoryWriter::nodeRow(qint64 source, const QString& name)
{
    const auto known = m_nodes.constFind({source, name});
    if (known != m_nodes.cend()) {
        return *known;
    }
    const qint64 row = rowOf(m_placeNode, source, name).value();
    m_nodes.insert({source, name}, row);
    return row;
}

qint64 HistoryWriter::digestRow(const Digest& digest)
{
    const auto known = m_digests.constFind(digest);
    if (known != m_digests.cend()) {
        return *known;
    }
    auto row = rowOf(m_findDigest, digest);
    if (!row) {
        run(m_putDigest, digest);
        row = m_database.getLastInsertRowid();
    }
    m_digests.insert(digest, *row);
    return *row;
}

} // namespace stowage
