// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/alerts/AlertReport.h"

#include <simdjson.h>

#include <optional>
#include <vector>

namespace stowage {

/// `/api/v2/status`.
struct AlertmanagerStatus
{
    QString version;
    Timestamp startedAt{}; ///< its `uptime` is the moment when it began; the epoch: not told
};

Result<AlertmanagerStatus> readAlertmanagerStatus(const HttpAnswer& answer);

/// `/api/v2/silences`: those that hold or will; expired ones, which it keeps for five days, are left out.
struct AlertmanagerSilences
{
    std::vector<AlertSilence> silences;
    quint64 leftOut = 0; ///< that cannot be read, or were too many
};

Result<AlertmanagerSilences> readAlertmanagerSilences(const HttpAnswer& answer);

/// What an answer other than 200 means, with the server's own words.
Error alertmanagerError(const HttpAnswer& answer);

/// What an answer of another server means.
Error noAlertmanagerError();

/// The list that a whole answer is.
Result<simdjson::dom::array> alertmanagerList(simdjson::dom::parser& parser, const HttpAnswer& answer);

/// What the server's clock showed when it answered; nothing where it does not say.
std::optional<Timestamp> dateOf(const HttpHeaders& headers);

} // namespace stowage
