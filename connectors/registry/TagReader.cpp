// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/TagReader.h"

#include "connectors/registry/ImageAssembly.h"
#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryErrors.h"
#include "connectors/registry/RegistryNames.h"

namespace stowage {

TagReader::TagReader(RequestQueue& queue, ManifestStore& store, QString sourceId, QString registryNamespace,
                     QObject* parent)
    : QObject(parent), m_queue(queue), m_manifests(ContentKind::Manifest, queue, store, nullptr),
      m_configs(ContentKind::Config, queue, store, nullptr), m_sourceId(std::move(sourceId)),
      m_namespace(std::move(registryNamespace))
{
}

void TagReader::read(const QString& repository, const QString& tag, const KnownImage* known, Ready ready)
{
    auto job = std::make_shared<Job>();
    job->key = {m_sourceId, repository, tag};
    if (known != nullptr) {
        job->known = *known;
    }
    job->ready = std::move(ready);
    ask(job, m_prefersHead && known != nullptr ? HttpMethod::Head : HttpMethod::Get);
}

void TagReader::ask(const JobPtr& job, HttpMethod method)
{
    HttpRequest request;
    request.method = method;
    request.target = manifestTarget(job->key.repository, job->key.tag);
    request.headers.add("Accept", manifestAccept());
    if (job->known) {
        request.headers.add("If-None-Match", '"' + job->known->image.target.digest.toByteArray() + '"');
    }
    request.bodyLimit = MaxManifestBytes;
    request.scope = pullScope(job->key.repository);
    m_queue.send(std::move(request),
                 [this, job, method](const HttpResult& result) { take(job, method, result); });
}

void TagReader::take(const JobPtr& job, HttpMethod method, const HttpResult& result)
{
    if (!result) {
        unseen(job, result.error());
        return;
    }
    m_isMetered = m_isMetered || result->headers.contains("ratelimit-remaining");
    if (result->status == 304 && job->known) {
        confirm(job);
    } else if (method == HttpMethod::Head) {
        takeHead(job, *result);
    } else if (result->status == 200) {
        takeBody(job, *result);
    } else if (isSaidToBeAbsent(*result)) {
        job->ready({TagOutcome::Kind::Gone, {}, true, {answerError(*result).message}});
    } else {
        unseen(job, answerError(*result));
    }
}

void TagReader::takeHead(const JobPtr& job, const HttpAnswer& answer)
{
    const Result<Digest> digest = Digest::parse(answer.headers.value("Docker-Content-Digest"));
    if (answer.status == 200 && digest && *digest == job->known->image.target.digest) {
        confirm(job);
    } else {
        ask(job, HttpMethod::Get); // it moved, or the reason is in the body that a HEAD lacks
    }
}

void TagReader::takeBody(const JobPtr& job, const HttpAnswer& answer)
{
    const Digest digest = Digest::of(answer.body);
    const Result<Digest> promised = Digest::parse(answer.headers.value("Docker-Content-Digest"));
    if (promised && *promised != digest) {
        unseen(job, {ErrorKind::Mismatch,
                     tr("the manifest is not the one of the digest that the answer names, %1")
                         .arg(promised->toString()),
                     {},
                     tr("Look for a broken cache or disk behind the registry."),
                     {}});
        return;
    }
    if (job->known && job->known->isWhole && job->known->image.target.digest == digest) {
        confirm(job); // a server that does not know conditional requests
        return;
    }
    const Result<Manifest> manifest = parseManifest(answer.body, answer.headers.value("Content-Type"));
    if (!manifest) {
        unseen(job, manifest.error());
        return;
    }
    const Descriptor target{digest, answer.body.size(), manifest->mediaType};
    const Content content{std::make_shared<const Manifest>(*manifest), {}, answer.body.size()};
    m_manifests.keep(digest, answer.body, content);
    assemble(job, target, content);
}

void TagReader::confirm(const JobPtr& job)
{
    const KnownImage& known = *job->known;
    if (known.isWhole) {
        job->ready({TagOutcome::Kind::Unchanged, known.image, true, {}});
        return;
    }
    m_manifests.fetch(job->key.repository, known.image.target, [this, job](const Result<Content>& content) {
        if (content) {
            assemble(job, job->known->image.target, *content);
        } else {
            unseen(job, content.error());
        }
    });
}

void TagReader::assemble(const JobPtr& job, const Descriptor& target, const Content& content)
{
    auto assembly = std::make_shared<ImageAssembly>(
        m_manifests, m_configs, job->key.repository,
        [this, job, target](const ImageAssembly::Outcome& outcome) {
            QStringList missing;
            for (const QString& what : outcome.missing) {
                missing.push_back(QStringLiteral("%1:%2 %3").arg(job->key.repository, job->key.tag, what));
            }
            if (outcome.mayCome) {
                job->ready({TagOutcome::Kind::Unseen, {}, false, missing});
                return;
            }
            Image image{job->key, m_namespace, target, outcome.platforms};
            job->ready({TagOutcome::Kind::Read, std::move(image), missing.isEmpty(), missing});
        });
    assembly->start(target, content);
}

void TagReader::unseen(const JobPtr& job, const Error& error)
{
    const QString reference = job->key.repository + QLatin1Char(':') + job->key.tag;
    job->ready({TagOutcome::Kind::Unseen, {}, false, {inOneLine(reference, error)}});
}

} // namespace stowage
