// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/ContentFetcher.h"

#include <map>

namespace stowage {

/// An image as an earlier crawl, or an earlier run, left it.
struct KnownImage
{
    Image image;
    bool isWhole = false;     ///< nothing is left to fetch for it; of restored images that is not known
    bool isConfirmed = false; ///< seen since the start
};

using KnownTags = std::map<QString, KnownImage>;        ///< by tag
using RegistryKnowledge = std::map<QString, KnownTags>; ///< by repository

/// What came of a tag.
struct TagOutcome
{
    enum class Kind : quint8
    {
        Unchanged, ///< the image is what was known
        Read,      ///< the image is new or other than what was known, or what was missing of it came
        Gone,      ///< the registry itself says that there is no such tag
        Unseen,    ///< could not be read; what was known still stands
    };

    Kind kind = Kind::Unseen;
    Image image; ///< Unchanged and Read
    bool isWhole = true;
    QStringList unseen; ///< what is missing of it, each with its reason
};

/// Reads what tags point at: one conditional request a tag, then the content that is not known yet.
class TagReader : public QObject
{
    Q_OBJECT

public:
    using Ready = std::function<void(const TagOutcome& outcome)>;

    /// `registryNamespace` is put into the images.
    TagReader(RequestQueue& queue, ManifestStore& store, QString sourceId, QString registryNamespace,
              QObject* parent);

    /// Asks by HEAD first, which a registry that meters pulls does not count (Docker Hub).
    void preferHead(bool prefer) { m_prefersHead = prefer; }
    /// Whether an answer had `ratelimit-remaining`.
    bool isMetered() const { return m_isMetered; }

    /// Calls `ready` once, later. `known` is copied where needed.
    void read(const QString& repository, const QString& tag, const KnownImage* known, Ready ready);

private:
    struct Job
    {
        ImageKey key;
        std::optional<KnownImage> known;
        Ready ready;
    };
    using JobPtr = std::shared_ptr<Job>;

    void ask(const JobPtr& job, HttpMethod method);
    void take(const JobPtr& job, HttpMethod method, const HttpResult& result);
    void takeHead(const JobPtr& job, const HttpAnswer& answer);
    void takeBody(const JobPtr& job, const HttpAnswer& answer);
    void confirm(const JobPtr& job);
    void assemble(const JobPtr& job, const Descriptor& target, const Content& content);
    static void unseen(const JobPtr& job, const Error& error);

    RequestQueue& m_queue;
    ContentFetcher m_manifests;
    ContentFetcher m_configs;
    QString m_sourceId;
    QString m_namespace;
    bool m_prefersHead = false;
    bool m_isMetered = false;
};

} // namespace stowage
