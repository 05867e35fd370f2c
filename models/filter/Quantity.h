// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Unit.h"

#include <QStringView>

#include <optional>

namespace stowage {

/// Reads "12", "1.5GiB", "20 MB", "5min" as a value of this unit (bytes, milliseconds, plain); nothing when
/// it is not one. A size may stand without a unit, an age may not.
std::optional<double> readQuantity(QStringView text, Unit unit);

/// What readQuantity() takes for this unit, as an example for an error: "a size such as 1.5GiB".
QString quantityExample(Unit unit);

} // namespace stowage
