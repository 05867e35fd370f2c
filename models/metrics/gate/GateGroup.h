// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"
#include "models/metrics/gate/MetricTraits.h"

#include <vector>

namespace stowage {

class SeriesPast;

/// A batch that is judged in this call, for those of its family.
struct GateMember
{
    MetricPart part = MetricPart::None;
    const SampleBatch* batch = nullptr;
    const SeriesPast* past = nullptr;
};

/// The family of one device within one call: what else was told of the same moment.
struct GateGroup
{
    MetricFamily family = MetricFamily::None;
    QString device;
    quint64 call = 0; ///< that the members are of
    std::vector<GateMember> members;

    /// What is told beside `batch`, over the same span and from the same past or present; null if nothing.
    const GateMember* find(MetricPart part, const SampleBatch& batch) const;
};

/// What a member says of a moment. Nothing where it does not speak of it, or is not believed.
std::optional<double> valueAt(const GateMember* member, Timestamp at);

/// The same, believed or not.
std::optional<double> claimedAt(const GateMember* member, Timestamp at);

} // namespace stowage
