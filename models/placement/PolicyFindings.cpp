// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/FindingSink.h"
#include "models/placement/PlacementCoverage.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlacementFindings)
};

using Kind = PlacementFindingKind;

bool namesNode(const KeyRule& rule, const PlacementMap& map, const PlacementNode& node,
               const NodeEntry* entry)
{
    const auto isNamed = [&node, entry](const QString& name) {
        return node.name.compare(name, Qt::CaseInsensitive) == 0 ||
               (entry && (entry->name.compare(name, Qt::CaseInsensitive) == 0 ||
                          entry->aliases.contains(name, Qt::CaseInsensitive)));
    };
    const auto isLabelled = [entry](const QString& label) {
        return entry && entry->labels.contains(label);
    };
    return std::ranges::any_of(rule.nodes, isNamed) ||
           rule.zones.contains(map.zones()[static_cast<qsizetype>(node.zone)]) ||
           std::ranges::any_of(rule.labels, isLabelled);
}

std::vector<NodeId> nodesOf(const KeyRule& rule, const FindingSink& sink)
{
    std::vector<NodeId> nodes;
    for (const PlacementNode& node : sink.map.nodes()) {
        if (node.isAlive && namesNode(rule, sink.map, node, sink.policies.entryOf(node.name))) {
            nodes.push_back(node.id);
        }
    }
    return nodes;
}

std::vector<ImageId> imagesOf(const QString& pattern, const PlacementMap& map)
{
    std::vector<ImageId> images;
    for (const PlacementImage& image : map.images()) {
        if (image.isAlive && matchesImage(pattern, image.key.repository, image.key.tag)) {
            images.push_back(image.id);
        }
    }
    return images;
}

/// What the node certainly lacks of the platform that it has most of.
Roaring leastMissing(const PlacementMap& map, NodeId node, const PlacementImage& image)
{
    Roaring least;
    bool isFirst = true;
    for (const PlacementPlatform& platform : image.platforms) {
        Roaring missing = (platform.content & map.sets().known(node)) - map.sets().held(node);
        if (isFirst || missing.cardinality() < least.cardinality()) {
            least = std::move(missing);
            isFirst = false;
        }
    }
    return least;
}

void judgeKeyImage(const FindingSink& sink, const KeyRule& rule, NodeId node, ImageId id)
{
    const PlacementMap& map = sink.map;
    const Presence whole = map.wholeness(node, id);
    if (whole == Presence::Held) {
        return;
    }
    const PlacementImage& image = map.image(id);
    const QString subject =
        QStringList{rule.name, image.key.source, image.reference(), map.node(node).name}.join(u' ');
    PlacementFinding& finding =
        sink.add(Kind::KeyImageNotWhole, subject,
                 whole == Presence::Absent ? leastMissing(map, node, image) : Roaring{});
    finding.isCertain = whole == Presence::Absent;
    finding.severity = finding.isCertain ? FindingSeverity::Critical : FindingSeverity::Warning;
    finding.rule = rule.name;
    finding.nodes = {node};
    finding.images = {id};
    finding.title = finding.isCertain
                        ? Words::tr("%1 is not whole on %2, which must have it (\"%3\")")
                              .arg(image.reference(), map.node(node).name, rule.name)
                        : Words::tr("whether %1 is whole on %2, which must have it (\"%3\"), is not known")
                              .arg(image.reference(), map.node(node).name, rule.name);
}

/// A rule that watches nothing would look like one that is kept.
void tellIdleRule(const FindingSink& sink, const KeyRule& rule, const QString& subject, const QString& title)
{
    PlacementFinding& finding = sink.add(Kind::KeyImageNotWhole, rule.name + u' ' + subject, {});
    finding.isCertain = false;
    finding.rule = rule.name;
    finding.title = title;
}

bool isAnythingKnown(const PlacementMap& map)
{
    return map.aliveNodes() > 0 &&
           std::ranges::any_of(map.images(), [](const PlacementImage& image) { return image.isAlive; });
}

QString goalText(const PlacementGoal& goal)
{
    return goal.zones > 1 ? Words::tr("%1 copies in %2 zones").arg(goal.copies).arg(goal.zones)
                          : Words::tr("%n copies", nullptr, static_cast<int>(goal.copies));
}

void judgeCoverage(const FindingSink& sink, const PlacementImage& image, const std::vector<quint32>& zones)
{
    const PlacementMap& map = sink.map;
    const int place = sink.policies.ruleFor(image.key.repository);
    const PlacementGoal& goal = sink.policies.goalOf(place);
    Roaring below;
    bool isCertain = false;
    for (const uint32_t id : image.layers) {
        const quint32 copies = map.copies({id});
        if (map.sets().known(LayerId{id}) == 0 || (copies >= goal.copies && zones[id] >= goal.zones)) {
            continue;
        }
        below.add(id);
        isCertain |= map.unknown({id}) == 0 || copies + map.unknown({id}) < goal.copies;
    }
    if (below.isEmpty()) {
        return;
    }
    PlacementFinding& finding =
        sink.add(Kind::CoverageBroken, image.key.source + u' ' + image.reference(), below);
    finding.isCertain = isCertain;
    finding.rule = place < 0 ? QString() : sink.policies.coverage[static_cast<size_t>(place)].repositories;
    finding.images = {image.id};
    finding.title = Words::tr("%1: %2 of %3 layers have fewer than %4")
                        .arg(image.reference())
                        .arg(below.cardinality())
                        .arg(image.layers.cardinality())
                        .arg(goalText(goal));
}

} // namespace

void findBrokenKeys(const FindingSink& sink)
{
    if (!isAnythingKnown(sink.map)) {
        return;
    }
    for (const KeyRule& rule : sink.policies.keys) {
        const auto nodes = nodesOf(rule, sink);
        if (nodes.empty()) {
            tellIdleRule(sink, rule, {}, Words::tr("no node is meant by the rule \"%1\"").arg(rule.name));
        }
        for (const QString& pattern : rule.images) {
            const auto images = imagesOf(pattern, sink.map);
            if (images.empty()) {
                tellIdleRule(
                    sink, rule, pattern,
                    Words::tr("no image is called %1, as the rule \"%2\" asks").arg(pattern, rule.name));
            }
            for (const ImageId image : images) {
                for (const NodeId node : nodes) {
                    judgeKeyImage(sink, rule, node, image);
                }
            }
        }
    }
}

void findBrokenCoverage(const FindingSink& sink)
{
    const auto zones = zonesHolding(sink.map);
    for (const PlacementImage& image : sink.map.images()) {
        if (image.isAlive) {
            judgeCoverage(sink, image, zones);
        }
    }
}

} // namespace stowage
