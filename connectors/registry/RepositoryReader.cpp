// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RepositoryReader.h"

#include "connectors/registry/RegistryErrors.h"
#include "connectors/registry/RegistryNames.h"

namespace stowage {
namespace {

constexpr qsizetype AskedAtOnce = 1'000; ///< tags: more than any budget has connections

} // namespace

RepositoryReader::RepositoryReader(QString repository, RepositoryOrigin origin, const KnownTags* known,
                                   CrawlSink& sink, TagReader& tags, QObject* parent)
    : QObject(parent), m_repository(std::move(repository)), m_origin(origin), m_known(known), m_sink(sink),
      m_tags(tags)
{
}

void RepositoryReader::start(RequestQueue& queue, const QByteArray& baseUrl)
{
    // Without `n`: 2.8 ignores it, 3.x answers all at once without it, and who pages by default sends a Link.
    auto* pages = new PageReader(
        queue, {baseUrl, tagsTarget(m_repository), {}, pullScope(m_repository), parseTagsPage}, this);
    connect(pages, &PageReader::finished, this, &RepositoryReader::takeList);
    pages->start();
}

void RepositoryReader::takeList(const PageList& list)
{
    if (list.isAbsent && giveUp(list)) {
        m_sink.repositoryDone();
        return;
    }
    if (list.error && !list.isAbsent) {
        m_sink.unseen({inOneLine(m_repository, *list.error)});
    }
    for (const QString& tag : list.refused) {
        m_sink.unseen(
            {tr("%1: a tag that is none: \"%2\". Look at what wrote it there; no client can pull it.")
                 .arg(m_repository, tag)});
    }
    if (m_origin == RepositoryOrigin::Known && !list.error) {
        m_sink.warn(
            tr("The catalog leaves out %1, which exists (distribution#4903 where the registry is 3.x on S3).")
                .arg(m_repository));
    }
    m_listed = list.names;
    if (list.isComplete() || list.isAbsent) {
        gatherVanished();
    }
    m_sink.expectTags(m_listed.size() + m_vanished.size());
    if (m_listed.isEmpty() && m_vanished.isEmpty()) {
        m_sink.repositoryDone();
    } else {
        m_sink.admit(*this);
    }
}

/// The registry says that there is no such repository. False where that only means that it has no tags: a
/// repository of the catalog to which nothing was ever pushed by tag answers so.
bool RepositoryReader::giveUp(const PageList& list)
{
    if (m_origin == RepositoryOrigin::Catalog) {
        return false;
    }
    if (m_origin == RepositoryOrigin::Profile) {
        m_sink.unseen({inOneLine(m_repository, *list.error)});
    }
    if (m_known != nullptr) {
        for (const auto& [tag, image] : *m_known) {
            m_sink.imageGone(image.image.key);
        }
    }
    return true;
}

void RepositoryReader::gatherVanished()
{
    if (m_known == nullptr) {
        return;
    }
    const QSet<QString> listed(m_listed.cbegin(), m_listed.cend());
    for (const auto& [tag, image] : *m_known) {
        if (!listed.contains(tag)) {
            m_vanished.push_back(tag);
        }
    }
}

void RepositoryReader::readTags()
{
    m_open = m_listed.size() + m_vanished.size();
    for (qsizetype i = 0; i < std::min(m_open, AskedAtOnce); ++i) {
        readNext();
    }
}

/// Each that ends begins another: a repository may have a hundred thousand, too many for one turn.
void RepositoryReader::readNext()
{
    const qsizetype next = m_next++;
    if (next < m_listed.size()) {
        read(m_listed[next], true);
    } else if (next < m_listed.size() + m_vanished.size()) {
        read(m_vanished[next - m_listed.size()], false);
    }
}

void RepositoryReader::skipTags()
{
    m_sink.repositoryDone();
}

void RepositoryReader::read(const QString& tag, bool isListed)
{
    m_tags.read(m_repository, tag, known(tag),
                [this, tag, isListed](const TagOutcome& outcome) { take(tag, isListed, outcome); });
}

void RepositoryReader::take(const QString& tag, bool isListed, const TagOutcome& outcome)
{
    switch (outcome.kind) {
    case TagOutcome::Kind::Unchanged:
        m_sink.imageConfirmed(outcome.image.key);
        break;
    case TagOutcome::Kind::Read:
        m_sink.imageRead(outcome.image, outcome.isWhole);
        m_sink.unseen(outcome.unseen);
        break;
    case TagOutcome::Kind::Gone:
        if (!isListed) {
            m_sink.imageGone(known(tag)->image.key);
            break;
        }
        m_sink.unseen({tr("%1:%2: listed, but its manifest is missing: %3. Push it anew, or delete the tag.")
                           .arg(m_repository, tag, outcome.unseen.join(QLatin1Char(' ')))});
        break;
    case TagOutcome::Kind::Unseen:
        m_sink.unseen(outcome.unseen);
        break;
    }
    const bool isThere =
        outcome.kind == TagOutcome::Kind::Unchanged || outcome.kind == TagOutcome::Kind::Read;
    if (!isListed && isThere) {
        m_sink.warn(tr("The tag list of %1 leaves out %2, which exists (distribution#4891 where the registry "
                       "is 3.1 on S3).")
                        .arg(m_repository, tag));
    }
    m_sink.tagDone();
    finishOne();
}

void RepositoryReader::finishOne()
{
    readNext();
    if (--m_open == 0) {
        m_sink.repositoryDone();
    }
}

const KnownImage* RepositoryReader::known(const QString& tag) const
{
    if (m_known == nullptr) {
        return nullptr;
    }
    const auto found = m_known->find(tag);
    return found == m_known->end() ? nullptr : &found->second;
}

} // namespace stowage
