// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/ports/Inventory.h"

namespace stowage {

/// The question "do you, node, hold this?": a HEAD that is never forwarded, without redirects and retries.
/// Layers and configs are asked for as blobs, manifests and indexes as manifests: each is 404 on the other's
/// route. `wanted.repository` must be a repository name.
HttpRequest localHead(const WantedContent& wanted, Millis deadline);

} // namespace stowage
