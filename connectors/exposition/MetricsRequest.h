// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

namespace stowage {

/// Profiles name the metrics page by its whole URL, or the port alone. Cuts "/metrics" off the endpoint's
/// base URL, so that other pages of the same port lie below it, and returns the target of the page: that, or
/// nothing where the profile names a page of another name.
QByteArray takeMetricsTarget(Endpoint& endpoint);

/// Asks for a page once: never again on failure, the next one comes soon.
HttpRequest metricsRequest(const QByteArray& target, Millis deadline, qint64 bodyLimit);

} // namespace stowage
