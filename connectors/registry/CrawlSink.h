// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Image.h"

#include <QStringList>

namespace stowage {

class RepositoryReader;

/// Where a repository's reader puts what it finds. GUI thread.
class CrawlSink
{
public:
    CrawlSink() = default;
    CrawlSink(const CrawlSink&) = delete;
    CrawlSink& operator=(const CrawlSink&) = delete;
    virtual ~CrawlSink() = default;

    /// The tags are listed and manifests are to be asked for: answered by readTags() or skipTags(), now or
    /// later.
    virtual void admit(RepositoryReader& reader) = 0;

    virtual void expectTags(qsizetype count) = 0;
    virtual void tagDone() = 0;
    virtual void imageRead(const Image& image, bool isWhole) = 0;
    virtual void imageConfirmed(const ImageKey& key) = 0;
    virtual void imageGone(const ImageKey& key) = 0;
    virtual void unseen(const QStringList& lines) = 0;
    virtual void warn(const QString& warning) = 0;

    /// The last call of a reader; it may be deleted later, not from within.
    virtual void repositoryDone() = 0;
};

} // namespace stowage
