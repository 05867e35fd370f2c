// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentMemberDiff.h"

#include <algorithm>

namespace stowage {
namespace {

bool isSame(const QString& a, const QString& b)
{
    return a.constData() == b.constData() || a == b; // most are shared
}

} // namespace

bool isSameMember(const IncidentMember& a, const IncidentMember& b)
{
    return isSame(a.alert, b.alert) && isSame(a.name, b.name) && isSame(a.subject.name, b.subject.name) &&
           a.subject.kind == b.subject.kind && a.severity == b.severity && a.isOpen == b.isOpen &&
           a.isUnknown == b.isUnknown && a.episodes == b.episodes && a.first == b.first && a.last == b.last &&
           a.why == b.why && isSame(a.whyDetail, b.whyDetail);
}

bool areSameMembers(const std::vector<IncidentMember>& a, const std::vector<IncidentMember>& b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const IncidentMember& one, const IncidentMember& other) { return isSameMember(one, other); });
}

QSet<QString> alertsOf(const std::vector<IncidentMember>& members)
{
    QSet<QString> alerts;
    alerts.reserve(static_cast<qsizetype>(members.size()));
    for (const IncidentMember& each : members) {
        alerts.insert(each.alert);
    }
    return alerts;
}

std::vector<int> rowsBeside(const std::vector<IncidentMember>& members, const QSet<QString>& others)
{
    std::vector<int> rows;
    for (size_t i = 0; i < members.size(); ++i) {
        if (!others.contains(members[i].alert)) {
            rows.push_back(static_cast<int>(i));
        }
    }
    return rows;
}

bool areSameAlerts(const std::vector<IncidentMember>& a, const std::vector<IncidentMember>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const IncidentMember& one, const IncidentMember& other) {
                          return isSame(one.alert, other.alert);
                      });
}

} // namespace stowage
