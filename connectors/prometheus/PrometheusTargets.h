// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

namespace stowage {

/// A target as the server scrapes it now.
struct ScrapeTarget
{
    QString host; ///< the label "instance"
    QString job;
    QString address;   ///< host name or IP address that it is scraped at, without a port
    QString lastError; ///< why its last scrape failed; empty where it did not
    std::optional<Millis> every;

    bool operator==(const ScrapeTarget&) const = default;
};

/// Reads `/api/v1/targets`; any thread. What is no whole target is left out.
Result<std::vector<ScrapeTarget>> parseTargets(const HttpAnswer& answer);

/// The host in "10.77.0.1:9100", "[fe80::1]:9100", "http://n1:9100/metrics", "n1".
QString hostOfAddress(const QString& address);

/// "15s", "1m", "1m30s", "500ms" as the server prints durations; nothing for what is none, or is not above
/// nought.
std::optional<Millis> parseDuration(QStringView text);

} // namespace stowage
