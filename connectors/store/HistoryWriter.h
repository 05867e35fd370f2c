// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>

namespace stowage {

/// Writes deltas into an open database. Throws SQLite::Exception; then the transaction is rolled back and the
/// writer must not be used again, for it remembers rows that are gone.
class HistoryWriter
{
public:
    explicit HistoryWriter(SQLite::Database& database);

    /// All of them, in order, in one transaction.
    void write(const std::vector<Delta>& deltas);

private:
    struct NodeKey
    {
        qint64 source;
        QString name;

        bool operator==(const NodeKey&) const = default;
        friend size_t qHash(const NodeKey& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.source, key.name);
        }
    };

    void write(const Delta& delta);
    void writeStatus(qint64 source, const SourceStatus& status);
    void writeImage(const Image& image, Timestamp at);
    void removeImage(const ImageKey& key, Timestamp at);
    void writeNode(qint64 source, const NodeObservation& node);
    void removeNode(qint64 source, const QString& name);
    void writeContent(qint64 source, const NodeContent& content);
    qint64 sourceRow(const QString& name, Timestamp at);
    qint64 nodeRow(qint64 source, const QString& name);
    qint64 digestRow(const Digest& digest);

    SQLite::Database& m_database;
    SQLite::Statement m_putSource;
    SQLite::Statement m_putStatus;
    SQLite::Statement m_putImage;
    SQLite::Statement m_dropImage;
    SQLite::Statement m_placeNode;
    SQLite::Statement m_putNode;
    SQLite::Statement m_configureNode;
    SQLite::Statement m_dropNode;
    SQLite::Statement m_findDigest;
    SQLite::Statement m_putDigest;
    SQLite::Statement m_putSighting;
    QHash<NodeKey, qint64> m_nodes;
    QHash<Digest, qint64> m_digests;
};

} // namespace stowage
