// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <optional>

namespace stowage {

/// How long an answer asks us to wait (RFC 9110, 10.2.3): seconds or an HTTP-date, never negative. A date is
/// held against the answer's own `Date`, so that a server whose clock is off asks for no more than it means;
/// `now` stands in when there is none. Nothing when the header is absent or says neither.
std::optional<Millis> retryAfter(const HttpHeaders& headers, Timestamp now);

} // namespace stowage
