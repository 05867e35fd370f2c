// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/DocumentJson.h"

#include "app/json/AlertJson.h"
#include "app/json/HostJson.h"
#include "app/json/IncidentJson.h"
#include "models/alerts/AlertModel.h"
#include "models/alerts/incidents/IncidentBook.h"

namespace stowage {
namespace {

/// What stands, the worst first.
Json jsonOpenAlerts(const AlertBook& alerts, const IncidentBook* incidents)
{
    const AlertModel model(alerts, AlertModel::Members::Open);
    Json array = Json::array();
    for (int row = 0; row < model.rowCount(); ++row) {
        const Alert& alert = model.alertAt(row);
        const Incident* incident = incidents != nullptr ? incidents->ofAlert(alert.key) : nullptr;
        array.push_back(jsonAlert(alert, incident != nullptr ? incident->id : QString()));
    }
    return array;
}

Json jsonOpenIncidents(const IncidentBook& incidents, Timestamp now)
{
    Json array = Json::array();
    for (const Incident& incident : incidents.incidents()) {
        if (incident.isOpen()) {
            array.push_back(jsonIncident(incident, now));
        }
    }
    return array;
}

} // namespace

Json snapshotDocument(const Fleet& fleet, const Profile& profile, const SnapshotParts& parts)
{
    Json document = jsonDocument("snapshot", fleet.now(), profile.name);
    document["sources"] = jsonSources(fleet);
    document["nodes"] = jsonNodes(fleet);
    document["images"] = jsonImages(fleet);
    document["layers"] = jsonLayers(fleet);
    if (parts.hosts != nullptr) {
        document["hosts"] = jsonHosts(*parts.hosts);
    }
    if (parts.alerts != nullptr) {
        document["alerts"] = jsonOpenAlerts(*parts.alerts, parts.incidents);
    }
    if (parts.incidents != nullptr) {
        document["incidents"] = jsonOpenIncidents(*parts.incidents, fleet.now());
    }
    return document;
}

} // namespace stowage
