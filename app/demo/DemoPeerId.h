// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace stowage {

class DemoRandom;

/// A libp2p peer id over a made-up Ed25519 key, "12D3KooW…" (libp2p specs, peer-ids: base58 of the identity
/// multihash of the protobuf-encoded key).
QByteArray demoPeerId(DemoRandom& random);

} // namespace stowage
