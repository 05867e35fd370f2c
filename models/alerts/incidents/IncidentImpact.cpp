// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentImpact.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <set>

namespace stowage {
namespace {

struct SubjectWeight
{
    AlertSubject subject;
    bool isOpen = false;
    AlertSeverity severity = AlertSeverity::Info;
    size_t alerts = 0;
    Timestamp first{};

    bool isWorseThan(const SubjectWeight& other) const
    {
        if (isOpen != other.isOpen) {
            return isOpen;
        }
        if (severity != other.severity) {
            return severity > other.severity;
        }
        if (alerts != other.alerts) {
            return alerts > other.alerts;
        }
        return first != other.first ? first < other.first : subject.name < other.subject.name;
    }
};

double severityWeight(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return 100;
    case AlertSeverity::Warning:
        return 40;
    case AlertSeverity::Info:
        return 5;
    }
    return 0;
}

/// Whole steps that double: an order that changes each second is none.
double ageSteps(Millis age)
{
    const auto minutes = static_cast<double>(std::max<qint64>(0, age.count())) / 60'000.0;
    return std::floor(std::log2(1.0 + minutes));
}

/// One after the other, worst first.
std::vector<AlertSubject> inOrder(const QHash<TextKey, SubjectWeight>& weights)
{
    std::vector<SubjectWeight> sorted(weights.cbegin(), weights.cend());
    std::sort(sorted.begin(), sorted.end(),
              [](const SubjectWeight& a, const SubjectWeight& b) { return a.isWorseThan(b); });
    std::vector<AlertSubject> subjects;
    subjects.reserve(sorted.size());
    for (SubjectWeight& each : sorted) {
        subjects.push_back(std::move(each.subject));
    }
    return subjects;
}

} // namespace

IncidentWeight weigh(const IncidentGroup& group)
{
    IncidentWeight weight;
    QHash<TextKey, SubjectWeight> subjects;
    std::set<QString> zones;
    std::set<QString> sources;
    for (const GroupMember& member : group.members) {
        const MemberFacts& facts = *member.facts;
        if (member.isOpen || group.isResolved()) {
            weight.severity = std::max(weight.severity, facts.severity);
            weight.singleLayers = std::max(weight.singleLayers, facts.singleLayers);
            weight.lostLayers = std::max(weight.lostLayers, facts.lostLayers);
        }
        if (!facts.place.zone.isEmpty()) {
            zones.insert(facts.place.zone);
        }
        if (!facts.source.isEmpty()) {
            sources.insert(facts.source);
        }
        SubjectWeight& subject = subjects[facts.placeKey];
        if (subject.alerts == 0) {
            subject.first = member.first;
        }
        if (subject.alerts == 0 || subject.subject.kind == SubjectKind::Unknown) {
            subject.subject = facts.place.subject; // some sources know better what it is
        }
        subject.isOpen = subject.isOpen || member.isOpen;
        subject.severity = std::max(subject.severity, facts.severity);
        subject.first = std::min(subject.first, member.first);
        ++subject.alerts;
    }
    weight.subjects = inOrder(subjects);
    weight.zones.assign(zones.begin(), zones.end());
    weight.sources.assign(sources.begin(), sources.end());
    if (!group.zone.isEmpty() || weight.lostLayers > 0) {
        weight.severity = AlertSeverity::Critical; // more than any of its alerts can know
    }
    return weight;
}

double impactOf(const IncidentWeight& weight)
{
    return severityWeight(weight.severity) +
           5.0 * std::log2(1.0 + static_cast<double>(weight.subjects.size())) +
           3.0 * std::log2(1.0 + std::max(0.0, weight.singleLayers)) +
           6.0 * std::log2(1.0 + std::max(0.0, weight.lostLayers));
}

double impactOf(double impact, const IncidentGroup& group, Timestamp now)
{
    const Timestamp until = group.isResolved() ? group.resolvedAt : now;
    const double aged = impact + ageSteps(until - group.openedAt);
    return group.state() == IncidentState::Unknown ? aged / 2 : aged;
}

} // namespace stowage
