// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "connectors/registry/RegistryPages.h"

namespace stowage {

/// What an answer outside 2xx and 304 means, with the code and message that the registry gave. Where and, for
/// what is not the registry's protocol, the address are the caller's to add.
Error answerError(const HttpAnswer& answer);

/// Whether the registry itself says that this does not exist: 404 with one of the protocol's own codes, not a
/// 404 of whatever stands before it.
bool isSaidToBeAbsent(const HttpAnswer& answer);

} // namespace stowage
