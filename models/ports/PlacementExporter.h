// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace stowage {

/// The layers and nodes that somebody looks at, in the order in which he sees them.
struct PlacementExtract
{
    std::vector<LayerId> layers; ///< each once
    std::vector<NodeId> nodes;

    bool operator==(const PlacementExtract&) const = default;
};

/// A file in the making, piece by piece, so that the largest stalls nobody. What it reads is as of each
/// piece. GUI thread.
class PlacementExport
{
public:
    PlacementExport() = default;
    PlacementExport(const PlacementExport&) = delete;
    PlacementExport& operator=(const PlacementExport&) = delete;
    virtual ~PlacementExport() = default;

    /// The next piece; empty at the end.
    virtual QByteArray next() = 0;

    virtual size_t done() const = 0; ///< pieces
    virtual size_t total() const = 0;
};

/// Puts part of a placement into words for a file.
class PlacementExporter
{
public:
    enum class Format : quint8
    {
        Csv,     ///< a row a layer, a column a node: held, absent or unknown
        Document ///< JSON: stowage/placement/1
    };

    PlacementExporter() = default;
    PlacementExporter(const PlacementExporter&) = delete;
    PlacementExporter& operator=(const PlacementExporter&) = delete;
    virtual ~PlacementExporter() = default;

    virtual std::unique_ptr<PlacementExport> begin(Format format, PlacementExtract extract) const = 0;
};

} // namespace stowage
