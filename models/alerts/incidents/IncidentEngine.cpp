// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentEngine.h"

#include <algorithm>

namespace stowage {
namespace {

/// Turns between saved states, and how many of those there are: folding anew costs time, states cost memory.
constexpr size_t Spacing = 1'024;
constexpr size_t MostSaved = 6;

/// How many uids are remembered.
constexpr size_t MostKnown = 65'536;

/// What is over is looked for this often, by the turns' own time.
constexpr std::chrono::minutes Forgetting{5};

JoiningNames joiningNames(const IncidentRules& rules)
{
    return {QSet<QString>(rules.joiningLabels.begin(), rules.joiningLabels.end()),
            QSet<QString>(rules.alone.begin(), rules.alone.end()),
            QSet<QString>(rules.gone.begin(), rules.gone.end()),
            QSet<QString>(rules.ofLostCopies.begin(), rules.ofLostCopies.end()),
            QSet<QString>(rules.darkLines.begin(), rules.darkLines.end())};
}

} // namespace

IncidentEngine::IncidentEngine(IncidentRules rules)
    : m_rules(std::make_shared<const IncidentRules>(std::move(rules))), m_joining(joiningNames(*m_rules)),
      m_state(m_rules)
{
    m_saved.push_back({0, m_state});
}

void IncidentEngine::take(std::span<const AlertEvent> events)
{
    std::vector<IncidentTurn> turns = turnsOf(events);
    if (turns.empty()) {
        return;
    }
    for (IncidentTurn& turn : turns) {
        if (m_floor && turn < *m_floor) { // too late to go to its place
            turn.order = std::max(m_newest, m_floor->order);
        }
    }
    std::sort(turns.begin(), turns.end());
    m_newest = std::max(m_newest, turns.back().order);
    insert(std::move(turns));
}

std::vector<IncidentTurn> IncidentEngine::turnsOf(std::span<const AlertEvent> events)
{
    std::vector<IncidentTurn> turns;
    turns.reserve(events.size());
    for (const AlertEvent& event : events) {
        m_upTo = std::max(m_upTo, event.number);
        MemberFactsPtr& known = m_facts[textKey(event.alert)];
        std::optional<IncidentTurn> turn = IncidentTurn::of(event, m_joining, known);
        if (!turn || !isNew(turn->uid)) {
            continue;
        }
        if (turn->facts) {
            known = turn->facts;
        }
        turns.push_back(std::move(*turn));
    }
    return turns;
}

bool IncidentEngine::isNew(TextKey uid)
{
    if (m_known.contains(uid)) {
        return false;
    }
    m_known.insert(uid);
    m_knownOrder.push_back(uid);
    if (m_knownOrder.size() > MostKnown) {
        m_known.remove(m_knownOrder.front());
        m_knownOrder.pop_front();
    }
    return true;
}

void IncidentEngine::insert(std::vector<IncidentTurn> turns)
{
    const auto place = std::upper_bound(m_tail.begin(), m_tail.end(), turns.front());
    const auto first = place - m_tail.begin();
    const auto middle = static_cast<std::ptrdiff_t>(m_tail.size());
    goBackTo(static_cast<size_t>(first));
    m_tail.insert(m_tail.end(), std::make_move_iterator(turns.begin()), std::make_move_iterator(turns.end()));
    std::inplace_merge(m_tail.begin() + first, m_tail.begin() + middle, m_tail.end());
}

void IncidentEngine::goBackTo(size_t folded)
{
    if (folded >= m_folded) {
        return;
    }
    while (m_saved.back().folded > folded) {
        m_saved.pop_back();
    }
    const quint64 version = m_state.version;
    m_state = m_saved.back().state;
    m_state.version = version; // never used twice
    m_folded = m_saved.back().folded;
}

QSet<QString> IncidentEngine::openAlerts() const
{
    QSet<QString> open;
    for (const std::shared_ptr<IncidentGroup>& group : m_state.groups) {
        for (const GroupMember& member : group->members) {
            if (member.isOpen) {
                open.insert(member.facts->alert);
            }
        }
    }
    for (size_t i = m_folded; i < m_tail.size(); ++i) {
        if (m_tail[i].kind == AlertEventKind::Fired) {
            open.insert(m_tail[i].facts->alert);
        }
    }
    return open;
}

void IncidentEngine::setTime(Timestamp now)
{
    const Timestamp latest = now + m_rules->lateness;
    if (m_newest <= latest) {
        return;
    }
    const auto ahead =
        std::ranges::find_if(m_tail, [latest](const IncidentTurn& turn) { return turn.order >= latest; });
    goBackTo(static_cast<size_t>(ahead - m_tail.begin()));
    for (auto turn = ahead; turn != m_tail.end(); ++turn) {
        turn->order = latest;
        turn->at = std::min(turn->at, now);
    }
    std::sort(ahead, m_tail.end());
    if (m_floor) {
        m_floor->order = std::min(m_floor->order, latest);
    }
    m_newest = latest;
    m_forgotAt = std::min(m_forgotAt, now);
}

bool IncidentEngine::work(size_t turns)
{
    IncidentFold fold(m_state);
    for (; turns > 0 && m_folded < m_tail.size(); --turns) {
        fold.apply(m_tail[m_folded]);
        ++m_folded;
        if (m_folded - m_saved.back().folded >= Spacing) {
            save();
        }
    }
    if (isUpToDate()) {
        settle();
    }
    return isUpToDate();
}

void IncidentEngine::save()
{
    m_saved.push_back({m_folded, m_state});
    if (m_saved.size() <= MostSaved) {
        return;
    }
    // Dense where turns still come, sparse where few do: of the older ones the one that is missed least.
    size_t least = 1;
    for (size_t i = 2; i < MostSaved - 1; ++i) {
        const auto gap = [this](size_t at) {
            return m_saved[at + 1].folded - m_saved[at - 1].folded;
        };
        least = gap(i) < gap(least) ? i : least;
    }
    m_saved.erase(m_saved.begin() + static_cast<std::ptrdiff_t>(least));
}

void IncidentEngine::settle()
{
    const Timestamp settled = m_newest - m_rules->lateness;
    size_t last = 0;
    for (size_t i = 1; i < m_saved.size(); ++i) {
        last = m_tail[m_saved[i].folded - 1].order < settled ? i : last;
    }
    if (last > 0) {
        const size_t gone = m_saved[last].folded;
        m_floor = m_tail[gone - 1];
        m_tail.erase(m_tail.begin(), m_tail.begin() + static_cast<std::ptrdiff_t>(gone));
        m_saved.erase(m_saved.begin(), m_saved.begin() + static_cast<std::ptrdiff_t>(last));
        for (Saved& saved : m_saved) {
            saved.folded -= gone;
        }
        m_folded -= gone;
    }
    if (settled - m_forgotAt >= Forgetting) {
        m_forgotAt = settled;
        m_state.forget(settled);
        m_facts.removeIf([](const QHash<TextKey, MemberFactsPtr>::iterator& each) {
            return !each.value() || each.value().use_count() == 1;
        });
    }
}

} // namespace stowage
