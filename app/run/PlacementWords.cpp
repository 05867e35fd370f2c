// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/PlacementWords.h"

#include "app/json/PlacementParts.h"
#include "app/run/TextTable.h"
#include "models/core/Listed.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlacementWords)
};

/// How many names a line takes before the rest becomes a number.
constexpr size_t LongestList = 6;

QString textOf(quint64 number)
{
    return QString::number(number);
}

int countOf(const Roaring& set)
{
    return static_cast<int>(set.cardinality());
}

template <class Ids, class Name>
QString listed(const Ids& ids, Name name)
{
    QStringList names;
    for (const auto id : ids) {
        if (names.size() == LongestList) {
            names << Words::tr("%n more", nullptr, static_cast<int>(ids.size() - LongestList));
            break;
        }
        names << name(id);
    }
    return stowage::listed(names);
}

QString imagesOf(const PlacementMap& map, LayerId layer)
{
    return listed(map.layer(layer).images, [&map](ImageId image) { return map.image(image).reference(); });
}

QString nodesText(const PlacementMap& map, const std::vector<NodeId>& nodes)
{
    return listed(nodes, [&map](NodeId node) { return map.node(node).name; });
}

QString line(const char* mark, const QString& text)
{
    return QString::fromUtf8(mark) + u' ' + text + u'\n';
}

QString headLines(const PlacementMap& map, const WhatIf& result)
{
    QString text = Words::tr("Without %1 (%n node(s)):", nullptr, static_cast<int>(result.lost.nodes.size()))
                       .arg(nodesText(map, result.lost.nodes)) +
                   u'\n';
    if (!result.layersLost.isEmpty()) {
        text += line("▲", Words::tr("%n layer(s) lost, %1", nullptr, countOf(result.layersLost))
                              .arg(formatBytes(result.bytesLost)));
    }
    if (!result.imagesBroken.empty()) {
        text += line("▲", Words::tr("%n image(s) that the other nodes cannot serve any more", nullptr,
                                    static_cast<int>(result.imagesBroken.size())));
    }
    if (!result.layersMayBeLost.isEmpty()) {
        text +=
            line("◌", Words::tr("%n layer(s) may be lost, %1: of their only other copies nothing is known",
                                nullptr, countOf(result.layersMayBeLost))
                          .arg(formatBytes(result.bytesMayBeLost)));
    }
    if (!result.nodesForcedUpstream.empty()) {
        text += line("◆", Words::tr("%n node(s) serve manifests of these images and could complete them from "
                                    "upstream only, %1",
                                    nullptr, static_cast<int>(result.nodesForcedUpstream.size()))
                              .arg(formatBytes(result.bytesUpstream)));
    }
    if (!result.layersLeftSingle.isEmpty()) {
        text += line("◆", Words::tr("%n layer(s) keep one copy", nullptr, countOf(result.layersLeftSingle)));
    }
    text += line(
        "●", Words::tr("%n layer(s) keep a known copy, %1", nullptr, static_cast<int>(result.layersSurviving))
                 .arg(formatBytes(result.bytesSurviving)));
    return text;
}

void addLayerRows(const PlacementMap& map, const Roaring& layers, const QString& fate,
                  std::vector<QStringList>& rows)
{
    for (const LayerId layer : bySize(map, layers)) {
        rows.push_back({fate, map.layer(layer).digest.shortHex(12), formatBytes(map.layer(layer).bytes),
                        textOf(map.unknown(layer)), imagesOf(map, layer)});
    }
}

void addImageRows(const PlacementMap& map, const std::vector<BrokenImage>& images, const QString& fate,
                  std::vector<QStringList>& rows)
{
    for (const BrokenImage& broken : images) {
        const PlacementImage& image = map.image(broken.image);
        rows.push_back(
            {fate, image.reference(),
             listed(broken.platforms, [&image](quint32 place) { return image.platforms[place].platform; }),
             formatBytes(broken.bytesUpstream), image.key.source});
    }
}

/// A table after an empty line; nothing where there are no rows but the head.
QString table(const std::vector<QStringList>& rows, const std::vector<bool>& isRight)
{
    return rows.size() > 1 ? u'\n' + TextTable::print(rows, isRight) : QString();
}

QString rareTable(const PlacementMap& map, const Roaring& layers)
{
    std::vector<QStringList> rows{{Words::tr("Layer"), Words::tr("Size"), Words::tr("Only on"),
                                   Words::tr("Unknown on"), Words::tr("Images")}};
    for (const LayerId layer : bySize(map, layers)) {
        const QString holder = nodesText(map, map.holders(layer));
        rows.push_back({map.layer(layer).digest.shortHex(12), formatBytes(map.layer(layer).bytes),
                        holder.isEmpty() ? Words::tr("no node") : holder, textOf(map.unknown(layer)),
                        imagesOf(map, layer)});
    }
    return table(rows, {false, true, false, true, false});
}

} // namespace

QString whatIfWords(const PlacementMap& map, const WhatIf& result)
{
    std::vector<QStringList> layers{{Words::tr("Fate"), Words::tr("Layer"), Words::tr("Size"),
                                     Words::tr("Unknown on"), Words::tr("Images")}};
    addLayerRows(map, result.layersLost, Words::tr("lost"), layers);
    addLayerRows(map, result.layersMayBeLost, Words::tr("may be lost"), layers);
    std::vector<QStringList> images{{Words::tr("Fate"), Words::tr("Image"), Words::tr("Platforms"),
                                     Words::tr("From upstream"), Words::tr("Source")}};
    addImageRows(map, result.imagesBroken, Words::tr("broken"), images);
    addImageRows(map, result.imagesMayBreak, Words::tr("may break"), images);
    return headLines(map, result) + table(images, {false, false, false, true, false}) +
           table(layers, {false, false, true, true, false});
}

QString riskWords(const PlacementMap& map, const std::vector<PlacementFinding>& findings)
{
    std::vector<QStringList> rows{{QString(), Words::tr("Kind"), Words::tr("Size"), Words::tr("Finding")}};
    for (const PlacementFinding& finding : findings) {
        if (isTold(finding)) {
            const bool isCritical = finding.severity == FindingSeverity::Critical;
            rows.push_back({!finding.isCertain ? QStringLiteral("◌")
                            : isCritical       ? QStringLiteral("▲")
                                               : QStringLiteral("◆"),
                            placementFindingText(finding.kind),
                            finding.layers.empty() ? QString() : formatBytes(finding.bytes), finding.title});
        }
    }
    const Roaring singles = map.singles();
    const Roaring none = map.withoutHolder();
    QString text = Words::tr("%n layer(s) with one known holder, %1", nullptr, countOf(singles))
                       .arg(formatBytes(map.bytesOf(singles))) +
                   QStringLiteral("   ") +
                   Words::tr("%n without, %1", nullptr, countOf(none)).arg(formatBytes(map.bytesOf(none))) +
                   QStringLiteral("   ") +
                   Words::tr("%n finding(s)", nullptr, static_cast<int>(rows.size() - 1)) + u'\n';
    return text + table(rows, {false, false, true, false}) + rareTable(map, none) + rareTable(map, singles);
}

} // namespace stowage
