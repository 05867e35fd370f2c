// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/placement/SampleFleet.h"

namespace stowage::test {

namespace {

const QString Registry = QStringLiteral("registry-1");
const QString Peers = QStringLiteral("peers");

QString zoneOf(const QString& node)
{
    return node.section(u'-', 0, -2);
}

QStringList nodesOf(const QString& zone, int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i) {
        names << QStringLiteral("%1-%2").arg(zone).arg(i, 2, 10, QLatin1Char('0'));
    }
    return names;
}

Presence presenceIf(bool held)
{
    return held ? Presence::Held : Presence::Absent;
}

} // namespace

Delta SampleFleet::delta(const QString& source, Timestamp at) const
{
    Delta delta;
    delta.source = source;
    delta.generation = 1;
    delta.at = at;
    return delta;
}

Descriptor SampleFleet::layer(const QString& name, qint64 bytes)
{
    return {Digest::of(name.toUtf8()), bytes, QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip")};
}

Image SampleFleet::image(const QString& repository, const QString& tag,
                         const std::vector<PlatformImage>& platforms)
{
    Image image;
    image.key = {Registry, repository, tag};
    image.registryNamespace = QStringLiteral("docker.io");
    image.platforms = platforms;
    for (PlatformImage& platform : image.platforms) {
        const QString name = repository + tag + platform.platform;
        platform.manifest = {Digest::of((name + QStringLiteral("m")).toUtf8()), 1200,
                             QStringLiteral("application/vnd.oci.image.manifest.v1+json")};
        platform.config = {Digest::of((name + QStringLiteral("c")).toUtf8()), 4200,
                           QStringLiteral("application/vnd.oci.image.config.v1+json")};
    }
    const bool index = platforms.size() > 1;
    image.target = index ? Descriptor{Digest::of((repository + tag).toUtf8()), 900,
                                      QStringLiteral("application/vnd.oci.image.index.v1+json")}
                         : image.platforms.front().manifest;
    return image;
}

void SampleFleet::tellNode(const QString& name, NodeState state, Timestamp at, const QString& reason)
{
    Delta told = delta(Peers, at);
    NodeObservation node;
    node.name = name;
    node.zone = zoneOf(name);
    node.state = state;
    node.reason = reason;
    node.address = QStringLiteral("http://10.77.0.1:5000");
    node.at = at;
    told.nodes.push_back(node);
    m_fleet.apply(told);
}

void SampleFleet::tellCell(const QString& node, const Digest& digest, Presence presence, Timestamp at)
{
    Delta told = delta(Peers, at);
    const Evidence evidence = presence == Presence::Held     ? Evidence::LocalHit
                              : presence == Presence::Absent ? Evidence::JsonMiss
                                                             : Evidence::Silent;
    told.contents.push_back({node, at, {{digest, presence, evidence}}});
    m_fleet.apply(told);
}

void SampleFleet::tellImages(const std::vector<Image>& images)
{
    Delta told = delta(Registry, m_fleet.now());
    told.images = images;
    m_fleet.apply(told);
}

void SampleFleet::tellStatus(const SourceStatus& status)
{
    Delta told = delta(status.id, m_fleet.now());
    told.status = status;
    m_fleet.apply(told);
}

SourceStatus SampleFleet::fine(const QString& id, const QString& kind) const
{
    SourceStatus status;
    status.id = id;
    status.kind = kind;
    status.url = QStringLiteral("http://127.0.0.1:5101");
    status.state = Freshness::Live;
    status.lastAnswer = m_fleet.now();
    status.capabilities = {kind == QLatin1String("registry") ? QStringLiteral("inventory")
                                                             : QStringLiteral("placement")};
    status.settled = true;
    status.coverage = Coverage{true, {}};
    return status;
}

std::vector<Image> SampleFleet::picturedImages()
{
    const char* const names[] = {
        "team/web:2.0",      "team/api:1.1",  "ml/train:0.9",      "infra/agent:latest", "base/debian:12.8",
        "team/cart:4.2",     "obs/otel:0.98", "team/checkout:3.3", "team/search:1.9",    "infra/dns:1.11.3",
        "infra/proxy:2.9.1", "ml/serve:1.4",  "ml/notebook:6.0",   "obs/loki:3.2",       "obs/grafana:11.3",
        "team/mail:0.7",     "team/auth:5.0", "ci/runner:2.320",   "ci/buildkit:0.17",   "data/spark:3.5"};
    const std::vector<Descriptor> base = {layer(QStringLiteral("base-0"), 62'000'000),
                                          layer(QStringLiteral("base-1"), 240'000'000)};
    std::vector<Image> images;
    for (const char* const name : names) {
        const QString reference = QLatin1String(name);
        const bool two = reference.startsWith(QLatin1String("infra/dns")) ||
                         reference.startsWith(QLatin1String("ml/serve"));
        std::vector<PlatformImage> platforms(two ? 2 : 1);
        for (size_t i = 0; i < platforms.size(); ++i) {
            platforms[i].platform =
                two && i == 1 ? QStringLiteral("linux/arm64/v8") : QStringLiteral("linux/amd64");
            platforms[i].layers = below(3) == 0 ? base : std::vector<Descriptor>();
            const int own = 3 + below(4);
            for (int layerNumber = 0; layerNumber < own; ++layerNumber) {
                const QString unique =
                    QStringLiteral("%1/%2/%3").arg(reference, platforms[i].platform).arg(layerNumber);
                const qint64 bytes = (40LL + below(60) * below(45)) * 1'000'000;
                platforms[i].layers.push_back(layer(unique, bytes));
            }
        }
        images.push_back(image(reference.section(u':', 0, 0), reference.section(u':', 1), platforms));
    }
    return images;
}

void SampleFleet::fill(const QStringList& nodes, const std::vector<Image>& images, Timestamp at)
{
    for (const QString& node : nodes) {
        NodeContent content{node, at, {}};
        for (size_t i = 0; i < images.size(); ++i) {
            // The third in popularity is everywhere, the first hardly anywhere.
            const int share = i % 20 == 0   ? 10
                              : i % 20 == 3 ? 97
                              : i % 20 == 2 ? 22
                                            : 25 + static_cast<int>((i * 37) % 65);
            for (const PlatformImage& platform : images[i].platforms) {
                const bool all = below(100) < share / 2;
                for (const Descriptor* whole : {&platform.manifest, &platform.config}) {
                    content.sightings.push_back(
                        {whole->digest, presenceIf(all || below(3) == 0), Evidence::LocalHit});
                }
                for (const Descriptor& descriptor : platform.layers) {
                    const Presence presence = presenceIf(all || below(100) < share);
                    content.sightings.push_back(
                        {descriptor.digest, presence,
                         presence == Presence::Held ? Evidence::LocalHit : Evidence::JsonMiss});
                }
            }
        }
        Delta told = delta(Peers, at);
        told.contents.push_back(content);
        m_fleet.apply(told);
    }
}

void SampleFleet::pictured(Millis age)
{
    const Timestamp now = m_fleet.now();
    tellStatus(fine(Registry, QStringLiteral("registry")));
    tellStatus(fine(Peers, QStringLiteral("spegel")));
    const std::vector<Image> images = picturedImages();
    tellImages(images);
    const QStringList nodes = nodesOf(QStringLiteral("eu-a"), 17) + nodesOf(QStringLiteral("eu-b"), 17) +
                              nodesOf(QStringLiteral("eu-c"), 14);
    const QStringList old = {QStringLiteral("eu-c-01"), QStringLiteral("eu-c-02")};
    for (const QString& node : nodes) {
        tellNode(node, NodeState::Live, now - age);
        fill({node}, images, old.contains(node) ? now - age : now - Millis{2'800});
        tellNode(node, NodeState::Live, now);
    }
    // Three layers that one node holds, one that none does, and one that was last seen on the node that is
    // gone.
    const auto only = [&](const Descriptor& descriptor, const QString& holder) {
        for (const QString& node : nodes) {
            tellCell(node, descriptor.digest, presenceIf(node == holder), now - Millis{1'500});
        }
    };
    only(images[0].platforms[0].layers.back(), QStringLiteral("eu-a-01"));
    only(images[2].platforms[0].layers.back(), QStringLiteral("eu-b-05"));
    only(images[11].platforms[0].layers.back(), QStringLiteral("eu-a-10"));
    only(images[0].platforms[0].layers[images[0].platforms[0].layers.size() - 2], QStringLiteral("eu-b-17"));
    tellNode(QStringLiteral("eu-b-17"), NodeState::Gone, now, QStringLiteral("connection refused"));
    tellNode(QStringLiteral("eu-a-12"), NodeState::Unable, now,
             QStringLiteral("content does not answer within 1 s"));
    m_fleet.flush();
}

void SampleFleet::plain(int nodes, int layers)
{
    const Timestamp now = m_fleet.now();
    std::vector<Image> images;
    for (int first = 0; first < layers; first += 10) {
        PlatformImage platform;
        for (int i = first; i < qMin(layers, first + 10); ++i) {
            platform.layers.push_back(layer(QStringLiteral("layer %1").arg(i), 1'000'000LL * (1 + i % 97)));
        }
        images.push_back(
            image(QStringLiteral("team/app-%1").arg(first / 10), QStringLiteral("1.0"), {platform}));
    }
    tellStatus(fine(Registry, QStringLiteral("registry")));
    tellStatus(fine(Peers, QStringLiteral("spegel")));
    tellImages(images);
    const QString zones[] = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    for (int i = 0; i < 3; ++i) {
        for (const QString& node : nodesOf(zones[i], nodes / 3 + (i < nodes % 3 ? 1 : 0))) {
            tellNode(node, NodeState::Live, now);
            fill({node}, images, now);
        }
    }
    m_fleet.flush();
}

std::vector<Image> SampleFleet::largeImages(int layers)
{
    static const char* const teams[] = {"team", "ml",   "infra", "base", "obs",
                                        "ci",   "data", "edge",  "shop", "auth"};
    std::vector<Image> images;
    for (int first = 0; first < layers;) {
        PlatformImage platform;
        platform.platform = QStringLiteral("linux/amd64");
        const int count = qMin(layers - first, 5 + below(below(4) == 0 ? 35 : 12));
        for (int i = first; i < first + count; ++i) {
            const qint64 bytes = (4LL + below(60) * below(45)) * 1'000'000;
            platform.layers.push_back(layer(QStringLiteral("layer %1").arg(i), bytes));
        }
        first += count;
        const auto number = static_cast<int>(images.size());
        const QString repository =
            QStringLiteral("%1/service-%2").arg(QLatin1String(teams[number % 10])).arg(number / 10);
        images.push_back(image(repository, QStringLiteral("%1.%2").arg(below(5)).arg(below(20)), {platform}));
    }
    return images;
}

void SampleFleet::large(int nodes, int layers)
{
    const Timestamp now = m_fleet.now();
    tellStatus(fine(Registry, QStringLiteral("registry")));
    tellStatus(fine(Peers, QStringLiteral("spegel")));
    const std::vector<Image> images = largeImages(layers);
    tellImages(images);
    std::vector<int> shares;
    for (size_t i = 0; i < images.size(); ++i) {
        shares.push_back(below(8) == 0 ? 95 : below(3) == 0 ? 40 : 1 + below(8));
    }
    const int zones = qMax(3, nodes / 100);
    for (int i = 0; i < nodes; ++i) {
        const QString zone =
            QStringLiteral("eu-%1%2").arg(QChar(u'a' + (i % zones) % 26)).arg((i % zones) / 26 + 1);
        const QString node = QStringLiteral("%1-%2").arg(zone).arg(i / zones + 1, 3, 10, QLatin1Char('0'));
        tellNode(node, NodeState::Live, now);
        NodeContent content{node, below(30) == 0 ? now - Millis{100'000} : now - Millis{2'000}, {}};
        for (size_t k = 0; k < images.size(); ++k) {
            const bool all = below(100) < shares[k];
            int number = 0;
            for (const Descriptor& descriptor : images[k].platforms.front().layers) {
                const bool rare = number++ % 17 == 16;
                const bool held = rare ? below(nodes) == 0 : all || below(300) < shares[k];
                content.sightings.push_back(
                    {descriptor.digest, presenceIf(held), held ? Evidence::LocalHit : Evidence::JsonMiss});
            }
        }
        Delta told = delta(Peers, now);
        told.contents.push_back(std::move(content));
        m_fleet.apply(told);
        if (below(50) == 0) {
            tellNode(node, below(2) == 0 ? NodeState::Gone : NodeState::Unable, now,
                     QStringLiteral("connection refused"));
        }
    }
    m_fleet.flush();
}

void SampleFleet::changeCells(int count)
{
    const Timestamp now = m_fleet.now();
    const auto nodes = m_fleet.nodes();
    const auto layers = m_fleet.layers();
    const int each = qMax(1, count / static_cast<int>(nodes.size()));
    for (const Node& node : nodes) {
        Delta told = delta(Peers, now);
        NodeContent& content = told.contents.emplace_back(NodeContent{node.seen.name, now, {}});
        for (int i = 0; i < each; ++i) {
            const auto layer = static_cast<size_t>(below(static_cast<int>(layers.size())));
            const bool held = below(2) == 0;
            content.sightings.push_back({layers[layer].descriptor.digest, presenceIf(held),
                                         held ? Evidence::LocalHit : Evidence::JsonMiss});
        }
        m_fleet.apply(told);
    }
}

} // namespace stowage::test
