// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"
#include "models/ports/FileExport.h"

#include <memory>

namespace stowage {

/// A series as somebody looks at it: cut to what is shown.
struct SeriesCut
{
    QString host;    ///< as documents name it
    TimeRange range; ///< what is shown
    SeriesData data;
};

/// Puts series into words for a file: stowage/series/1, one document a series, one a line.
class SeriesExporter
{
public:
    SeriesExporter() = default;
    SeriesExporter(const SeriesExporter&) = delete;
    SeriesExporter& operator=(const SeriesExporter&) = delete;
    virtual ~SeriesExporter() = default;

    virtual std::unique_ptr<FileExport> begin(std::vector<SeriesCut> series) const = 0;
};

} // namespace stowage
