// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleRecall.h"

#include "models/alerts/AlertBookIdentity.h"

namespace stowage {

void RuleRecall::add(const RecalledAlert& alert)
{
    m_alerts.insert_or_assign(alert.key, alert.since);
    m_keys.clear(); // it may be of one that nothing was left of
}

QStringList RuleRecall::keys() const
{
    QStringList keys;
    for (const auto& [key, since] : m_alerts) {
        keys << key;
    }
    return keys;
}

/// Worked out once for a subject: thousands are looked at each second while anything is left.
const QString& RuleRecall::keyOf(const QString& subject)
{
    const auto known = m_keys.constFind(subject);
    if (known != m_keys.cend()) {
        return *known;
    }
    AlertObservation told;
    told.name = m_rule;
    told.key = m_rule + u'/' + subject;
    const QString key = alertIdentity(AlertBookIdentity::ownSource(), told).key;
    return *m_keys.insert(subject, m_alerts.contains(key) ? key : QString());
}

std::map<QString, RuleRecall::Found> RuleRecall::find(const FactTable& facts)
{
    std::map<QString, Found> found;
    for (size_t row = 0; row < facts.rows() && !m_alerts.empty(); ++row) {
        const auto alert = m_alerts.find(keyOf(facts.subject(row)));
        if (alert != m_alerts.end()) {
            found.try_emplace(alert->first, Found{row, alert->second});
        }
    }
    return found;
}

bool RuleRecall::dropAbsent(const FactTable& facts)
{
    const auto present = find(facts);
    return std::erase_if(m_alerts, [&present](const auto& alert) { return !present.contains(alert.first); }) >
           0;
}

} // namespace stowage
