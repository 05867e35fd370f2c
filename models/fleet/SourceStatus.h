// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Observed.h"
#include "models/core/Time.h"
#include "models/fleet/SweepReport.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace stowage {

/// Where the time of an exchange went. Absent phases (a kept connection has no DNS, TCP, TLS) are nullopt.
struct PhaseTimes
{
    using Micros = std::chrono::microseconds;
    std::optional<Micros> dns;
    std::optional<Micros> tcp4;
    std::optional<Micros> tcp6;
    std::optional<Micros> tls;
    std::optional<Micros> firstByte;
    std::optional<Micros> body;

    bool operator==(const PhaseTimes&) const = default;
};

/// How complete the last full reading of a source was.
struct Coverage
{
    bool complete = false;
    QStringList unseen; ///< what could not be read, each with its reason: "team/api: HTTP 500"

    bool operator==(const Coverage&) const = default;
};

/// A source as its connector sees it.
struct SourceStatus
{
    QString id;
    QString kind;
    QString url; ///< without credentials; empty when it has several servers
    Freshness state = Freshness::Unseen;
    QString identity;
    QString version;
    QStringList capabilities;   ///< "inventory", "placement", "metrics", …
    std::optional<Error> error; ///< the last one that still stands
    QStringList warnings;       ///< known wrong answers of this version, IPv6 dead beside IPv4, …
    Timestamp lastAnswer{};     ///< the epoch when it never answered
    FreshnessLimits limits;     ///< after how long without an answer it is stale, then offline
    std::optional<Coverage> coverage;
    PhaseTimes phases; ///< of the newest exchange that opened a connection, where known
    quint64 requestsSent = 0;
    quint64 requestsFailed = 0;
    bool settled = false; ///< answered once or failed since start
    /// Of a source that tells who holds what: the Inventory::revision() that it has answered in full. Absent
    /// for others.
    std::optional<quint64> answeredInventory;
    /// Of a source that is swept for who holds what; absent for others and before the first request.
    std::optional<SweepReport> sweep;
    QString progress; ///< what it does now, in words; empty when idle

    /// Whether it lists images, so that there is a whole to be read.
    bool hasInventory() const { return capabilities.contains(QLatin1String("inventory")); }

    bool operator==(const SourceStatus&) const = default;
};

} // namespace stowage
