// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineEntry.h"
#include "models/ports/FileExport.h"

#include <memory>

namespace stowage {

/// Puts entries of the timeline into words for a file.
class TimelineExporter
{
public:
    enum class Format : quint8
    {
        Csv,     ///< a row an entry
        Document ///< JSON: stowage/timeline/1
    };

    TimelineExporter() = default;
    TimelineExporter(const TimelineExporter&) = delete;
    TimelineExporter& operator=(const TimelineExporter&) = delete;
    virtual ~TimelineExporter() = default;

    /// In the order given.
    virtual std::unique_ptr<FileExport> begin(Format format, std::vector<TimelineEntry> entries) const = 0;
};

} // namespace stowage
