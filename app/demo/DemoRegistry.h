// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoRegistryPage.h"
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
///
/// Its debug server has `/metrics` and `/debug/health`, which says that all is well whatever happens, as the
/// real one's does.
class DemoRegistry
{
public:
    static constexpr int DefaultPage = 100;  ///< repositories a catalog page without n
    static constexpr int LargestPage = 1000; ///< above it n is refused

    /// The world must outlive the registry, and so must an engine that it shares with others.
    explicit DemoRegistry(DemoWorld& world, MicroEngine* shared = nullptr);

    MicroServer& server() { return m_server; }
    const MicroServer& server() const { return m_server; }
    MicroServer& debugServer() { return m_debug; }
    const MicroServer& debugServer() const { return m_debug; }

    /// As which version its metrics show it.
    void setVersion(DemoRegistryVersion version) { m_version = version; }

    /// Its metrics tell that it runs into the limit of its CPU from then on, on the world's clock. Who asks
    /// it is answered all the same.
    void setBusyFrom(std::optional<Millis> at) { m_busyFrom = at; }

private:
    MicroResponse answer(const MicroRequest& request);
    MicroResponse handle(const MicroRequest& request);
    MicroResponse debugPage(const MicroRequest& request) const;
    MicroResponse catalog(const MicroRequest& request) const;
    MicroResponse tags(const MicroRequest& request, const DistributionPath& path) const;
    MicroResponse manifest(const MicroRequest& request, const DistributionPath& path);
    MicroResponse blob(const MicroRequest& request, const DistributionPath& path);
    MicroResponse deleteManifest(const DistributionPath& path);

    DemoWorld& m_world;
    DemoRequestCounts m_answered; ///< methods in lower case, as the real one counts them
    DemoRegistryVersion m_version = DemoRegistryVersion::V2_8;
    std::optional<Millis> m_busyFrom;
    MicroServer m_server;
    MicroServer m_debug;
};

} // namespace stowage
