// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/ManifestFiles.h"

#include <QHash>
#include <QPointer>
#include <QThread>

#include <functional>

namespace stowage {

/// Manifests and configs on disk, by digest: immutable, verified whenever they are read, shared by all
/// registries. Used from the GUI thread; the disk is touched on a thread of the store's own.
class ManifestStore : public QObject
{
    Q_OBJECT

public:
    /// Called once for each digest asked for; the body is empty where there is none.
    using Reader = std::function<void(const Digest& digest, const QByteArray& body)>;

    /// Keeps files under `dataFolder`/manifests, which is made when first needed.
    explicit ManifestStore(const QString& dataFolder, QObject* parent = nullptr);

    /// Writes what is queued before it returns.
    ~ManifestStore() override;

    /// Looks digests up; `each` is not called any more once `context` is gone.
    void read(const std::vector<Digest>& digests, QObject* context, Reader each);

    /// Keeps a body. The caller has verified that it is the digest's.
    void write(const Digest& digest, const QByteArray& body);

    /// Forgets what nobody has asked for since that time, except what is in use. Little by little, and after
    /// everything else that is asked of the store.
    void prune(const QSet<Digest>& inUse, Timestamp before);

Q_SIGNALS:
    void pruned(int files); ///< so many went

    /// The disk refused; told once a run. Crawls go on without a cache.
    void failed(const stowage::Error& error);

private:
    struct Question
    {
        QPointer<QObject> context;
        Reader each;
    };

    void answer(quint64 ticket, const std::vector<StoredContent>& contents);

    QThread m_thread;
    ManifestFiles* m_files; ///< on m_thread, deleted when it ends
    QHash<quint64, Question> m_questions;
    quint64 m_lastTicket = 0;
    bool m_hasFailed = false;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::StoredContent)
