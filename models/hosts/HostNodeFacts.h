// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "models/placement/PrewarmRequest.h"

namespace stowage {

/// Adds what hosts tell of the nodes that they are: uptime, load, room on the disk that takes content. What
/// is not fresh, or in quarantine, is not told.
void addHostFacts(NodeFacts& facts, const HostBook& book);

/// The file system that container runtimes keep content on, as far as the host tells: its metric's device;
/// empty for the root.
QString contentDisk(const Host& host);

} // namespace stowage
