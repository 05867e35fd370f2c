// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/Exposition.h"
#include "models/core/Time.h"

#include <QString>

#include <optional>

namespace stowage {

/// The label's value as it stands on the page; empty when there is none.
std::string_view labelValue(const std::vector<ExpositionLabel>& labels, std::string_view name);

/// Text as it may be shown, from a label that nobody vouches for.
QString shownLabel(std::string_view value);

/// A label that is a number, `le="0.5"`, infinities included; nothing for what is none.
std::optional<double> labelNumber(std::string_view value);

/// Seconds since the epoch, of this century or the last third of the one before it.
std::optional<Timestamp> pageMoment(double seconds);

/// Adds a gauge of which a page tells several, when its value is finite and not below nought.
void addGauge(std::optional<double>& sum, double value);

} // namespace stowage
