// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/shell/SampleFleet.h"

namespace stowage::test {

namespace {

constexpr qint64 MiB = 1024 * 1024;

struct SampleLayer
{
    const char* word;
    qint64 mebibytes;
};

struct SampleImage
{
    const char* repository;
    const char* tag;
    std::vector<SampleLayer> layers;
};

const std::vector<SampleImage>& sampleImages()
{
    static const std::vector<SampleImage> images{
        {"team/web", "2.0", {{"base", 59}, {"node", 490}, {"web", 986}, {"model", 3174}}},
        {"team/api", "1.1", {{"base", 59}, {"jre", 352}, {"api", 212}}},
        {"infra/agent", "latest", {{"base", 59}, {"agent", 84}}},
    };
    return images;
}

Descriptor layerDescriptor(const SampleLayer& layer)
{
    return {sampleDigest(QString::fromLatin1(layer.word)), layer.mebibytes * MiB,
            QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip")};
}

Image image(const SampleImage& sample)
{
    Image image;
    image.key = {QStringLiteral("registry-1"), QString::fromLatin1(sample.repository),
                 QString::fromLatin1(sample.tag)};
    image.registryNamespace = QStringLiteral("docker.io");
    image.target = {sampleDigest(image.reference()), 1'234,
                    QStringLiteral("application/vnd.oci.image.manifest.v1+json")};
    PlatformImage platform;
    platform.platform = QStringLiteral("linux/amd64");
    platform.manifest = image.target;
    platform.config = {sampleDigest(image.reference() + QStringLiteral(" config")), 3'210,
                       QStringLiteral("application/vnd.oci.image.config.v1+json")};
    for (const SampleLayer& layer : sample.layers) {
        platform.layers.push_back(layerDescriptor(layer));
    }
    image.platforms.push_back(platform);
    return image;
}

struct Zone
{
    const char* name;
    int nodes;
};

/// Which layers lie where: agents everywhere, the rest on some, the model on one node alone.
bool holds(const QString& node, int number, const QString& layer)
{
    if (layer == QStringLiteral("model")) {
        return node == QStringLiteral("eu-b-04");
    }
    if (layer == QStringLiteral("base") || layer == QStringLiteral("agent")) {
        return true;
    }
    return (number * 7 + layer.size() * 3) % 5 < 3;
}

NodeContent content(const NodeObservation& node, int number, Timestamp at)
{
    NodeContent content{node.name, at, {}};
    for (const char* word : {"base", "node", "web", "model", "jre", "api", "agent"}) {
        const QString layer = QString::fromLatin1(word);
        const bool held = holds(node.name, number, layer);
        content.sightings.push_back({sampleDigest(layer), held ? Presence::Held : Presence::Absent,
                                     held ? Evidence::LocalHit : Evidence::JsonMiss});
    }
    for (const SampleImage& sample : sampleImages()) {
        const Image made = image(sample);
        content.sightings.push_back({made.target.digest, Presence::Held, Evidence::LocalHit});
        content.sightings.push_back(
            {made.platforms.front().config.digest, Presence::Held, Evidence::LocalHit});
    }
    return content;
}

NodeObservation node(const Zone& zone, int number, Timestamp at)
{
    NodeObservation node;
    node.zone = QString::fromLatin1(zone.name);
    node.name = QStringLiteral("%1-%2").arg(node.zone).arg(number, 2, 10, QLatin1Char('0'));
    node.state = NodeState::Live;
    node.identity = QStringLiteral("12D3KooW%1").arg(sampleDigest(node.name).shortHex(24));
    node.address =
        QStringLiteral("http://10.77.%1.%2:5000").arg(node.zone.back().unicode() - u'a').arg(number);
    node.at = at;
    if (node.name == QStringLiteral("eu-a-03")) {
        node.state = NodeState::Unable;
        node.reason = QStringLiteral("ready, but HEAD of a layer got no answer within 1 s");
    } else if (node.name == QStringLiteral("eu-b-06")) {
        node.state = NodeState::Gone;
        node.reason = QStringLiteral("connection refused at 10.77.1.6:5000");
    }
    return node;
}

} // namespace

Digest sampleDigest(const QString& word)
{
    return Digest::of(word.toUtf8());
}

Delta sampleStatus(const Clock& clock, const QString& id, const QString& kind)
{
    Delta delta;
    delta.source = id;
    delta.generation = SampleGeneration;
    delta.at = clock.now();
    SourceStatus status;
    status.id = id;
    status.kind = kind;
    status.url = QStringLiteral("https://%1.example:5000").arg(id);
    status.state = Freshness::Live;
    status.identity = QStringLiteral("%1.example").arg(id);
    status.version = QStringLiteral("2.8.2");
    status.capabilities = QStringList{QStringLiteral("inventory")};
    status.lastAnswer = clock.now();
    status.coverage = Coverage{true, {}};
    using namespace std::chrono_literals;
    status.phases = {1'200us, 640us, std::nullopt, 3'900us, 2'300us, 800us};
    status.requestsSent = 412;
    status.settled = true;
    delta.status = status;
    return delta;
}

Delta samplePeers(const Clock& clock)
{
    Delta delta = sampleStatus(clock, QStringLiteral("peers"), QStringLiteral("spegel"));
    delta.status->version = QStringLiteral("0.7.4");
    delta.status->capabilities = QStringList{QStringLiteral("placement")};
    for (const Zone& zone : {Zone{"eu-a", 6}, Zone{"eu-b", 6}, Zone{"eu-c", 4}}) {
        for (int number = 1; number <= zone.nodes; ++number) {
            delta.nodes.push_back(node(zone, number, clock.now()));
            delta.contents.push_back(content(delta.nodes.back(), number, clock.now()));
        }
    }
    return delta;
}

Delta sampleRegistry(const Clock& clock)
{
    Delta delta = sampleStatus(clock, QStringLiteral("registry-1"), QStringLiteral("registry"));
    for (const SampleImage& sample : sampleImages()) {
        delta.images.push_back(image(sample));
    }
    return delta;
}

std::vector<Delta> sampleSources(const Clock& clock)
{
    using namespace std::chrono_literals;
    std::vector<Delta> deltas{sampleStatus(clock, QStringLiteral("harbor-eu"), QStringLiteral("registry")),
                              sampleRegistry(clock), samplePeers(clock)};
    deltas[1].status->coverage =
        Coverage{false,
                 {QStringLiteral("team/old: HTTP 500"), QStringLiteral("team/secret: HTTP 403"),
                  QStringLiteral("lab/huge: the answer exceeds 4 MiB")}};
    deltas[1].status->warnings = {QStringLiteral("IPv6 is dead beside IPv4: connections to ::1 time out"),
                                  QStringLiteral("2.8.2 answers HTTP 500 for tags of an emptied repository")};
    deltas[1].status->phases.tcp6 = 250ms;
    deltas[1].status->requestsFailed = 7;
    Delta failed = sampleStatus(clock, QStringLiteral("registry-3"), QStringLiteral("registry"));
    failed.status->lastAnswer = clock.now() - 40min;
    failed.status->state = Freshness::Offline;
    failed.status->requestsFailed = 96;
    failed.status->error = Error{ErrorKind::Connect,
                                 QStringLiteral("connection refused"),
                                 QStringLiteral("registry-3 (registry-3.example:5000)"),
                                 QStringLiteral("see whether the registry runs and listens there"),
                                 {}};
    deltas.push_back(failed);
    Delta stale = sampleStatus(clock, QStringLiteral("mirror-lab"), QStringLiteral("registry"));
    stale.status->lastAnswer = clock.now() - 4min;
    stale.status->phases = {};
    deltas.push_back(stale);
    Delta unseen;
    unseen.source = QStringLiteral("edge-registry-with-a-rather-long-name");
    unseen.generation = SampleGeneration;
    unseen.at = clock.now();
    unseen.status = SourceStatus{};
    unseen.status->id = unseen.source;
    unseen.status->kind = QStringLiteral("registry");
    unseen.status->url = QStringLiteral("https://edge.example");
    unseen.status->progress = QStringLiteral("connecting");
    deltas.push_back(unseen);
    return deltas;
}

} // namespace stowage::test
