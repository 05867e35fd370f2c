// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoWorld.h"

namespace stowage::test {

/// The world that the recordings of distribution-2.8.2 and spegel-0.7.4 were taken from, as far as they show
/// it: five repositories, team/api:1.0, multi:3.0, team/web:2.0 by its size alone, and three nodes.
DemoWorld recordedWorld();

} // namespace stowage::test
