// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/AlertRule.h"

#include <algorithm>

namespace stowage {

std::vector<AlertRule> mergedRules(std::vector<AlertRule> own, std::vector<AlertRule> more)
{
    for (AlertRule& rule : more) {
        const auto same =
            std::ranges::find_if(own, [&rule](const AlertRule& each) { return each.id == rule.id; });
        if (same == own.end()) {
            own.push_back(std::move(rule));
        } else {
            *same = std::move(rule);
        }
    }
    std::erase_if(own, [](const AlertRule& rule) { return !rule.isOn; });
    return own;
}

} // namespace stowage
