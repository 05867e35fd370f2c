// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/FleetFixture.h"

namespace stowage::test {

Descriptor FleetFixture::descriptor(const QString& name, qint64 bytes)
{
    return {digest(name), bytes, QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip")};
}

Image FleetFixture::image(const QString& reference, const QStringList& layers)
{
    const qsizetype colon = reference.indexOf(QLatin1Char(':'));
    Image image;
    image.key = {QStringLiteral("reg"), reference.left(colon), reference.mid(colon + 1)};
    image.registryNamespace = QStringLiteral("docker.io");
    image.target = descriptor(QStringLiteral("manifest of ") + reference, 10);
    PlatformImage platform{QStringLiteral("linux/amd64"),
                           image.target,
                           descriptor(QStringLiteral("config of ") + reference, 20),
                           {}};
    for (const QString& layer : layers) {
        platform.layers.push_back(descriptor(layer));
    }
    image.platforms.push_back(std::move(platform));
    return image;
}

Delta FleetFixture::from(const QString& source, quint64 generation) const
{
    Delta delta;
    delta.source = source;
    delta.generation = generation;
    delta.at = clock.now();
    return delta;
}

NodeObservation FleetFixture::node(const QString& name, NodeState state) const
{
    NodeObservation observation;
    observation.name = name;
    observation.zone = QStringLiteral("a");
    observation.state = state;
    observation.at = clock.now();
    return observation;
}

NodeContent FleetFixture::content(const QString& node, const QString& cells) const
{
    NodeContent content{node, clock.now(), {}};
    for (const QString& cell : cells.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const Digest named = digest(cell.mid(1));
        switch (cell.front().toLatin1()) {
        case '+':
            content.sightings.push_back({named, Presence::Held, Evidence::LocalHit});
            break;
        case '-':
            content.sightings.push_back({named, Presence::Absent, Evidence::JsonMiss});
            break;
        default:
            content.sightings.push_back({named, Presence::Unknown, Evidence::Silent});
        }
    }
    return content;
}

void FleetFixture::images(const std::vector<Image>& images, quint64 generation)
{
    Delta delta = from(QStringLiteral("reg"), generation);
    delta.images = images;
    fleet.apply(delta);
}

void FleetFixture::nodes(const std::vector<NodeObservation>& nodes, const QString& source)
{
    Delta delta = from(source);
    delta.nodes = nodes;
    fleet.apply(delta);
}

void FleetFixture::cells(const QString& node, const QString& cells)
{
    Delta delta = from(QStringLiteral("peers"));
    delta.contents = {content(node, cells)};
    fleet.apply(delta);
}

void FleetFixture::status(const QString& source, Freshness state, Timestamp lastAnswer, quint64 generation)
{
    Delta delta = from(source, generation);
    SourceStatus status;
    status.id = source;
    status.state = state;
    status.lastAnswer = lastAnswer;
    delta.status = status;
    fleet.apply(delta);
}

Cell FleetFixture::cell(const QString& layer, const QString& node) const
{
    return fleet.cell(*fleet.findLayer(digest(layer)), *fleet.findNode(node));
}

QString FleetFixture::counts(const QString& layer) const
{
    const Layer& entry = layerNamed(layer);
    return QStringLiteral("%1 %2 %3").arg(entry.held).arg(entry.absent).arg(entry.unknown);
}

} // namespace stowage::test
