// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/PlacementFilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlacementFilter)
};

enum Column
{
    ImageColumn,
    RepositoryColumn,
    TagColumn,
    PlatformColumn,
    DigestColumn,
    LayerColumn,
    SourceColumn,
    BytesColumn,
    CopiesColumn,
    HeldColumn,
    AbsentColumn,
    UnknownColumn,
    NodeColumn,
    ZoneColumn
};

constexpr std::array<int, 2> NodeColumns{NodeColumn, ZoneColumn};

const std::vector<FilterColumn>& columns()
{
    static const std::vector<FilterColumn> all = {
        {QStringLiteral("image"), Unit::Text},    {QStringLiteral("repository"), Unit::Text},
        {QStringLiteral("tag"), Unit::Text},      {QStringLiteral("platform"), Unit::Text},
        {QStringLiteral("digest"), Unit::Digest}, {QStringLiteral("layer"), Unit::Digest},
        {QStringLiteral("source"), Unit::Text},   {QStringLiteral("bytes"), Unit::Bytes},
        {QStringLiteral("copies"), Unit::Count},  {QStringLiteral("held"), Unit::Count},
        {QStringLiteral("absent"), Unit::Count},  {QStringLiteral("unknown"), Unit::Count},
        {QStringLiteral("node"), Unit::Text},     {QStringLiteral("zone"), Unit::Text},
    };
    return all;
}

class LayerRow final : public FilterRow
{
public:
    LayerRow(const Image& image, const PlatformImage& platform, const Layer& layer)
        : m_image(image), m_platform(platform), m_layer(layer)
    {
    }

    QString text(int column) const override
    {
        switch (column) {
        case ImageColumn:
            return m_image.reference();
        case RepositoryColumn:
            return m_image.key.repository;
        case TagColumn:
            return m_image.key.tag;
        case PlatformColumn:
            return m_platform.platform;
        case DigestColumn:
        case LayerColumn:
            return m_layer.descriptor.digest.toString();
        case SourceColumn:
            return m_image.key.source;
        default:
            return {};
        }
    }

    std::optional<qint64> number(int column) const override
    {
        switch (column) {
        case BytesColumn:
            return m_layer.descriptor.bytes;
        case CopiesColumn:
        case HeldColumn:
            return m_layer.held;
        case AbsentColumn:
            return m_layer.absent;
        case UnknownColumn:
            return m_layer.unknown;
        default:
            return std::nullopt;
        }
    }

private:
    const Image& m_image;
    const PlatformImage& m_platform;
    const Layer& m_layer;
};

class NodeRow final : public FilterRow
{
public:
    explicit NodeRow(const NodeObservation& node) : m_node(node) {}

    QString text(int column) const override
    {
        return column == NodeColumn ? m_node.name : column == ZoneColumn ? m_node.zone : QString();
    }
    std::optional<qint64> number(int) const override { return std::nullopt; }

private:
    const NodeObservation& m_node;
};

bool isInLayers(const QString& word, const Fleet& fleet)
{
    const bool isInImage = std::ranges::any_of(fleet.images(), [&](const FleetImage& image) {
        const auto hasPlatform = [&](const PlatformImage& platform) {
            return platform.platform.contains(word, Qt::CaseInsensitive);
        };
        return image.isAlive && (image.image.reference().contains(word, Qt::CaseInsensitive) ||
                                 image.image.key.source.contains(word, Qt::CaseInsensitive) ||
                                 std::ranges::any_of(image.image.platforms, hasPlatform));
    });
    return isInImage || std::ranges::any_of(fleet.layers(), [&](const Layer& layer) {
               return layer.isAlive && layer.descriptor.digest.toString().contains(word, Qt::CaseInsensitive);
           });
}

/// Whether a bare word can only mean nodes.
bool meansNodes(const FilterExpression& term, const Fleet& fleet)
{
    const auto word = term.word();
    const auto isNamed = [&](const Node& node) {
        return node.isAlive && term.matches(NodeRow(node.seen));
    };
    return word && std::ranges::any_of(fleet.nodes(), isNamed) && !isInLayers(*word, fleet);
}

} // namespace

Result<PlacementFilter> PlacementFilter::parse(const QString& text, const Fleet& fleet)
{
    Result<FilterExpression> expression = FilterExpression::parse(text, columns());
    if (!expression) {
        return fail(expression.error());
    }
    PlacementFilter filter;
    for (const FilterExpression& term : expression->terms()) {
        const bool namesNodes = term.mentions(NodeColumn) || term.mentions(ZoneColumn);
        if (namesNodes && !term.asksOnly(NodeColumns)) {
            return fail(
                {ErrorKind::Usage,
                 Words::tr("node and zone pick nodes, the rest picks layers: one term cannot do both"),
                 {},
                 Words::tr("Write them side by side: (zone:a or zone:b) copies<2."),
                 {}});
        }
        auto& terms = namesNodes || meansNodes(term, fleet) ? filter.m_nodes : filter.m_layers;
        terms.push_back(term);
    }
    return filter;
}

bool PlacementFilter::matches(const Image& image, const PlatformImage& platform, const Layer& layer) const
{
    const LayerRow row(image, platform, layer);
    return std::ranges::all_of(m_layers, [&](const FilterExpression& term) { return term.matches(row); });
}

bool PlacementFilter::matches(const Image& image, const Layer& layer) const
{
    return std::ranges::any_of(image.platforms, [&](const PlatformImage& platform) {
        const bool has = std::ranges::find(platform.layers, layer.descriptor.digest, &Descriptor::digest) !=
                         platform.layers.end();
        return has && matches(image, platform, layer);
    });
}

bool PlacementFilter::matches(const Fleet& fleet, const Layer& layer) const
{
    return std::ranges::any_of(layer.images,
                               [&](ImageId id) { return matches(fleet.image(id).image, layer); });
}

bool PlacementFilter::matches(const NodeObservation& node) const
{
    const NodeRow row(node);
    return std::ranges::all_of(m_nodes, [&](const FilterExpression& term) { return term.matches(row); });
}

} // namespace stowage
