// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertReport.h"
#include "models/fleet/Image.h"
#include "models/fleet/NodeObservation.h"
#include "models/fleet/SourceStatus.h"
#include "models/hosts/HostObservation.h"
#include "models/metrics/PeerMetrics.h"
#include "models/metrics/SampleBatch.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace stowage {

/// All that a connector ever produces: what is new or changed, what is certainly no more. What is not named
/// stays as it was. A delta of an older generation than the newest seen of its source is dropped.
struct Delta
{
    QString source;
    quint64 generation = 0; ///< grows with every start of the connector; 0 is what was restored from disk
    Timestamp at{};

    std::vector<Image> images;
    std::vector<ImageKey> removedImages;
    std::vector<NodeObservation> nodes;
    std::vector<QString> removedNodes;
    std::vector<NodeContent> contents;
    std::optional<SourceStatus> status;
    std::vector<PeerMetricsObservation>
        metrics{}; ///< never kept on disk: yesterday's rates say nothing of now
    std::vector<HostObservation> hosts{};
    std::vector<QString> removedHosts{}; ///< subjects
    std::vector<SampleBatch> samples{};  ///< kept by the series' history, see SampleBatch for their way
    AlertReport alerts{};                ///< led into the book of alerts, never kept with the fleet
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::Delta)
