// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Time.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace stowage {

/// Content of a digest as it was found; empty where there was none, or where what lay there was not it.
struct StoredContent
{
    Digest digest;
    QByteArray body;
};

/// The blocking half of ManifestStore: lives on its thread. Paths are built from parsed digests only.
class ManifestFiles : public QObject
{
    Q_OBJECT

public:
    explicit ManifestFiles(QString folder) : m_folder(std::move(folder)) {}

    /// Answers by loaded(). A file whose content is not its digest's is deleted.
    void read(quint64 ticket, const std::vector<Digest>& digests);

    /// Replaces the file in one step.
    void write(const Digest& digest, const QByteArray& body);

    /// Deletes what was last read or written before that time and is not in use, a folder a turn; ends by
    /// pruned(). What is not a file of ours is left alone.
    void prune(const QSet<Digest>& inUse, Timestamp before) { pruneFolder(0, 0, inUse, before); }

    /// `<folder>/ab/ab…`, 64 hex digits.
    QString pathOf(const Digest& digest) const;

Q_SIGNALS:
    void loaded(quint64 ticket, const std::vector<stowage::StoredContent>& contents);
    void failed(const stowage::Error& error);
    void pruned(int files);

private:
    void pruneFolder(int folder, int removed, const QSet<Digest>& inUse, Timestamp before);

    QString m_folder;
};

} // namespace stowage
