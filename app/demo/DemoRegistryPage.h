// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoMetricsPage.h"
#include "app/demo/DemoRegistryLoad.h"

namespace stowage {

/// As which distribution the simulated registry shows itself on its debug server.
enum class DemoRegistryVersion : quint8
{
    V2_8,
    V3_1,
};

/// What a registry shows at `/metrics`: the series, labels and bounds of distribution 2.8.2 or 3.1.1
/// (recordings), without the figures of its runtime. `answered` is what really was asked of it, with methods
/// in lower case; what its other clients asked is played (DemoRegistryLoad).
QByteArray demoRegistryMetrics(const DemoRegistryLoad& load, const DemoRequestCounts& answered,
                               DemoRegistryVersion version);

} // namespace stowage
