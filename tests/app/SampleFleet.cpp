// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/SampleFleet.h"

namespace stowage::test {
namespace {

const QString LayerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip");
const QString ManifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
const QString IndexType = QStringLiteral("application/vnd.oci.image.index.v1+json");

Descriptor layer(const char* name, qint64 bytes)
{
    return {sampleDigest(name), bytes, LayerType};
}

PlatformImage platform(const char* os, const char* name, std::vector<Descriptor> layers)
{
    const QByteArray config = QByteArray(name) + "-config";
    return {
        QString::fromLatin1(os),
        {sampleDigest(name), 700, ManifestType},
        {sampleDigest(config.constData()), 300, QStringLiteral("application/vnd.oci.image.config.v1+json")},
        std::move(layers)};
}

NodeObservation node(const char* name, const char* zone, NodeState state, Timestamp at)
{
    NodeObservation seen;
    seen.name = QString::fromLatin1(name);
    seen.zone = QString::fromLatin1(zone);
    seen.state = state;
    seen.reason = state == NodeState::Gone ? QStringLiteral("two probes without an answer") : QString();
    seen.at = at;
    return seen;
}

SourceStatus status(const char* id, const char* kind, const char* capability, Timestamp at)
{
    SourceStatus s;
    s.id = QString::fromLatin1(id);
    s.kind = QString::fromLatin1(kind);
    s.state = Freshness::Live;
    s.capabilities = QStringList(QString::fromLatin1(capability));
    s.lastAnswer = at;
    s.settled = true;
    return s;
}

} // namespace

Digest sampleDigest(const char* name)
{
    return Digest::of(name);
}

std::vector<Delta> sampleDeltas(Timestamp at)
{
    const Descriptor base = layer("base", 3LL << 30);
    Delta images;
    images.source = QStringLiteral("registry-1");
    images.generation = 1;
    images.at = at;
    images.status = status("registry-1", "registry", "inventory", at);
    images.status->coverage = Coverage{true, {}};
    images.images = {
        {{images.source, QStringLiteral("team/api"), QStringLiteral("1.0")},
         QStringLiteral("docker.io"),
         {sampleDigest("api"), 700, ManifestType},
         {platform("linux/amd64", "api", {base, layer("app", 1 << 20)})}},
        {{images.source, QStringLiteral("team/tool"), QStringLiteral("2")},
         QStringLiteral("docker.io"),
         {sampleDigest("tool-index"), 500, IndexType},
         {platform("linux/amd64", "tool-amd64", {base, layer("tool", 5)}),
          platform("linux/arm64", "tool-arm64", {base, layer("tool", 5)})}},
    };

    Delta peers;
    peers.source = QStringLiteral("peers");
    peers.generation = 1;
    peers.at = at;
    peers.status = status("peers", "spegel", "placement", at);
    peers.nodes = {node("n1", "a", NodeState::Live, at), node("n2", "a", NodeState::Live, at),
                   node("n3", "b", NodeState::Live, at), node("n4", "b", NodeState::Gone, at)};
    const auto held = [](const char* name) {
        return Sighting{sampleDigest(name), Presence::Held, Evidence::LocalHit};
    };
    const auto absent = [](const char* name) {
        return Sighting{sampleDigest(name), Presence::Absent, Evidence::JsonMiss};
    };
    const auto unknown = [](const char* name) {
        return Sighting{sampleDigest(name), Presence::Unknown, Evidence::BareMiss};
    };
    peers.contents = {
        {QStringLiteral("n1"),
         at,
         {held("base"), held("app"), absent("tool"), held("api"), held("api-config")}},
        {QStringLiteral("n2"), at, {held("base"), absent("app"), absent("tool")}},
        {QStringLiteral("n3"), at, {held("base"), unknown("app"), absent("tool")}},
    };
    return {images, peers};
}

} // namespace stowage::test
