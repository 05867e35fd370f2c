// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/ports/Inventory.h"

namespace stowage {

/// Whether the name can stand in a request's path as it is: the grammar of OCI distribution-spec 1.1 for
/// `<name>`, at most 255 characters. Names come from a registry's catalog and are not trusted.
bool isRepositoryName(QStringView name);

/// The question "do you, node, hold this?": a HEAD that is never forwarded, without redirects and retries.
/// Layers and configs are asked for as blobs, manifests and indexes as manifests: each is 404 on the other's
/// route. `wanted.repository` must be a repository name.
HttpRequest localHead(const WantedContent& wanted, Millis deadline);

} // namespace stowage
