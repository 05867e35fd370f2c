// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

#include <QString>

namespace stowage {

/// An Alertmanager, or what speaks version 2 of its API (Mimir's), as the profile describes it.
struct AlertmanagerSettings
{
    QString id;
    Endpoint endpoint; ///< with the prefix that the API may have: "https://mimir.example.test/alertmanager"
    Millis pollInterval{10'000};
    Millis deadline{20'000}; ///< of one request
    qint64 bodyLimit = 64 * 1024 * 1024;
    size_t mostAlerts = 50'000; ///< more are counted and left out
};

} // namespace stowage
