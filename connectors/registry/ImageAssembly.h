// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/ContentFetcher.h"

#include <map>

namespace stowage {

/// Puts one image together from its manifest or index: follows an index to its manifests, and asks a plain
/// manifest's config for the platform. Held by the callbacks that it waits for.
class ImageAssembly : public std::enable_shared_from_this<ImageAssembly>
{
public:
    /// How deep indexes may stand in indexes; content addressing rules out circles, not depth.
    static constexpr int MaxDepth = 3;

    struct Outcome
    {
        std::vector<PlatformImage> platforms; ///< in the index's order
        QStringList missing;                  ///< each with its reason
        bool mayCome = false; ///< some of it failed in a way that may pass: neither absent nor malformed
    };
    using Done = std::function<void(const Outcome& outcome)>;

    ImageAssembly(ContentFetcher& manifests, ContentFetcher& configs, QString repository, Done done);

    /// Begins; `done` is called once, possibly from within.
    void start(const Descriptor& target, const Content& content);

private:
    /// Where in the index (and in the index within it) an entry stands.
    using Place = std::vector<size_t>;

    void add(const Descriptor& target, const QString& platform, const Content& content, const Place& place);
    void addChildren(const Manifest& index, const Place& place);
    void addPlain(const Descriptor& target, const QString& platform, const Manifest& manifest,
                  const Place& place);
    void miss(const QString& what, const Error& error);
    void finishOne();

    ContentFetcher& m_manifests;
    ContentFetcher& m_configs;
    QString m_repository;
    Done m_done;
    std::map<Place, PlatformImage> m_found;
    Outcome m_outcome;
    int m_open = 0;
};

} // namespace stowage
