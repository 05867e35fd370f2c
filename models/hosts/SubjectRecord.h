// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostObservation.h"
#include "models/hosts/HostSpark.h"
#include "models/metrics/SampleBatch.h"

namespace stowage {

/// The latest of one metric of one subject.
struct LatestSample
{
    QString metric;
    Sample sample;           ///< the newest that can be true; its stamp is the epoch while there is none
    Millis span{0};          ///< of that
    quint64 quarantined = 0; ///< how many
    QuarantinedSample bad;   ///< the newest of them, its stamp never ahead of our clock

    bool isTold() const { return sample.at != Timestamp{}; }
    bool isBadLatest() const { return quarantined > 0 && bad.sample.at > sample.at; }
};

/// What one source told of one host.
struct SubjectRecord
{
    SubjectKey key;
    bool isAlive = false;
    bool isRestored = false; ///< only the disk has told of it so far
    HostObservation told;
    std::vector<LatestSample> latest; ///< by metric, ascending
    HostSpark spark;                  ///< of sparkMetric()
    Timestamp seenAt{};               ///< the newest stamp of all, never ahead of our clock

    /// Whether all by which the machine is known, and what kind it is, stayed the same.
    bool observe(const HostObservation& observation, Timestamp now);

    /// Only what is newer than what is known changes the latest.
    void take(const SampleBatch& batch, Timestamp now);

    /// All that was told is gone with the host.
    void forget();

    const LatestSample* find(QStringView metric) const;

    /// What the sparkline is of: the processor.
    QString sparkMetric() const;
};

} // namespace stowage
