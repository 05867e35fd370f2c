// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/WhatIfWords.h"

#include "views/placement/PlacementWords.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WhatIf)
};

constexpr size_t NamesInTooltip = 20;

QString number(quint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

QStringList referencesOf(const PlacementMap& map, const std::vector<BrokenImage>& images)
{
    QStringList names;
    for (const BrokenImage& broken : images) {
        names << words::visible(map.image(broken.image).reference());
    }
    return names;
}

WhatIfLine images(const PlacementMap& map, const QString& name, const std::vector<BrokenImage>& broken,
                  Token ink)
{
    const QStringList names = referencesOf(map, broken);
    return {name, number(broken.size()), words::someOf(names, 1), broken.empty() ? Token::Text : ink,
            words::someOf(names, NamesInTooltip)};
}

WhatIfLine layers(const QString& name, const Roaring& lost, qint64 bytes, Token ink)
{
    const quint64 count = lost.cardinality();
    return {
        name, number(count), count > 0 ? formatBytes(bytes) : QString(), count > 0 ? ink : Token::Text, {}};
}

WhatIfLine upstream(const PlacementMap& map, const WhatIf& answer)
{
    QStringList names;
    for (const NodeId node : answer.nodesForcedUpstream) {
        names << words::visible(map.node(node).name);
    }
    const bool isAny = !names.isEmpty();
    return {Words::tr("Nodes that must go upstream"), number(static_cast<quint64>(names.size())),
            isAny ? formatBytes(answer.bytesUpstream) : QString(), isAny ? Token::Warning : Token::Text,
            words::someOf(names, NamesInTooltip)};
}

} // namespace

std::vector<WhatIfLine> whatIfLines(const PlacementMap& map, const WhatIf& answer)
{
    std::vector<WhatIfLine> lines = {
        layers(Words::tr("Layers lost"), answer.layersLost, answer.bytesLost, Token::Critical),
        images(map, Words::tr("Images broken"), answer.imagesBroken, Token::Critical),
    };
    if (!answer.layersMayBeLost.isEmpty()) {
        WhatIfLine line = layers(Words::tr("Layers that may be lost"), answer.layersMayBeLost,
                                 answer.bytesMayBeLost, Token::Warning);
        line.whole = Words::tr("Their only other copies are on nodes that do not answer.");
        lines.push_back(line);
    }
    if (!answer.imagesMayBreak.empty()) {
        lines.push_back(
            images(map, Words::tr("Images that may break"), answer.imagesMayBreak, Token::Warning));
    }
    lines.push_back(upstream(map, answer));
    if (!answer.layersLeftSingle.isEmpty()) {
        lines.push_back(layers(Words::tr("Down to one copy"), answer.layersLeftSingle,
                               map.bytesOf(answer.layersLeftSingle), Token::Warning));
    }
    lines.push_back({Words::tr("Would survive"),
                     number(answer.layersSurviving),
                     formatBytes(answer.bytesSurviving),
                     Token::Text,
                     {}});
    return lines;
}

} // namespace stowage
