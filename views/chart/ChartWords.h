// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"

namespace stowage::words {

/// "▲ 03:01 first 5xx", "▸ 02:40 rollout team/api:1.1".
QString markText(const ChartMark& mark);

/// "no data 16 min".
QString gapText(const TimeRange& gap);

/// Its label, else its times; with what a press does: "22:12 – 22:40 ×".
QString pinText(const PinnedRange& pin);

/// "22 Nov 02:14 – 03:12 UTC".
QString rangeText(const TimeRange& range);

/// "22 Nov 02:14:30 UTC".
QString momentText(Timestamp at);

/// What a chart shows, for those who hear it: the range, and each series' last value with its time.
QString spokenChart(const ChartContent& content, const TimeRange& range);

/// What its series are called together: "registry-3 · CPU, eu-b-17 · CPU", shortened when there are many.
QString chartTitle(const ChartContent& content);

} // namespace stowage::words
