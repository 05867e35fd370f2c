// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "views/placement/MatrixLayout.h"

#include <vector>

namespace stowage {

/// In what order images, and the layers within them, come.
enum class MatrixSort : quint8
{
    Risk, ///< most bytes without a copy or with one copy first; layers by copies, then by bytes
    Name, ///< images by reference; layers in manifest order
    Size, ///< largest first, images and layers alike
};

inline constexpr int MatrixSortCount = 3;

/// What rows stand under.
enum class MatrixGrouping : quint8
{
    Image, ///< each image with its layers
    None,  ///< every layer once, over all images
};

/// A layer, once, however many images need it. What the painter writes beside a row is made of this.
struct MatrixLayer
{
    LayerId id;
    Digest digest;
    qint64 bytes = 0;
    quint32 held = 0;

    bool operator==(const MatrixLayer&) const = default;
};

struct MatrixColumn
{
    NodeId node;
    QString name;
    QString label; ///< the part of the name that the zone does not say
    int zone = 0;
    NodeState state = NodeState::Unseen;

    bool operator==(const MatrixColumn&) const = default;
};

struct MatrixZone
{
    QString name; ///< empty for nodes of no zone
    int first = 0;
    int count = 0;

    bool operator==(const MatrixZone&) const = default;
};

struct MatrixRow
{
    MatrixRowKind kind = MatrixRowKind::Layer;
    int group = 0;    ///< index of its image's group
    int platform = 0; ///< index into the image's platforms
    int layer = -1;   ///< index into layers; -1 for heads

    bool operator==(const MatrixRow&) const = default;
};

struct MatrixGroup
{
    ImageId image;
    QString reference;     ///< "team/web:2.0"
    QStringList platforms; ///< empty for an image of one platform
    int firstRow = -1;     ///< its head; -1 when rows are not grouped
    int endRow = -1;       ///< the row after its last

    bool operator==(const MatrixGroup&) const = default;
};

/// Which rows and columns there are, and in what order; the cells apart.
struct MatrixShape
{
    std::vector<MatrixLayer> layers; ///< every layer of the fleet in id order, shown or not
    std::vector<MatrixColumn> columns;
    std::vector<MatrixZone> zones;
    std::vector<MatrixGroup> groups;
    std::vector<MatrixRow> rows;
    qint64 largest = 0; ///< bytes of the largest layer shown, for the bars

    bool operator==(const MatrixShape&) const = default;
};

/// What the reader asked to see.
struct MatrixQuery
{
    MatrixSort sort = MatrixSort::Risk;
    QString filter; ///< see PlacementFilter
    MatrixGrouping grouping = MatrixGrouping::Image;

    bool operator==(const MatrixQuery&) const = default;
};

/// Reads the fleet and lays out what `query` asks for.
MatrixShape buildMatrixShape(const Fleet& fleet, const MatrixQuery& query);

/// The same of rows or columns only; the other half of `shape` stays.
void buildMatrixRows(const Fleet& fleet, const MatrixQuery& query, MatrixShape& shape);
void buildMatrixColumns(const Fleet& fleet, const MatrixQuery& query, MatrixShape& shape);

/// The part of a node's name that tells it from its neighbours: "17" for "eu-b-17" in zone "eu-b". `shared`
/// is the beginning that all names of the zone have in common.
QString shortNodeLabel(const QString& name, const QString& zone, const QString& shared);

} // namespace stowage
