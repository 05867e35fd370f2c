// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixFilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace stowage {

namespace {

enum Column
{
    ImageColumn,
    RepositoryColumn,
    TagColumn,
    PlatformColumn,
    DigestColumn,
    BytesColumn,
    CopiesColumn
};

const std::vector<FilterColumn>& columns()
{
    static const std::vector<FilterColumn> all = {
        {QStringLiteral("image"), Unit::Text},   {QStringLiteral("repository"), Unit::Text},
        {QStringLiteral("tag"), Unit::Text},     {QStringLiteral("platform"), Unit::Text},
        {QStringLiteral("digest"), Unit::Text},  {QStringLiteral("bytes"), Unit::Bytes},
        {QStringLiteral("copies"), Unit::Count},
    };
    return all;
}

class Row final : public FilterRow
{
public:
    Row(const Image& image, const PlatformImage& platform, const Layer& layer)
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
            return m_layer.descriptor.digest.toString();
        default:
            return QString::number(number(column).value_or(0));
        }
    }

    std::optional<qint64> number(int column) const override
    {
        switch (column) {
        case BytesColumn:
            return m_layer.descriptor.bytes;
        case CopiesColumn:
            return m_layer.held;
        default:
            return std::nullopt;
        }
    }

private:
    const Image& m_image;
    const PlatformImage& m_platform;
    const Layer& m_layer;
};

} // namespace

Result<MatrixFilter> MatrixFilter::parse(const QString& text, const Fleet& fleet)
{
    static const QRegularExpression columnWord(QStringLiteral("(?<!\\S)(node|zone):(\\S+)"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bareWord(QStringLiteral("^[\\w./-]+$"));
    MatrixFilter filter;
    QString rows = text;
    for (auto found = columnWord.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool isZone = match.capturedView(1).compare(u"zone", Qt::CaseInsensitive) == 0;
        filter.m_columns.push_back({isZone ? Where::Zone : Where::Node, match.captured(2)});
    }
    rows = rows.remove(columnWord).trimmed();
    if (bareWord.match(rows).hasMatch() && meansNodes(rows, fleet)) {
        filter.m_columns.push_back({Where::Either, rows});
        return filter;
    }
    Result<FilterExpression> expression = FilterExpression::parse(rows, columns());
    if (!expression) {
        return fail(expression.error());
    }
    filter.m_rows = std::move(*expression);
    return filter;
}

bool MatrixFilter::meansNodes(const QString& word, const Fleet& fleet)
{
    const bool inImage = std::ranges::any_of(fleet.images(), [&](const FleetImage& image) {
        return image.isAlive && image.image.reference().contains(word, Qt::CaseInsensitive);
    });
    const bool inRows =
        inImage || std::ranges::any_of(fleet.layers(), [&](const Layer& layer) {
            return layer.isAlive && layer.descriptor.digest.toString().contains(word, Qt::CaseInsensitive);
        });
    return !inRows && std::ranges::any_of(fleet.nodes(), [&](const Node& node) {
        return node.isAlive && matches({Where::Either, word}, node.seen);
    });
}

bool MatrixFilter::matches(const ColumnWord& word, const NodeObservation& node)
{
    const bool inName = node.name.contains(word.text, Qt::CaseInsensitive);
    const bool inZone = node.zone.compare(word.text, Qt::CaseInsensitive) == 0;
    return (word.where != Where::Zone && inName) || (word.where != Where::Node && inZone);
}

bool MatrixFilter::matches(const Image& image, const PlatformImage& platform, const Layer& layer) const
{
    return m_rows.isEmpty() || m_rows.matches(Row(image, platform, layer));
}

bool MatrixFilter::matches(const NodeObservation& node) const
{
    return std::ranges::all_of(m_columns, [&](const ColumnWord& word) { return matches(word, node); });
}

} // namespace stowage
