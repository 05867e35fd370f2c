// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/ports/Inventory.h"

namespace stowage {

/// What all questions "do you, node, hold this?" have in common: a HEAD that is never forwarded, without
/// redirects and retries.
HttpRequest localHead(Millis deadline);

/// Path and query for one piece of content. Layers and configs are asked for as blobs, manifests and indexes
/// as manifests: each is 404 on the other's route. `wanted.repository` must be a repository name.
QByteArray localHeadTarget(const WantedContent& wanted);

/// The whole question.
HttpRequest localHead(const WantedContent& wanted, Millis deadline);

} // namespace stowage
