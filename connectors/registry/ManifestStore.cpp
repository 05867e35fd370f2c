// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestStore.h"

namespace stowage {

ManifestStore::ManifestStore(const QString& dataFolder, QObject* parent)
    : QObject(parent), m_files(new ManifestFiles(dataFolder + QStringLiteral("/manifests")))
{
    m_files->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_files, &QObject::deleteLater);
    connect(m_files, &ManifestFiles::loaded, this, &ManifestStore::answer);
    connect(m_files, &ManifestFiles::pruned, this, &ManifestStore::pruned);
    connect(m_files, &ManifestFiles::failed, this, [this](const Error& error) {
        if (!std::exchange(m_hasFailed, true)) {
            Q_EMIT failed(error);
        }
    });
    m_thread.setObjectName(QStringLiteral("manifests"));
    m_thread.start(QThread::LowPriority);
}

ManifestStore::~ManifestStore()
{
    // Queued after all that was asked of it.
    QMetaObject::invokeMethod(m_files, [this] { m_thread.quit(); });
    m_thread.wait();
}

void ManifestStore::read(const std::vector<Digest>& digests, QObject* context, Reader each)
{
    const quint64 ticket = ++m_lastTicket;
    m_questions.insert(ticket, {context, std::move(each)});
    QMetaObject::invokeMethod(m_files, [files = m_files, ticket, digests] { files->read(ticket, digests); });
}

void ManifestStore::write(const Digest& digest, const QByteArray& body)
{
    QMetaObject::invokeMethod(m_files, [files = m_files, digest, body] { files->write(digest, body); });
}

void ManifestStore::prune(const QSet<Digest>& inUse, Timestamp before)
{
    QMetaObject::invokeMethod(m_files, [files = m_files, inUse, before] { files->prune(inUse, before); });
}

void ManifestStore::answer(quint64 ticket, const std::vector<StoredContent>& contents)
{
    const Question question = m_questions.take(ticket);
    for (const StoredContent& content : contents) {
        if (!question.context) {
            return;
        }
        question.each(content.digest, content.body);
    }
}

} // namespace stowage
