// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DistributionPath.h"
#include "app/demo/MicroServer.h"

namespace stowage {

class DemoWorld;

/// A registry over the world that answers as distribution 2.8.2 does (contract distribution.md, recordings):
/// catalog with n, last and Link, tags, manifests with the rules of Accept and If-None-Match, blobs, deletion
/// of manifests.
///
/// Where it differs on purpose: a GET of a layer is 404 BLOB_UNKNOWN, for layers have a size and no bytes;
/// uploads are 405, as of a registry under maintenance; ranges are not cut; a 304 states the entity's length;
/// a Docker manifest is served as it is to clients that do not accept it, where the real one converts it.
class DemoRegistry
{
public:
    static constexpr int DefaultPage = 100;  ///< repositories a catalog page without n
    static constexpr int LargestPage = 1000; ///< above it n is refused

    /// The world must outlive the registry, and so must an engine that it shares with others.
    explicit DemoRegistry(DemoWorld& world, MicroEngine* shared = nullptr);

    MicroServer& server() { return m_server; }
    const MicroServer& server() const { return m_server; }

private:
    MicroResponse handle(const MicroRequest& request);
    MicroResponse catalog(const MicroRequest& request) const;
    MicroResponse tags(const MicroRequest& request, const DistributionPath& path) const;
    MicroResponse manifest(const MicroRequest& request, const DistributionPath& path);
    MicroResponse blob(const MicroRequest& request, const DistributionPath& path);
    MicroResponse deleteManifest(const DistributionPath& path);

    DemoWorld& m_world;
    MicroServer m_server;
};

} // namespace stowage
