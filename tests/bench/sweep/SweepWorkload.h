// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"

namespace stowage::bench {

constexpr int Nodes = 4;
constexpr int Digests = 25'000;
constexpr int Cells = Nodes * Digests;
constexpr int ConnectionsEach = 8;
constexpr int Connections = Nodes * ConnectionsEach;
constexpr int Bytes = 1'000;

/// What server and client agree on.
inline Digest digestOf(int index)
{
    return Digest::of("layer " + QByteArray::number(index));
}

/// Which of them the server holds, on all its nodes.
inline bool isHeld(int index)
{
    return index % 3 != 0;
}

} // namespace stowage::bench
