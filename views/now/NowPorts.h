// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

class AlertBook;
class Fleet;
class HostBook;
class IncidentBook;
class IncidentExporter;
class PlacementWatch;
class SeriesReader;

/// What the page of what is wrong now is given. All of it outlives the page; what may be null is then not
/// shown.
struct NowPorts
{
    IncidentBook& incidents;
    const AlertBook& alerts;
    Fleet& fleet;
    const HostBook* hosts = nullptr;            ///< null: hosts are counted by the fleet's nodes
    SeriesReader* reader = nullptr;             ///< null: no evidence
    const PlacementWatch* placement = nullptr;  ///< null: nobody says since when a layer has one copy
    QString actor = {};                         ///< who sits here, for what is done to incidents
    const IncidentExporter* exporter = nullptr; ///< null: nothing can be saved
};

} // namespace stowage
