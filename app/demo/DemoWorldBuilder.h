// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoCatalogue.h"
#include "app/demo/DemoSize.h"

namespace stowage {

/// The world of that size, the same for the same seed: nodes, images, and who holds what. Every node is live.
DemoWorld buildDemoWorld(const DemoSize& size, quint64 seed);

/// The node of that place, wrapped into the world. The world must have nodes.
size_t nodeAt(const DemoWorld& world, DemoNodeRef place);

} // namespace stowage
