// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/hosts/HostBook.h"
#include "models/hosts/HostForecasts.h"

namespace stowage {

/// What a series was, as `stowage series` tells it.
struct SeriesExtract
{
    QString host;
    TimeRange range;
    SeriesData data; ///< of all that tell it, merged; the key is of the first
    QStringList sources;

    bool operator==(const SeriesExtract&) const = default;
};

/// A host as `stowage/snapshot/1` has it: what it told last that can be true, by metric; in "stale" those of
/// it that are older than they should be, in "quarantined" those whose latest sample cannot be true.
Json jsonHost(const HostBook& book, HostId id);

/// The hosts by name; then by id.
Json jsonHosts(const HostBook& book);

/// The same with what fills up.
Json jsonHostWithForecasts(const HostBook& book, const HostForecasts& forecasts, HostId id);

/// What is for a person to settle, as `stowage/hosts/1` has it.
Json jsonAmbiguities(const HostBook& book);
Json jsonAlarms(const HostBook& book);

/// `stowage/series/1`.
Json seriesDocument(const SeriesExtract& extract, Timestamp now, const QString& context);

} // namespace stowage
