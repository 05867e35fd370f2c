// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAlertRows.h"
#include "connectors/beszel/HubRows.h"
#include "models/core/Error.h"

#include <QByteArray>

namespace stowage {

/// The collections that we read.
enum class HubCollection : quint8
{
    Systems,
    Details,
    SystemStats,
    ContainerStats,
    Containers,
    Services,
    Alerts,
    AlertsHistory,
    QuietHours,
};

inline constexpr std::array<const char*, 9> hubCollectionNames{
    "systems",          "system_details", "system_stats",   "container_stats", "containers",
    "systemd_services", "alerts",         "alerts_history", "quiet_hours"};

inline const char* hubCollectionName(HubCollection collection)
{
    return hubCollectionNames[static_cast<size_t>(collection)];
}

/// Records of one collection, from a page or an event. A record that lacks what it cannot do without (an id,
/// a system, a moment) is left out and counted, and so is each field of another type; the rest counts.
struct HubPage
{
    qsizetype items = 0;    ///< records in it, those left out included
    qint64 totalItems = -1; ///< of the whole list, where the hub counted
    std::vector<HubSystem> systems;
    std::vector<HubDetails> details;
    HubStats stats;
    std::vector<HubContainer> containers;
    std::vector<HubService> services;
    std::vector<HubAlert> alerts;
    std::vector<HubAlertTurn> turns;
    std::vector<HubQuietHours> quiet;
    quint32 leftOut = 0;
};

/// What happened to a record.
enum class HubAction : quint8
{
    Create,
    Update,
    Delete,
    Other,
};

struct HubEvent
{
    HubAction action = HubAction::Other;
    HubPage page; ///< of one record
};

/// A list's answer; Malformed when it is no JSON or no list. Any thread.
Result<HubPage> parseHubPage(HubCollection collection, const QByteArray& body, int mostContainers);

/// The data of a subscription's event. Any thread.
Result<HubEvent> parseHubEvent(HubCollection collection, const QByteArray& data, int mostContainers);

} // namespace stowage
