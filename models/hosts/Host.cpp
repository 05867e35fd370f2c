// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/Host.h"

#include "models/metrics/MetricInfo.h"

#include <algorithm>

namespace stowage {
namespace {

template <class Entry>
const Entry* findMetric(const std::vector<Entry>& entries, QStringView metric)
{
    const auto isBefore = [](const Entry& entry, QStringView sought) {
        return QStringView(entry.metric) < sought;
    };
    const auto found = std::lower_bound(entries.begin(), entries.end(), metric, isBefore);
    return found != entries.end() && found->metric == metric ? &*found : nullptr;
}

} // namespace

const HostValue* Host::value(QStringView metric) const
{
    return findMetric(values, metric);
}

const HostQuarantine* Host::quarantine(QStringView metric) const
{
    return findMetric(quarantined, metric);
}

QStringList Host::sources() const
{
    QStringList ids;
    for (const HostSubject& subject : subjects) {
        if (!ids.contains(subject.key.source)) {
            ids << subject.key.source;
        }
    }
    return ids;
}

std::vector<const HostValue*> Host::devices(QStringView base) const
{
    std::vector<const HostValue*> found;
    const auto isBefore = [](const HostValue& entry, QStringView sought) {
        return QStringView(entry.metric) < sought;
    };
    // The metric itself, then those with a device stand one after the other.
    auto each = std::lower_bound(values.begin(), values.end(), base, isBefore);
    for (; each != values.end() && QStringView(each->metric).startsWith(base); ++each) {
        if (metricBase(each->metric) == base) {
            found.push_back(&*each);
        }
    }
    return found;
}

} // namespace stowage
