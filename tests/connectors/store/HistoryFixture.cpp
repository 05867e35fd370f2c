// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/HistoryFixture.h"

namespace stowage::test {
namespace {

const QString Manifest = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
const QString Index = QStringLiteral("application/vnd.oci.image.index.v1+json");
const QString Config = QStringLiteral("application/vnd.oci.image.config.v1+json");
const QString Layer = QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip");

SourceStatus fullStatus()
{
    using Micros = PhaseTimes::Micros;
    SourceStatus status;
    status.id = QStringLiteral("registry-1");
    status.kind = QStringLiteral("registry");
    status.url = QStringLiteral("http://127.0.0.1:5101");
    status.state = Freshness::Stale;
    status.identity = QStringLiteral("größe \u4e2d\u6587 \U0001F4E6");
    status.version = QStringLiteral("2.8.2");
    status.capabilities = QStringList{QStringLiteral("inventory"), QStringLiteral("metrics")};
    status.error = Error{ErrorKind::RateLimited, QStringLiteral("too many"), QStringLiteral("registry-1"),
                         QStringLiteral("Wait."), Millis{1500}};
    status.warnings = QStringList{QStringLiteral("IPv6 did not answer, IPv4 did")};
    status.lastAnswer = seconds(3);
    status.limits = {Millis{1234}, Millis{56'789}};
    status.coverage = Coverage{false, {QStringLiteral("team/api: HTTP 500")}};
    status.phases = {Micros{1}, Micros{2}, std::nullopt, Micros{4}, Micros{5}, Micros{6}};
    return status;
}

} // namespace

Timestamp seconds(int count)
{
    static constexpr qint64 Start = 1'795'291'200'000;
    return Timestamp{Millis{Start + qint64(count) * 1000}};
}

Digest digestOf(const QString& text)
{
    return Digest::of(text.toUtf8());
}

Image imageOf(const QString& repository, const QString& tag, const QStringList& layers)
{
    PlatformImage platform{QStringLiteral("linux/amd64"),
                           {digestOf(repository + tag), 500, Manifest},
                           {digestOf(tag), 120, Config},
                           {}};
    for (const QString& layer : layers) {
        platform.layers.push_back({digestOf(layer), 1000 + layer.size(), Layer});
    }
    return {{QStringLiteral("registry-1"), repository, tag},
            QStringLiteral("docker.io"),
            platform.manifest,
            {platform}};
}

Delta deltaOf(const QString& source, Timestamp at)
{
    Delta delta;
    delta.source = source;
    delta.at = at;
    return delta;
}

Delta everything()
{
    Delta delta = deltaOf(QStringLiteral("registry-1"), seconds(5));
    Image index = imageOf(QStringLiteral("team/api"), QStringLiteral("1.0"),
                          {QStringLiteral("a"), QStringLiteral("b")});
    index.target = {digestOf(QStringLiteral("index")), 777, Index};
    index.platforms.push_back(
        {QStringLiteral("linux/arm64/v8"), {digestOf(QStringLiteral("m2")), 501, Manifest}, {}, {}});
    delta.images = {index, imageOf(QStringLiteral("solo"), QStringLiteral("latest"), {})};
    delta.nodes = {{QStringLiteral("n1"),
                    QStringLiteral("a"),
                    NodeState::Live,
                    {},
                    QStringLiteral("12D3KooW"),
                    QStringLiteral("http://10.77.0.1:5000"),
                    seconds(4)},
                   {QStringLiteral("n2"),
                    QStringLiteral("b"),
                    NodeState::Gone,
                    QStringLiteral("no connection"),
                    {},
                    QStringLiteral("http://10.77.0.2:5000"),
                    seconds(2)},
                   {QStringLiteral("n3"),
                    QStringLiteral("b"),
                    NodeState::Unseen,
                    {},
                    {},
                    QStringLiteral("http://10.77.0.3:5000"),
                    {}}};
    delta.contents = {{QStringLiteral("n1"),
                       seconds(4),
                       {{digestOf(QStringLiteral("a")), Presence::Held, Evidence::LocalHit},
                        {digestOf(QStringLiteral("b")), Presence::Absent, Evidence::JsonMiss}}},
                      {QStringLiteral("n1"),
                       seconds(5),
                       {{digestOf(QStringLiteral("m2")), Presence::Unknown, Evidence::NamespaceNotAsked}}},
                      {QStringLiteral("unheard"),
                       seconds(1),
                       {{digestOf(QStringLiteral("a")), Presence::Unknown, Evidence::Silent}}}};
    delta.status = fullStatus();
    return delta;
}

QStringList factsOf(const std::vector<Delta>& deltas)
{
    QStringList facts;
    const auto line = [&](const Delta& delta, const QString& text) {
        facts << delta.source + QLatin1Char(' ') + text;
    };
    for (const Delta& delta : deltas) {
        for (const Image& image : delta.images) {
            line(delta, QStringLiteral("image %1 %2 %3")
                            .arg(image.reference(), image.target.digest.shortHex(), toRfc3339(delta.at)));
        }
        for (const NodeObservation& node : delta.nodes) {
            line(delta, QStringLiteral("node %1 %2 %3 %4")
                            .arg(node.name, node.zone, nodeStateName(node.state), toRfc3339(node.at)));
        }
        for (const NodeContent& content : delta.contents) {
            for (const Sighting& sighting : content.sightings) {
                line(delta,
                     QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(content.node, sighting.digest.shortHex(), presenceName(sighting.presence))
                         .arg(int(sighting.evidence))
                         .arg(toRfc3339(content.at)));
            }
        }
        if (delta.status) {
            line(delta, QStringLiteral("status %1 %2")
                            .arg(delta.status->version, toRfc3339(delta.status->lastAnswer)));
        }
    }
    facts.sort();
    return facts;
}

} // namespace stowage::test
