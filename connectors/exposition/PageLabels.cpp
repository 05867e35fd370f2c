// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/PageLabels.h"

#include "connectors/exposition/Number.h"
#include "connectors/registry/RegistryNames.h"
#include "models/metrics/CounterHistory.h"

#include <algorithm>
#include <cmath>

namespace stowage {

std::string_view labelValue(const std::vector<ExpositionLabel>& labels, std::string_view name)
{
    const auto found = std::ranges::find(labels, name, &ExpositionLabel::name);
    return found == labels.end() ? std::string_view() : found->value;
}

QString shownLabel(std::string_view value)
{
    return escapedForDisplay(unescapedLabel(value));
}

std::optional<double> labelNumber(std::string_view value)
{
    double number = 0;
    const char* const end = value.data() + value.size();
    return exposition::readAnyNumber(value.data(), end, number) == end && !std::isnan(number)
               ? std::optional(number)
               : std::nullopt;
}

std::optional<Timestamp> pageMoment(double seconds)
{
    constexpr double Latest = 4'102'444'800; // the year 2100
    return seconds >= 0 && seconds < Latest ? std::optional(Timestamp(Millis(std::llround(seconds * 1000))))
                                            : std::nullopt;
}

void addGauge(std::optional<double>& sum, double value)
{
    if (isCounterValue(value)) {
        sum = sum.value_or(0) + value;
    }
}

} // namespace stowage
