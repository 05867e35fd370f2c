// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Observed.h"
#include "models/hosts/HostObservation.h"
#include "models/metrics/SampleReason.h"
#include "models/metrics/SeriesKey.h"

#include <vector>

namespace stowage {

using HostId = Id<struct HostTag>;

/// The latest value of a metric that can be true.
struct HostValue
{
    QString metric;
    double value = 0;
    double peak = 0; ///< the greatest within its span
    Timestamp at{};
    Millis span{60'000};
    Millis staleAfter{180'000};
    SubjectKey from; ///< who told it; the series on disk has this key

    bool isStale(Timestamp now) const { return now - at > staleAfter; }
    SeriesKey key() const { return {from, metric}; }

    bool operator==(const HostValue&) const = default;
};

/// What was put into quarantine of a metric.
struct HostQuarantine
{
    QString metric;
    quint64 count = 0; ///< since the program began
    double value = 0;  ///< the latest of them
    Timestamp at{};
    SampleReason reason = SampleReason::None;
    bool isLatest = false; ///< nothing believable has come of it since
    SubjectKey from;

    bool operator==(const HostQuarantine&) const = default;
};

/// A host as one source sees it.
struct HostSubject
{
    SubjectKey key;
    HostState state = HostState::Unseen;
    Freshness freshness = Freshness::Unseen;
    QString reason;
    HostIdentity identity;
    Timestamp seenAt{};       ///< when it last told anything; the epoch: never
    bool isDuplicate = false; ///< its source lists the machine a second time

    bool operator==(const HostSubject&) const = default;
};

/// A machine or service, whichever sources tell of it.
struct Host
{
    HostId id;
    bool isAlive = false; ///< false: a hole in the table
    QString name;
    QString zone; ///< empty: nobody says
    HostKind kind = HostKind::Machine;
    HostState state = HostState::Unseen; ///< of its sources that are fresh the one that knows it best
    Freshness freshness = Freshness::Unseen;
    QString reason;     ///< why it is not up, or which source contradicts; empty when all is well
    Timestamp seenAt{}; ///< when somebody last told of it
    Millis every{60'000};
    bool isDuplicate = false; ///< the second row of one machine, and its first is not known: not counted
    bool isAmbiguous = false; ///< whether another subject is the same machine is for a person to settle
    NodeId node;              ///< in Fleet; invalid when it is none of its nodes
    HostFacts facts;
    std::optional<double> cpuLimit;          ///< cores that it may use at most
    std::vector<HostSubject> subjects;       ///< those that count first, then by key
    std::vector<HostValue> values;           ///< by metric, ascending
    std::vector<HostQuarantine> quarantined; ///< by metric, ascending
    std::vector<HostContainer> containers;
    std::vector<HostService> services;

    /// Null when nobody ever told it.
    const HostValue* value(QStringView metric) const;
    const HostQuarantine* quarantine(QStringView metric) const;

    /// Ids of the sources that tell of it, each once, in the order of `subjects`.
    QStringList sources() const;

    /// Each device of a metric ("disk.percent": of all file systems, the root first).
    std::vector<const HostValue*> devices(QStringView base) const;

    bool operator==(const Host&) const = default;
};

} // namespace stowage
