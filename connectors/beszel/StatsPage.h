// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubPage.h"

namespace stowage {

/// parseHubPage() of system_stats and container_stats, in one pass over the text. False when it is no JSON or
/// no list.
bool readStatsPage(HubCollection collection, const QByteArray& body, int mostContainers, HubPage& page);

/// parseHubEvent() of them.
bool readStatsEvent(HubCollection collection, const QByteArray& data, int mostContainers, HubEvent& event);

/// "1m" → a minute; zero for what is no tier.
Millis hubTierSpan(std::string_view type);

HubAction hubAction(std::string_view name);

} // namespace stowage
