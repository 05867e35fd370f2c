// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/incidents/IncidentFixture.h"

#include "models/alerts/incidents/IncidentTitles.h"

#include <algorithm>
#include <map>
#include <random>

namespace stowage::test {

using namespace Qt::StringLiterals;

IncidentEngine folded(const std::vector<AlertEvent>& events, const IncidentRules& rules)
{
    IncidentEngine engine(rules);
    // As they come in life: some at a time.
    constexpr size_t Batch = 7;
    for (size_t i = 0; i < events.size(); i += Batch) {
        engine.take(std::span(events).subspan(i, std::min(Batch, events.size() - i)));
        while (!engine.work(5)) {
        }
    }
    return engine;
}

std::vector<AlertEvent> shuffled(std::vector<AlertEvent> events, quint64 seed, Millis lateness)
{
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<qint64> delay(0, lateness.count());
    std::vector<std::pair<Timestamp, AlertEvent>> arriving;
    for (AlertEvent& event : events) {
        arriving.emplace_back(event.at + Millis(delay(random)), std::move(event));
    }
    std::shuffle(arriving.begin(), arriving.end(), random); // those of one moment
    std::stable_sort(arriving.begin(), arriving.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<AlertEvent> order;
    for (auto& each : arriving) {
        order.push_back(std::move(each.second));
    }
    return order;
}

QStringList described(const IncidentEngine& engine)
{
    QStringList lines;
    for (const std::shared_ptr<IncidentGroup>& each : engine.state().groups) {
        const IncidentGroup& group = *each;
        const IncidentWeight weight = weigh(group);
        const IncidentTitles titles(group, weight);
        const auto millis = [](Timestamp at) {
            return QString::number((at - stormBegin()).count());
        };
        lines += u"%1 %2 | %3 | %4 told %5 reopened %6 opened %7 last %8 resolved %9"_s
                     .arg(group.id, incidentStateName(group.state()), titles.title(), titles.detail())
                     .arg(group.told)
                     .arg(group.reopened)
                     .arg(millis(group.openedAt), millis(group.lastAt), millis(group.resolvedAt)) +
                 (group.isStorm ? u" storm"_s : QString()) + u" owner "_s + group.care.owner + u" ack "_s +
                 group.care.acknowledgedBy + u" note "_s + group.care.note;
        for (const GroupMember& member : group.members) {
            lines += u"%1   %2 %3 x%4 %5 %6-%7 %8 %9"_s.arg(group.id, member.facts->alert)
                         .arg(member.isOpen ? u"open"_s : u"over"_s)
                         .arg(member.episodes)
                         .arg(member.isUnknown)
                         .arg(millis(member.first), millis(member.last), belongingName(member.why),
                              member.whyDetail);
        }
    }
    lines.sort();
    return lines;
}

double PairScore::f1() const
{
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

PairScore& PairScore::operator+=(const PairScore& other)
{
    both += other.both;
    found += other.found;
    truly += other.truly;
    return *this;
}

PairScore scoreOf(const IncidentEngine& engine, const std::vector<StormMaker::Firing>& firings)
{
    // Where each firing went: the incident that knew the alert at that time.
    std::multimap<QString, std::tuple<Timestamp, Timestamp, quint32>> places;
    const FoldState& state = engine.state();
    for (auto each = state.groups.cbegin(); each != state.groups.cend(); ++each) {
        for (const GroupMember& member : each.value()->members) {
            places.emplace(member.facts->alert, std::tuple(member.first, member.fired, each.key()));
        }
    }
    std::map<quint32, quint64> byGroup;
    std::map<int, quint64> byCause;
    std::map<std::pair<quint32, int>, quint64> byBoth;
    for (const StormMaker::Firing& firing : firings) {
        quint32 group = 0;
        const auto [begin, end] = places.equal_range(firing.alert);
        for (auto place = begin; place != end; ++place) {
            const auto& [first, fired, number] = place->second;
            group = first <= firing.at && firing.at <= fired ? number : group;
        }
        ++byGroup[group];
        ++byCause[firing.cause];
        ++byBoth[{group, firing.cause}];
    }
    const auto pairs = [](const auto& counts) {
        quint64 sum = 0;
        for (const auto& each : counts) {
            sum += each.second * (each.second - 1) / 2;
        }
        return sum;
    };
    return {pairs(byBoth), pairs(byGroup), pairs(byCause)};
}

} // namespace stowage::test
