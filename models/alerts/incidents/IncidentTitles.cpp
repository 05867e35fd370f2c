// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentTitles.h"

#include "models/alerts/incidents/AlertPhrases.h"
#include "models/alerts/incidents/PlainText.h"
#include "models/core/Listed.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stowage::IncidentTitles)
};

constexpr size_t NamedSubjects = 3;

/// What has ended this short a time ago is still what is wrong: alerts that swing must not swing the title.
constexpr std::chrono::minutes Lately{15};

QString joined(const std::vector<QString>& names)
{
    QStringList plain;
    for (const QString& name : names) {
        plain.append(plainLine(name, 60));
    }
    return listed(plain);
}

int count(size_t number)
{
    return static_cast<int>(number);
}

} // namespace

IncidentTitles::IncidentTitles(const IncidentGroup& group, const IncidentWeight& weight)
    : m_group(group), m_weight(weight)
{
}

QString IncidentTitles::title() const
{
    if (lead().facts->isDarkLine) {
        return leadTitle(); // how many it has lost is of less account
    }
    if (!m_group.zone.isEmpty()) {
        return zoneTitle();
    }
    const bool isStormAlone =
        std::any_of(m_group.members.begin(), m_group.members.end(),
                    [](const GroupMember& each) { return each.why == BelongingKind::Storm; });
    if (isStormAlone) {
        return stormTitle();
    }
    return m_group.commonKind == 0 ? leadTitle() : commonTitle();
}

const GroupMember& IncidentTitles::lead() const
{
    // Of those that stand, or did a moment ago, the likeliest cause; among equals the worst, and the first.
    const auto isBehind = [this](const GroupMember& a, const GroupMember& b) {
        const auto key = [this](const GroupMember& each) {
            const bool isCurrent = each.isOpen || m_group.lastAt - each.last <= Lately;
            return std::tuple(isCurrent, each.facts->causeRank, each.facts->severity);
        };
        if (key(a) != key(b)) {
            return key(a) < key(b);
        }
        return a.first != b.first ? a.first > b.first : a.alert > b.alert;
    };
    const GroupMember& likeliest =
        *std::max_element(m_group.members.begin(), m_group.members.end(), isBehind);
    // Who had no memory left before it fell silent is silent for that.
    const bool isMereSilence =
        likeliest.facts->isGone && likeliest.facts->singleLayers == 0 && likeliest.facts->lostLayers == 0;
    const auto isBefore = [&likeliest](const GroupMember& each) {
        return isOfMemory(each.facts->name) && each.facts->placeKey == likeliest.facts->placeKey &&
               each.first < likeliest.first && likeliest.first - each.last <= Lately;
    };
    const auto cause = std::find_if(m_group.members.begin(), m_group.members.end(), isBefore);
    return isMereSilence && cause != m_group.members.end() ? *cause : likeliest;
}

QString IncidentTitles::zoneTitle() const
{
    const QString zone = plainLine(m_group.zone, 60);
    std::vector<AlertSubject> hosts = m_weight.subjects;
    std::erase_if(hosts, [](const AlertSubject& each) { return each.kind != SubjectKind::Host; });
    const MemberFacts& facts = *lead().facts;
    if (facts.isGone) {
        //: %1: the name of a zone
        return Words::tr("zone %1 is gone: %n hosts do not answer", nullptr, count(hosts.size())).arg(zone) +
               consequence();
    }
    //: %1: the name of a zone, %2: what is wrong: "12 hosts are out of CPU"
    return Words::tr("zone %1: %2").arg(zone, alertPhrase(facts, count(hosts.size()))) + consequence();
}

QString IncidentTitles::commonTitle() const
{
    return alertPhrase(*lead().facts, count(m_weight.subjects.size())) + consequence();
}

QString IncidentTitles::stormTitle() const
{
    //: %1: the id of a source
    return Words::tr("%n alerts in a storm from %1", nullptr, count(m_group.members.size()))
        .arg(joined(m_weight.sources));
}

QString IncidentTitles::leadTitle() const
{
    return alertPhrase(*lead().facts) + consequence();
}

QString IncidentTitles::consequence() const
{
    const MemberFacts& facts = *lead().facts;
    if (!facts.isGone && facts.causeRank < 60) {
        return {};
    }

    const auto single = static_cast<int>(m_weight.singleLayers);
    if (m_weight.lostLayers > 0) {
        // A layer that is lost is worse than any that may be: it goes first.
        QString words =
            Words::tr(": %n layers have no copy left", nullptr, static_cast<int>(m_weight.lostLayers));
        if (single > 0) {
            //: goes on after "9 layers have no copy left": layers
            words += Words::tr(", %n have one copy left", nullptr, single);
        }
        return words;
    }
    return single > 0 ? Words::tr(": %n layers have one copy left", nullptr, single) : QString();
}

QString IncidentTitles::detail() const
{
    std::vector<QString> names;
    for (const AlertSubject& subject : m_weight.subjects) {
        if (names.size() < NamedSubjects && !subject.name.isEmpty()) {
            names.push_back(subject.name);
        }
    }
    QStringList parts;
    if (!names.empty()) {
        const size_t more = m_weight.subjects.size() - names.size();
        //: %1: some names
        parts.append(more == 0 ? joined(names)
                               : Words::tr("%1 and %n more", nullptr, count(more)).arg(joined(names)));
    }
    if (m_weight.zones.size() == 1) {
        parts.append(Words::tr("zone %1").arg(joined(m_weight.zones)));
    } else if (m_weight.zones.size() > 1) {
        parts.append(Words::tr("%n zones", nullptr, count(m_weight.zones.size())));
    }
    if (!m_weight.sources.empty()) {
        parts.append(joined(m_weight.sources));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace stowage
