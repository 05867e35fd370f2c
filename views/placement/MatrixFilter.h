// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/FilterExpression.h"
#include "models/fleet/Fleet.h"

#include <QStringList>

namespace stowage {

/// Picks the rows and columns of the matrix.
///
/// `node:` and `zone:` pick columns. The rest is a FilterExpression over the rows: image, repository, tag,
/// platform, digest, bytes, copies. One bare word that is in no image and no digest, but in the name of a
/// node or zone, picks columns as well.
class MatrixFilter
{
public:
    /// Everything.
    MatrixFilter() = default;

    /// Usage errors as FilterExpression tells them. The fleet says what a bare word means.
    static Result<MatrixFilter> parse(const QString& text, const Fleet& fleet);

    bool matches(const Image& image, const PlatformImage& platform, const Layer& layer) const;
    bool matches(const NodeObservation& node) const;

private:
    enum class Where : quint8
    {
        Node,
        Zone,
        Either
    };
    struct ColumnWord
    {
        Where where;
        QString text;
    };

    static bool matches(const ColumnWord& word, const NodeObservation& node);
    static bool meansNodes(const QString& word, const Fleet& fleet);

    FilterExpression m_rows;
    std::vector<ColumnWord> m_columns;
};

} // namespace stowage
