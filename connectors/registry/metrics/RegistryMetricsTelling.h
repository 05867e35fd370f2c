// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostObservation.h"
#include "models/metrics/SampleBatch.h"

#include <QStringList>

#include <optional>

namespace stowage {

/// What a page of a registry's debug server comes to: the parts of a delta.
struct RegistryMetricsTelling
{
    std::optional<HostObservation> host; ///< the instance whose page it was
    QStringList removedHosts;            ///< subjects
    std::vector<SampleBatch> samples;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::RegistryMetricsTelling)
