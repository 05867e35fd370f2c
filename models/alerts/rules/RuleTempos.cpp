// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleTempos.h"

#include "models/alerts/rules/RuleEngine.h"

namespace stowage {

AlertPolicy withRuleTempos(AlertPolicy policy, std::span<const AlertRule> rules)
{
    for (const AlertRule& rule : rules) {
        AlertPolicy::Rule tempo;
        tempo.matcher.name = rule.id; // which has no signs of patterns
        tempo.matcher.source = RuleEngine::source();
        tempo.tempo = policy.usual;
        tempo.tempo.persistence = Millis{0};
        tempo.tempo.cooldown = rule.cooldown;
        tempo.tempo.hysteresis = 0;
        policy.rules.push_back(std::move(tempo));
    }
    return policy;
}

} // namespace stowage
