// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/metrics/MetricInfo.h"

#include <span>

namespace stowage {

/// What the chips above the chart offer: metrics that one looks at together.
struct MetricGroup
{
    QString id;          ///< stable: "cpu", "disk"
    QString title;       ///< on the chip, translated
    QStringList metrics; ///< bases, without devices; of several the first that a host has, or all

    bool operator==(const MetricGroup&) const = default;
};

/// Every group there is, in the order of the chips.
const std::vector<MetricGroup>& metricGroups();

/// Null when there is none of that id.
const MetricGroup* metricGroup(QStringView id);

/// Ids of the groups of which one of these hosts ever told something, in order.
QStringList groupsOf(std::span<const Host* const> hosts);

/// The values of a group that a host tells. `whole`: of every device, else only of the first.
std::vector<const HostValue*> valuesOf(const Host& host, const MetricGroup& group, bool whole);

/// What one line is to show of a host: its CPU. Null when it never told it.
const HostValue* mainValue(const Host& host);

/// How a metric of a host is shown: multiplied by `factor`, in `unit`, under `title`.
struct Shown
{
    double factor = 1;
    MetricUnit unit = MetricUnit::Number;
    QString title;
};

/// Cores of a host with a limit are shown as percent of it.
Shown shownAs(const Host& host, const QString& metric);

/// What fills a line of this metric to its upper edge, in the metric's own unit.
double mostOf(const Host& host, const QString& metric);

} // namespace stowage
