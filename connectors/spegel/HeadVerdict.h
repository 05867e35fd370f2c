// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/core/Presence.h"
#include "models/ports/Inventory.h"

namespace stowage {

/// What one local-only HEAD says of one digest on one node, and why.
struct HeadVerdict
{
    Presence presence = Presence::Unknown;
    Evidence evidence = Evidence::NotAsked;

    bool operator==(const HeadVerdict&) const = default;
};

/// Judges the answer of a peer to a HEAD with `X-Spegel-Mirrored: true` (contract: spegel, registry port).
///
/// Only two answers are knowledge: 200 with `OCI-Namespace` and the right length, and 404 with a JSON type
/// and a length. Everything else is Unknown, with its reason; a size of 0 in `asked` is not compared.
HeadVerdict judgeHead(const WantedContent& asked, const HttpResult& result);

/// The same in two steps, for sweeps: all that the headers tell (an Evidence, and of a hit its length), taken
/// where the answer comes in …
HttpGist headGist(const HttpRequest& request, const HttpAnswer& answer);

/// … and the verdict on it. The request was made with headGist.
HeadVerdict judgeGist(qint64 wantedBytes, const HttpResult& result);

} // namespace stowage
