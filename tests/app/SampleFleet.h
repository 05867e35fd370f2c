// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <vector>

namespace stowage::test {

/// A fleet small enough to be known by heart:
///
///             n1(a)    n2(a)    n3(b)    n4(b, gone)
///   base      held     held     held     -
///   app       held     absent   unknown  -          team/api:1.0 = base + app, linux/amd64
///   tool      absent   absent   absent   -          team/tool:2  = base + tool, linux/amd64 and linux/arm64
///
/// base is 3 GiB, app 1 MiB, tool 5 B. "registry-1" tells the images, "peers" the nodes.
std::vector<Delta> sampleDeltas(Timestamp at);

Digest sampleDigest(const char* name);

} // namespace stowage::test
