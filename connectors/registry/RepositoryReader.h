// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/CrawlSink.h"
#include "connectors/registry/PageReader.h"
#include "connectors/registry/TagReader.h"

namespace stowage {

/// Why a repository is read.
enum class RepositoryOrigin : quint8
{
    Catalog, ///< the catalog lists it
    Profile, ///< the profile names it, the catalog does not
    Known,   ///< it was known, and the catalog does not list it (any more)
    Assumed, ///< it was known, and the catalog could not be read
};

/// Reads one repository: its tag list, then its tags. A known tag that a complete list leaves out is asked
/// for before it is given up; one that could not be asked for is kept.
class RepositoryReader : public QObject
{
    Q_OBJECT

public:
    /// `known`: what an earlier crawl left of this repository; outlives the reader or is null.
    RepositoryReader(QString repository, RepositoryOrigin origin, const KnownTags* known, CrawlSink& sink,
                     TagReader& tags, QObject* parent);

    void start(RequestQueue& queue, const QByteArray& baseUrl);

    const QString& repository() const { return m_repository; }

    void readTags();
    /// Ends without asking for any manifest; what was known is kept.
    void skipTags();

private:
    void takeList(const PageList& list);
    bool giveUp(const PageList& list);
    void gatherVanished();
    void readNext();
    void read(const QString& tag, bool isListed);
    void take(const QString& tag, bool isListed, const TagOutcome& outcome);
    void finishOne();
    const KnownImage* known(const QString& tag) const;

    QString m_repository;
    RepositoryOrigin m_origin;
    const KnownTags* m_known;
    CrawlSink& m_sink;
    TagReader& m_tags;
    QStringList m_listed;
    QStringList m_vanished; ///< known, and left out of a complete list
    qsizetype m_next = 0;   ///< of the listed ones and then the vanished ones
    qsizetype m_open = 0;
};

} // namespace stowage
