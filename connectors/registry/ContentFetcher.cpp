// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ContentFetcher.h"

#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryErrors.h"
#include "connectors/registry/RegistryNames.h"

namespace stowage {
namespace {

/// Only the registry itself can say that it lacks something; a 404 or an oddity of what stands before it is a
/// fault that may pass.
Error contentError(const HttpAnswer& answer)
{
    Error error = answerError(answer);
    if (error.kind == ErrorKind::Malformed ||
        (error.kind == ErrorKind::NotFound && !isSaidToBeAbsent(answer))) {
        error.kind = ErrorKind::ServerFault;
    }
    return error;
}

Error wrongLength(const Descriptor& wanted, qint64 bytes)
{
    return {ErrorKind::Malformed,
            ContentFetcher::tr("%1 has %2 bytes where its descriptor says %3")
                .arg(wanted.digest.toString())
                .arg(bytes)
                .arg(wanted.bytes),
            {},
            ContentFetcher::tr("Push the image anew."),
            {}};
}

} // namespace

ContentFetcher::ContentFetcher(ContentKind kind, RequestQueue& queue, ManifestStore& store, QObject* parent)
    : QObject(parent), m_kind(kind), m_queue(queue), m_store(store)
{
}

void ContentFetcher::fetch(const QString& repository, const Descriptor& wanted, Ready ready)
{
    std::vector<Waiter>& waiters = m_waiting[wanted.digest];
    waiters.push_back({repository, wanted, std::move(ready)});
    if (waiters.size() > 1) {
        return;
    }
    if (m_lookups.empty()) {
        QMetaObject::invokeMethod(this, &ContentFetcher::readStore, Qt::QueuedConnection);
    }
    m_lookups.push_back(wanted.digest);
}

void ContentFetcher::keep(const Digest& digest, const QByteArray& body, const Content& content)
{
    m_read.insert(digest, content);
    m_store.write(digest, body);
}

void ContentFetcher::readStore()
{
    std::vector<Digest> unread;
    for (const Digest& digest : std::exchange(m_lookups, {})) {
        const auto read = m_read.constFind(digest);
        if (read == m_read.cend()) {
            unread.push_back(digest);
        } else {
            deliver(digest, Content(*read)); // a copy: who is delivered to may make the table grow
        }
    }
    if (!unread.empty()) {
        m_store.read(unread, this,
                     [this](const Digest& digest, const QByteArray& body) { takeStored(digest, body); });
    }
}

void ContentFetcher::takeStored(const Digest& digest, const QByteArray& body)
{
    if (!body.isEmpty()) {
        if (const Result<Content> content = parse(body, m_waiting[digest].front().wanted)) {
            m_read.insert(digest, *content);
            deliver(digest, *content);
            return;
        }
    }
    ask(digest);
}

void ContentFetcher::ask(const Digest& digest)
{
    const Waiter& first = m_waiting[digest].front();
    const auto refused = m_refused.constFind({first.repository, digest});
    if (refused != m_refused.cend()) {
        refuse(QString(first.repository), digest, Error(*refused));
        return;
    }
    HttpRequest request;
    request.scope = pullScope(first.repository);
    request.bodyLimit = MaxManifestBytes;
    if (m_kind == ContentKind::Config) {
        request.target = blobTarget(first.repository, digest);
    } else {
        request.target = manifestTarget(first.repository, digest);
        request.headers.add("Accept", manifestAccept());
    }
    m_queue.send(std::move(request),
                 [this, repository = first.repository, wanted = first.wanted](const HttpResult& result) {
                     takeAnswer(repository, wanted, result);
                 });
}

void ContentFetcher::takeAnswer(const QString& repository, const Descriptor& wanted, const HttpResult& result)
{
    if (!result) {
        refuse(repository, wanted.digest, result.error());
        return;
    }
    if (result->status != 200) {
        refuse(repository, wanted.digest, contentError(*result));
        return;
    }
    if (Digest::of(result->body) != wanted.digest) {
        refuse(repository, wanted.digest,
               {ErrorKind::Mismatch,
                tr("what came for %1 is something else").arg(wanted.digest.toString()),
                {},
                tr("Look for a broken cache or disk behind the registry."),
                {}});
        return;
    }
    const Result<Content> content = parse(result->body, wanted);
    if (!content) {
        refuse(repository, wanted.digest, content.error());
        return;
    }
    keep(wanted.digest, result->body, *content);
    deliver(wanted.digest, *content);
}

Result<Content> ContentFetcher::parse(const QByteArray& body, const Descriptor& wanted) const
{
    if (m_kind == ContentKind::Config) {
        return parseConfigPlatform(body).map([&](QString platform) {
            return Content{{}, std::move(platform), body.size()};
        });
    }
    return parseManifest(body, wanted.mediaType.toLatin1()).map([&](Manifest manifest) {
        return Content{std::make_shared<const Manifest>(std::move(manifest)), {}, body.size()};
    });
}

void ContentFetcher::deliver(const Digest& digest, const Content& content)
{
    for (const Waiter& waiter : m_waiting.take(digest)) {
        const bool isLength = waiter.wanted.bytes == content.bytes;
        waiter.ready(isLength ? Result<Content>(content) : fail(wrongLength(waiter.wanted, content.bytes)));
    }
}

void ContentFetcher::refuse(const QString& repository, const Digest& digest, const Error& error)
{
    m_refused.insert({repository, digest}, error);
    std::vector<Waiter> others;
    for (Waiter& waiter : m_waiting.take(digest)) {
        if (waiter.repository == repository) {
            waiter.ready(fail(error));
        } else {
            others.push_back(std::move(waiter));
        }
    }
    if (others.empty()) {
        return;
    }
    // Another repository may have it, or be allowed to us. Whoever joined meanwhile has begun a lookup of
    // their own.
    std::vector<Waiter>& waiters = m_waiting[digest];
    const bool isUnderWay = !waiters.empty();
    std::move(others.begin(), others.end(), std::back_inserter(waiters));
    if (!isUnderWay) {
        ask(digest);
    }
}

} // namespace stowage
