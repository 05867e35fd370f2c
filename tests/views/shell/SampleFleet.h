// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"
#include "models/ports/Clock.h"

namespace stowage::test {

// A small fleet made by hand, in the deltas that connectors would send. All is seen at clock.now().
//
//   zone   nodes            worth a look
//   eu-a   eu-a-01 … 06     eu-a-03 cannot serve
//   eu-b   eu-b-01 … 06     eu-b-06 is gone
//   eu-c   eu-c-01 … 04
//
// Images: team/web:2.0 (4 layers, the last on eu-b-04 alone), team/api:1.1 (3), infra/agent:latest (2,
// everywhere).

inline constexpr quint64 SampleGeneration = 1;

/// The nodes and who holds what, of the source "peers".
Delta samplePeers(const Clock& clock);

/// The images, of the source "registry-1".
Delta sampleRegistry(const Clock& clock);

/// Status alone: a source that answered a moment ago and has nothing to complain of.
Delta sampleStatus(const Clock& clock, const QString& id, const QString& kind);

/// The sources of the picture: fine, failing, in part, stale and one never seen.
std::vector<Delta> sampleSources(const Clock& clock);

/// A digest made of a word, for readable tests.
Digest sampleDigest(const QString& word);

} // namespace stowage::test
