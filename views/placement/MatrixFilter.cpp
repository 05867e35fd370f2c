// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixFilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace stowage {

namespace {

constexpr qsizetype ShortestDigest = 4; // shorter ones match by accident: one hex digit is in every digest

bool digestBegins(const Digest& digest, QStringView text, qsizetype shortest)
{
    if (text.startsWith(u"sha256:")) {
        text = text.sliced(7);
    }
    return text.size() >= shortest && digest.shortHex(2 * Digest::Size).startsWith(text);
}

} // namespace

MatrixFilter::MatrixFilter(const QString& text, const Fleet& fleet)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList words = text.split(space, Qt::SkipEmptyParts);
    for (const QString& written : words) {
        Word word = read(written.toLower());
        if (word.text.isEmpty()) {
            continue;
        }
        if (word.where == Where::Anything && meansNodes(word, fleet)) {
            word.where = Where::NodeOrZone;
        }
        (isAboutNodes(word) ? m_columns : m_rows).push_back(word);
    }
}

MatrixFilter::Word MatrixFilter::read(const QString& word)
{
    static const std::pair<QLatin1String, Where> prefixes[] = {
        {QLatin1String("node:"), Where::Node},
        {QLatin1String("zone:"), Where::Zone},
        {QLatin1String("image:"), Where::Image},
        {QLatin1String("digest:"), Where::Digest},
    };
    for (const auto& [prefix, where] : prefixes) {
        if (word.startsWith(prefix)) {
            return {where, word.sliced(prefix.size())};
        }
    }
    return {Where::Anything, word};
}

bool MatrixFilter::isAboutNodes(const Word& word)
{
    return word.where == Where::Node || word.where == Where::Zone || word.where == Where::NodeOrZone;
}

bool MatrixFilter::meansNodes(const Word& word, const Fleet& fleet)
{
    const auto images = fleet.images();
    const auto layers = fleet.layers();
    const auto nodes = fleet.nodes();
    const bool rows =
        std::any_of(images.begin(), images.end(),
                    [&](const FleetImage& image) {
                        return image.isAlive && matchesRow(word, image.image.reference().toLower(), {});
                    }) ||
        std::any_of(layers.begin(), layers.end(), [&](const Layer& layer) {
            return layer.isAlive && digestBegins(layer.descriptor.digest, word.text, ShortestDigest);
        });
    return !rows && std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
        return node.isAlive && matchesColumn({Where::NodeOrZone, word.text}, node.seen);
    });
}

bool MatrixFilter::matchesRow(const Word& word, const QString& reference, const Digest& layer)
{
    switch (word.where) {
    case Where::Image:
        return reference.contains(word.text);
    case Where::Digest:
        return digestBegins(layer, word.text, 1);
    default:
        return reference.contains(word.text) || digestBegins(layer, word.text, ShortestDigest);
    }
}

bool MatrixFilter::matchesColumn(const Word& word, const NodeObservation& node)
{
    const bool inName = node.name.contains(word.text, Qt::CaseInsensitive);
    const bool inZone = node.zone.compare(word.text, Qt::CaseInsensitive) == 0;
    return (word.where != Where::Zone && inName) || (word.where != Where::Node && inZone);
}

bool MatrixFilter::matches(const Image& image, const Digest& layer) const
{
    if (m_rows.empty()) {
        return true;
    }
    const QString reference = image.reference().toLower();
    return std::all_of(m_rows.begin(), m_rows.end(),
                       [&](const Word& word) { return matchesRow(word, reference, layer); });
}

bool MatrixFilter::matches(const NodeObservation& node) const
{
    return std::all_of(m_columns.begin(), m_columns.end(),
                       [&](const Word& word) { return matchesColumn(word, node); });
}

} // namespace stowage
