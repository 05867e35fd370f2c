// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

#include <memory>

using CURL = void;
struct curl_slist;

namespace stowage {

/// Sets what holds for every transfer to an endpoint: trust, proxy, protocols, families. `foreign` is for
/// other origins (redirects, token services): they are shown neither the client certificate nor held to the
/// pin, and are trusted by the system's authorities as well as the endpoint's own. Gives the list of fixed
/// addresses, to be kept as long as the handle.
std::shared_ptr<curl_slist> setUpHandle(CURL* handle, const Endpoint& endpoint, const QByteArray& userAgent,
                                        bool foreign);

} // namespace stowage
