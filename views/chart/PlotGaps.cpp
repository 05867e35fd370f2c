// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/PlotGaps.h"

#include <algorithm>

namespace stowage {

namespace {

std::vector<TimeRange> intersection(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b)
{
    std::vector<TimeRange> both;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const TimeRange common{std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)};
        if (common.from < common.to) {
            both.push_back(common);
        }
        a[i].to < b[j].to ? ++i : ++j;
    }
    return both;
}

} // namespace

std::vector<TimeRange> commonGaps(const ChartContent& content)
{
    std::vector<TimeRange> common;
    bool isFirst = true;
    for (const ChartSeries& series : content.series) {
        if (series.data.points.empty()) {
            continue;
        }
        common = isFirst ? series.data.gaps : intersection(common, series.data.gaps);
        isFirst = false;
    }
    return common;
}

} // namespace stowage
