// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <map>
#include <set>

namespace stowage::test {

/// What kind of series a family has.
struct MetricFamily
{
    QByteArray type;
    std::set<QByteArray> labels; ///< names of each series, "code,handler,le,method"
    std::set<QByteArray> bounds;

    bool operator==(const MetricFamily&) const = default;
};

using MetricFamilies = std::map<QByteArray, MetricFamily>;

/// The families of metrics pages by name; fails the test where a page is wrong or a sample comes before its
/// type.
MetricFamilies familiesOf(const QByteArrayList& pages);

/// The values of a page by series; those of counters and histograms alone.
std::map<QByteArray, double> valuesOf(const QByteArray& page);
std::map<QByteArray, double> countersOf(const QByteArray& page);

} // namespace stowage::test
