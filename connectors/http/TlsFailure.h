// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/TransferFailure.h"

#include <optional>

namespace stowage {

/// The error of a handshake or certificate that failed (kind Tls), or nothing when TLS is not what failed.
/// Tells expired, wrong host, unknown issuer, a wrong pin and a missing client certificate apart.
std::optional<Error> judgeTls(const TransferFailure& failure);

} // namespace stowage
