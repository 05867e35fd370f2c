// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

namespace stowage {

/// The answer when it is 2xx and JSON (or empty); else what is wrong, in the hub's own words where it has
/// some. A web page in place of JSON is what the hub answers to routes that it does not know, with status
/// 200.
Result<HttpAnswer> hubAnswer(const HttpResult& result);

} // namespace stowage
