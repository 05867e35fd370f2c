// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/ports/FileExport.h"

#include <memory>
#include <vector>

namespace stowage {

/// Puts incidents into words for a file.
class IncidentExporter
{
public:
    enum class Format : quint8
    {
        Csv,     ///< a row an incident
        Document ///< JSON: what `stowage incidents --json` prints
    };

    IncidentExporter() = default;
    IncidentExporter(const IncidentExporter&) = delete;
    IncidentExporter& operator=(const IncidentExporter&) = delete;
    virtual ~IncidentExporter() = default;

    /// In the order given.
    virtual std::unique_ptr<FileExport> begin(Format format, std::vector<Incident> incidents) const = 0;
};

} // namespace stowage
