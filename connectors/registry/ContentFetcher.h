// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/Manifest.h"
#include "connectors/registry/ManifestStore.h"
#include "connectors/registry/RequestQueue.h"

#include <memory>

namespace stowage {

/// What immutable content says, once parsed: a manifest, or of a config its platform.
struct Content
{
    std::shared_ptr<const Manifest> manifest;
    QString platform;
    qint64 bytes = 0; ///< the body's length
};

/// Brings content by its digest: from what this crawl has read, from disk, else from the registry, where what
/// several ask for at the same time is fetched once. What comes is verified by hash and length, and kept on
/// disk.
class ContentFetcher : public QObject
{
    Q_OBJECT

public:
    using Ready = std::function<void(const Result<Content>& content)>;

    /// `kind`: Manifest (indexes too) or Config.
    ContentFetcher(ContentKind kind, RequestQueue& queue, ManifestStore& store, QObject* parent);

    /// Calls `ready` once, never from within. Errors: Mismatch, Malformed, NotFound (the registry itself says
    /// that it has no such content), and what the exchange brings.
    void fetch(const QString& repository, const Descriptor& wanted, Ready ready);

    /// Takes in what was read by tag: parsed already, and `body` is the digest's.
    void keep(const Digest& digest, const QByteArray& body, const Content& content);

private:
    struct Waiter
    {
        QString repository;
        Descriptor wanted;
        Ready ready;
    };

    void readStore();
    void takeStored(const Digest& digest, const QByteArray& body);
    void ask(const Digest& digest);
    void takeAnswer(const QString& repository, const Descriptor& wanted, const HttpResult& result);
    Result<Content> parse(const QByteArray& body, const Descriptor& wanted) const;
    void deliver(const Digest& digest, const Content& content);
    void refuse(const QString& repository, const Digest& digest, const Error& error);

    ContentKind m_kind;
    RequestQueue& m_queue;
    ManifestStore& m_store;
    QHash<Digest, Content> m_read;
    QHash<Digest, std::vector<Waiter>> m_waiting;
    QHash<std::pair<QString, Digest>, Error> m_refused; ///< not asked again in this crawl
    std::vector<Digest> m_lookups;                      ///< gathered for one reading of the store
};

} // namespace stowage
