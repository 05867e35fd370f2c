// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QByteArray>

namespace stowage {

/// Reads a peer's libp2p id from `/debug/web/metadata`: `{"libp2p":{"id":"12D3KooW…"}}`. Malformed when it is
/// anything else, or an id that is not 1 to 128 letters and digits (base58 and base32 are). `where` is the
/// caller's to add.
Result<QString> parsePeerIdentity(const QByteArray& body);

/// The same out of a whole answer; another status than 200 is Malformed too.
Result<QString> peerIdentityIn(const HttpResult& result);

} // namespace stowage
