// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/RandomFleet.h"

#include <algorithm>
#include <array>

namespace stowage::test {
namespace {

const QStringList Sources{QStringLiteral("peers"), QStringLiteral("hub")};

} // namespace

void RandomFleet::step()
{
    const size_t dice = below(100);
    if (dice < 15) {
        tellNodes();
    } else if (dice < 20) {
        forgetNode();
    } else if (dice < 35) {
        tellImage();
    } else if (dice < 42) {
        removeImage();
    } else if (dice < 90) {
        tellCells();
    } else {
        fixture.clock.advance(std::chrono::seconds{below(12)});
        fixture.fleet.judgeAges();
    }
}

void RandomFleet::tellNodes()
{
    Delta delta = fixture.from(Sources.at(static_cast<qsizetype>(below(2))));
    for (size_t i = 0; i <= below(3); ++i) {
        const QString name = nodeName();
        // Live more often than not, or there would be little to count.
        const NodeState state =
            below(3) != 0 ? NodeState::Live
                          : std::array{NodeState::Unseen, NodeState::Unable, NodeState::Gone}.at(below(3));
        delta.nodes.push_back(fixture.node(name, state));
        m_nodes[name].insert(delta.source);
        m_states[name] = state;
    }
    // Two sources at the same moment would be a tie that the account does not judge.
    fixture.clock.advance(Millis{1});
    for (NodeObservation& node : delta.nodes) {
        node.at = fixture.clock.now();
    }
    fixture.fleet.apply(delta);
}

void RandomFleet::forgetNode()
{
    // By all its sources: which observation stands after one of two has gone is tried in tst_fleet.
    const QString name = nodeName();
    for (const QString& source : Sources) {
        Delta delta = fixture.from(source);
        delta.removedNodes.push_back(name);
        fixture.fleet.apply(delta);
    }
    m_nodes.erase(name);
    m_states.erase(name);
    std::erase_if(m_cells, [&name](const auto& cell) { return cell.first.first == name; });
}

void RandomFleet::tellImage()
{
    const QString reference = QStringLiteral("image:%1").arg(below(8));
    QStringList layers;
    for (size_t i = 0; i <= below(5); ++i) {
        layers << layerName();
    }
    fixture.images({fixture.image(reference, layers)});
    m_images[reference] = layers;
    dropUnneeded();
}

void RandomFleet::removeImage()
{
    const QString tag = QString::number(below(8));
    Delta delta = fixture.from(QStringLiteral("reg"));
    delta.removedImages.push_back({QStringLiteral("reg"), QStringLiteral("image"), tag});
    fixture.fleet.apply(delta);
    m_images.erase(QStringLiteral("image:") + tag);
    dropUnneeded();
}

void RandomFleet::tellCells()
{
    const QString node = nodeName();
    NodeContent content{node, fixture.clock.now(), {}};
    for (size_t i = 0; i <= below(6); ++i) {
        const QString layer = layerName();
        const auto presence = static_cast<Presence>(below(3));
        content.sightings.push_back({fixture.digest(layer), presence, Evidence::LocalHit});
        if (m_nodes.contains(node)) {
            m_cells[{node, layer}] = presence;
        }
    }
    Delta delta = fixture.from(QStringLiteral("peers"));
    delta.contents.push_back(content);
    fixture.fleet.apply(delta);
}

void RandomFleet::dropUnneeded()
{
    // Only what an image once needed goes with it; what was seen before any image came waits for one.
    std::set<QString> needed;
    for (const auto& [reference, layers] : m_images) {
        needed.insert(layers.begin(), layers.end());
    }
    for (const QString& layer : m_needed) {
        if (!needed.contains(layer)) {
            std::erase_if(m_cells, [&layer](const auto& cell) { return cell.first.second == layer; });
        }
    }
    m_needed = needed;
}

QString RandomFleet::difference() const
{
    const auto countAlive = [](const auto& table) {
        return static_cast<size_t>(
            std::ranges::count_if(table, [](const auto& entity) { return entity.isAlive; }));
    };
    const auto isLayer = [](const Layer& layer) {
        return layer.isAlive && layer.kind == ContentKind::Layer;
    };
    const Fleet& fleet = fixture.fleet;
    if (countAlive(fleet.nodes()) != m_nodes.size() || countAlive(fleet.images()) != m_images.size() ||
        static_cast<size_t>(std::ranges::count_if(fleet.layers(), isLayer)) != m_needed.size()) {
        return QStringLiteral("other nodes, images or layers are alive");
    }
    for (const QString& name : m_needed) {
        const auto id = fleet.findLayer(fixture.digest(name));
        const QString found = id ? differenceOf(name, fleet.layer(*id)) : QStringLiteral("missing");
        if (!found.isEmpty()) {
            return name + QStringLiteral(": ") + found;
        }
    }
    for (const Node& node : fleet.nodes()) {
        const QString found = node.isAlive ? differenceOf(node) : QString();
        if (!found.isEmpty()) {
            return node.seen.name + QStringLiteral(": ") + found;
        }
    }
    return {};
}

Presence RandomFleet::expected(const QString& node, const QString& layer) const
{
    const NodeState state = m_states.at(node);
    const auto cell = m_cells.find({node, layer});
    return state != NodeState::Live || cell == m_cells.end() ? Presence::Unknown : cell->second;
}

QString RandomFleet::differenceOf(const QString& name, const Layer& layer) const
{
    std::array<quint32, 3> counts{};
    for (const auto& [node, sources] : m_nodes) {
        const Presence presence = expected(node, name);
        ++counts.at(static_cast<size_t>(presence));
        if (fixture.fleet.presence(layer.id, *fixture.fleet.findNode(node)) != presence) {
            return QStringLiteral("another presence on ") + node;
        }
    }
    const bool same = counts.at(size_t(Presence::Held)) == layer.held &&
                      counts.at(size_t(Presence::Absent)) == layer.absent &&
                      counts.at(size_t(Presence::Unknown)) == layer.unknown;
    return same ? QString()
                : QStringLiteral("counted %1 %2 %3").arg(layer.held).arg(layer.absent).arg(layer.unknown);
}

QString RandomFleet::differenceOf(const Node& node) const
{
    quint32 held = 0;
    for (const QString& layer : m_needed) {
        held += expected(node.seen.name, layer) == Presence::Held ? 1 : 0;
    }
    const bool same = node.heldLayers == held && node.heldBytes == 100 * qint64{held};
    return same ? QString() : QStringLiteral("holds %1, not %2").arg(node.heldLayers).arg(held);
}

} // namespace stowage::test
