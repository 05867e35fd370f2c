// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/incidents/StormMaker.h"

#include <functional>

namespace stowage::test {

/// One of the thirty storms that the grouping of alerts is held against.
struct LabelledStorm
{
    QString name;
    std::function<void(StormMaker&)> make;
};

/// Those of odd places, beginning at 1, were looked at while the rules' parameters were chosen; those of even
/// places only afterwards. The order mixes easy and hard ones.
const std::vector<LabelledStorm>& labelledStorms();

} // namespace stowage::test
