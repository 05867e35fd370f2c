// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeer.h"

#include "app/demo/DemoWorld.h"

#include <algorithm>

namespace stowage {

namespace {

using Route = DistributionPath::Route;

/// How many peers a request is tried on.
constexpr int MaxAttempts = 3;

MicroResponse empty(int status)
{
    return {status, {}, {}, -1};
}

/// The body's keys in the order of the recordings. No part needs escaping: names and references passed the
/// grammar.
MicroResponse unknown(Route route, const QByteArray& message, const QByteArray& detail = {})
{
    const QByteArray code = route == Route::Blobs ? "BLOB_UNKNOWN" : "MANIFEST_UNKNOWN";
    return {404,
            {{"Content-Type", "application/json"}},
            "{\"errors\":[{\"code\":\"" + code + "\"," + detail + "\"message\":\"" + message + "\"}]}",
            -1};
}

bool isServedBy(Route route, ContentKind kind)
{
    const bool isManifest = kind == ContentKind::Manifest || kind == ContentKind::Index;
    return isManifest == (route == Route::Manifests);
}

bool isReading(const MicroRequest& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// Whether this route serves it to this request: layers have no bytes to GET.
bool isServable(Route route, const DemoContent& content, const MicroRequest& request)
{
    return isServedBy(route, content.kind) && (request.isHead() || content.isAtHand());
}

MicroResponse served(const DemoContent& content)
{
    MicroResponse answer;
    const bool isManifest = isServedBy(Route::Manifests, content.kind);
    if (!isManifest) {
        answer.headers.emplace_back("Accept-Ranges", "bytes");
    }
    answer.headers.emplace_back("Content-Type", isManifest ? content.descriptor.mediaType.toLatin1()
                                                           : QByteArray("application/octet-stream"));
    answer.headers.emplace_back("Docker-Content-Digest", content.descriptor.digest.toByteArray());
    answer.body = content.body;
    answer.entityBytes = content.isAtHand() ? -1 : content.descriptor.bytes;
    return answer;
}

} // namespace

DemoPeer::DemoPeer(const DemoWorld& world, size_t node, MicroEngine* shared, QByteArray mirrored)
    : m_world(world), m_node(node), m_mirrored(std::move(mirrored)),
      m_registry([this](const MicroRequest& request) { return counted(request, handleRegistry(request)); },
                 shared),
      m_metrics([this](const MicroRequest& request) { return counted(request, handleMetrics(request)); },
                shared)
{
}

Result<void> DemoPeer::start()
{
    for (MicroServer* server : {&m_registry, &m_metrics}) {
        if (auto reserved = server->reserve(); !reserved) {
            return reserved;
        }
    }
    return follow();
}

Result<void> DemoPeer::follow()
{
    const DemoNode& node = m_world.nodes()[m_node];
    const bool isRestarted = std::exchange(m_identity, node.identity) != node.identity;
    if (isRestarted) {
        m_answered.clear();
    }
    for (MicroServer* server : {&m_registry, &m_metrics}) {
        if (node.state == DemoNodeState::Gone || isRestarted) {
            server->refuse();
        }
        if (node.state == DemoNodeState::Gone) {
            continue;
        }
        if (auto listens = server->listen(); !listens) {
            return listens;
        }
    }
    if (node.state == DemoNodeState::Live) {
        m_registry.resume();
    }
    return {};
}

void DemoPeer::stop()
{
    m_registry.close();
    m_metrics.close();
}

/// As Spegel does, by the pattern of the path; its metrics page is not counted.
MicroAnswer DemoPeer::counted(const MicroRequest& request, MicroAnswer answer)
{
    const auto* response = std::get_if<MicroResponse>(&answer);
    const bool isContent = request.path.startsWith("/v2/");
    const bool isKnown =
        request.path == "/readyz" || request.path == "/livez" || request.path == "/debug/web/metadata";
    if (response != nullptr && isReading(request) && (isContent || isKnown)) {
        const QByteArray handler = isContent ? QByteArray("/v2/*") : request.path;
        ++m_answered[{QByteArray::number(response->status), handler, request.method.toByteArray()}];
    }
    return answer;
}

MicroAnswer DemoPeer::handleMetrics(const MicroRequest& request) const
{
    if (request.path == "/metrics" && isReading(request)) {
        return MicroResponse{
            200,
            {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8; escaping=underscores"}},
            demoMetrics(m_world, m_node, m_mirrored, m_answered, m_registry.suspendedCount()),
            -1};
    }
    if (request.path != "/debug/web/metadata" || !isReading(request)) {
        return empty(404);
    }
    return MicroResponse{200,
                         {{"Content-Type", "application/json"}},
                         "{\"libp2p\":{\"id\":\"" + m_world.nodes()[m_node].identity + "\"}}",
                         -1};
}

MicroAnswer DemoPeer::handleRegistry(const MicroRequest& request) const
{
    if (!isReading(request)) {
        return empty(404);
    }
    if (request.path == "/readyz" || request.path == "/livez" || request.path == "/v2/" ||
        request.path == "/v2") {
        return empty(200);
    }
    const auto path = DistributionPath::parse(request.path);
    const auto asked = request.queryValue("ns");
    if (!path || path->route == Route::Tags || asked != m_mirrored) {
        return empty(404);
    }
    return content(request, *path);
}

MicroAnswer DemoPeer::content(const MicroRequest& request, const DistributionPath& path) const
{
    if (m_world.nodes()[m_node].state != DemoNodeState::Live) {
        return MicroSuspend{};
    }
    if (request.header("X-Spegel-Mirrored") == "true" || heldHere(path)) {
        return local(request, path);
    }
    return mirrored(request, path);
}

std::optional<size_t> DemoPeer::wanted(const DistributionPath& path) const
{
    if (const auto digest = Digest::parse(path.reference)) {
        return m_world.findContent(*digest);
    }
    const DemoRepository* repository = m_world.findRepository(path.name);
    return repository != nullptr ? repository->tag(path.reference) : std::nullopt;
}

std::optional<size_t> DemoPeer::heldHere(const DistributionPath& path) const
{
    const auto found = wanted(path);
    return found && m_world.holds(m_node, *found) ? found : std::nullopt;
}

MicroResponse DemoPeer::local(const MicroRequest& request, const DistributionPath& path) const
{
    const auto found = heldHere(path);
    if (!found && path.route == Route::Manifests && !path.reference.contains(':')) {
        return unknown(path.route, "could not get digest for image tag " + m_mirrored + '/' + path.name +
                                       ':' + path.reference);
    }
    const DemoContent* held = found ? &m_world.content()[*found] : nullptr;
    if (held == nullptr || !isServable(path.route, *held, request)) {
        const QByteArray kind = path.route == Route::Blobs ? "blob " : "manifest ";
        return unknown(path.route, "could not get " + kind + path.reference);
    }
    MicroResponse answer = served(*held);
    answer.headers.emplace_back("Oci-Namespace", m_mirrored);
    return answer;
}

MicroResponse DemoPeer::mirrored(const MicroRequest& request, const DistributionPath& path) const
{
    const auto found = wanted(path);
    int attempts = 0;
    for (size_t node = 0; found && node < m_world.nodes().size(); ++node) {
        if (!m_world.holds(node, *found)) {
            continue;
        }
        const DemoNode& holder = m_world.nodes()[node];
        const bool isRecorded =
            holder.state != DemoNodeState::Gone || m_world.now() - holder.goneSince < RecordLife;
        const DemoContent& held = m_world.content()[*found];
        if (holder.state == DemoNodeState::Live && isServable(path.route, held, request)) {
            return served(held);
        }
        attempts += isRecorded ? 1 : 0;
    }
    attempts = std::min(attempts, MaxAttempts);
    const QByteArray reason =
        attempts == 0 ? "could not find peer for " : "all request retries exhausted for ";
    const bool isTag = !path.reference.contains(':');
    return unknown(path.route,
                   reason + (isTag ? m_mirrored + '/' + path.name + ':' : QByteArray()) + path.reference,
                   "\"detail\":{\"attempts\":" + QByteArray::number(attempts) + "},");
}

} // namespace stowage
