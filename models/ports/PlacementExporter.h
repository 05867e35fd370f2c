// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/ports/FileExport.h"

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

using PlacementExport = FileExport;

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
