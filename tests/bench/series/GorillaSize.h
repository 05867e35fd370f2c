// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace stowage::bench {

/// How many bytes Prometheus' chunks take for these samples: 120 samples a chunk, doubles xored with the one
/// before (tsdb/chunkenc/xor.go), deltas of deltas of regular times as a bit each, and for each chunk its
/// head in the segment and its place in the index.
qint64 gorillaSize(std::span<const double> values);

} // namespace stowage::bench
