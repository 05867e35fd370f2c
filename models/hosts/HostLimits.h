// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/metrics/SeriesData.h"

namespace stowage {

/// What a metric of a host cannot exceed, for a line in a chart.
struct HostLimit
{
    QString metric;
    double value = 0; ///< in the metric's unit
    QString text;     ///< "limit 1.00 core", translated

    bool operator==(const HostLimit&) const = default;
};

/// By what the host is made of, what the profile says and what it tells itself; nothing where nobody knows.
std::optional<HostLimit> limitOf(const Host& host, QStringView metric);

/// A moment worth a mark in a chart.
struct HostMark
{
    Timestamp at{};
    QString text; ///< "first 5xx", translated
    bool isTrouble = false;

    bool operator==(const HostMark&) const = default;
};

/// When a service that had answered well began to answer with errors, for the last time within the series,
/// which is of errors.percent. Nothing when it has not, or there were errors from the beginning on: then
/// nobody saw the first.
std::optional<HostMark> firstErrors(const SeriesData& errors);

} // namespace stowage
