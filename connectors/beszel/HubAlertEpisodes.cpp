// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlertEpisodes.h"

#include <algorithm>
#include <tuple>

namespace stowage {
namespace {

/// The hub writes an alert and its history one after the other.
constexpr Millis Together{900};

/// A clock may be ahead by that much.
constexpr std::chrono::minutes Ahead{2};

/// The hub keeps 250 of a user; what was told long ago need not be known for ever.
constexpr size_t MostTurns = 512;
constexpr size_t MostTold = 16;

} // namespace

bool HubAlertEpisodes::add(const HubAlertTurn& turn)
{
    const auto known =
        std::ranges::find_if(m_turns, [&](const Turn& each) { return each.row.id == turn.id; });
    if (known != m_turns.end()) {
        // Once let go it stays so: an older list may still say otherwise.
        if (known->row == turn || (turn.isOpen() && !known->row.isOpen())) {
            return false;
        }
        known->row.ended = turn.ended;
        return true;
    }
    const bool isLate = std::ranges::any_of(m_told, [&](const Episode& each) {
        return turn.began >= each.from - Together && turn.began <= each.to + Together;
    });
    const auto place = std::ranges::find_if(m_turns, [&](const Turn& each) {
        return std::tie(turn.began, turn.id) < std::tie(each.row.began, each.row.id);
    });
    m_turns.insert(place, {turn, isLate});
    shrink();
    return true;
}

Timestamp HubAlertEpisodes::beganAt(const QString& alert, Timestamp updated) const
{
    const auto found = std::find_if(m_turns.rbegin(), m_turns.rend(), [&](const Turn& each) {
        return each.row.alert == alert && (each.row.isOpen() || (each.row.began >= updated - Together &&
                                                                 each.row.began <= updated + Together));
    });
    return found == m_turns.rend() ? updated : found->row.began;
}

Timestamp HubAlertEpisodes::episodeFrom(Timestamp moment, Timestamp now) const
{
    Timestamp from = moment;
    for (auto each = m_turns.rbegin(); each != m_turns.rend(); ++each) {
        const bool touches = !each->row.isOpen() && each->row.ended >= from && each->row.ended <= now + Ahead;
        if (each->row.began < from && touches) {
            from = each->row.began;
        }
    }
    return from;
}

std::optional<Timestamp> HubAlertEpisodes::endOf(const QString& alert, Timestamp from) const
{
    const auto last = std::find_if(m_turns.rbegin(), m_turns.rend(),
                                   [&](const Turn& each) { return each.row.alert == alert; });
    const bool isOver = last != m_turns.rend() && !last->row.isOpen() && last->row.ended >= from;
    return isOver ? std::optional(last->row.ended) : std::nullopt;
}

std::optional<Timestamp> HubAlertEpisodes::endOfEpisode(Timestamp moment) const
{
    std::optional<Timestamp> end;
    Timestamp reached = moment + Together;
    for (const Turn& each : m_turns) {
        if (each.row.began > reached) {
            break;
        }
        if (each.row.isOpen()) {
            return std::nullopt;
        }
        if (each.row.ended >= moment) {
            end = std::max(end.value_or(each.row.ended), each.row.ended);
            reached = std::max(reached, *end);
        }
    }
    return end;
}

size_t HubAlertEpisodes::messages(Timestamp from, Timestamp to, const QStringList& triggered) const
{
    size_t count = 0;
    QStringList untold = triggered;
    for (const Turn& each : m_turns) {
        if (each.row.began >= from - Together && each.row.began <= to) {
            ++count;
            untold.removeAll(each.row.alert);
        }
    }
    return count + static_cast<size_t>(untold.size());
}

void HubAlertEpisodes::tell(Timestamp from, Timestamp to)
{
    if (m_told.empty() || m_told.back().from != from) {
        m_told.push_back({from, to, {}});
    }
    m_told.back().to = to;
    if (m_told.size() > MostTold) {
        m_told.erase(m_told.begin());
    }
    for (Turn& each : m_turns) {
        const Timestamp end = each.row.isOpen() ? each.row.began : each.row.ended;
        if (each.row.began <= to + Together && end >= from - Together) {
            each.isTold = true;
        }
    }
}

std::vector<HubAlertEpisodes::Episode> HubAlertEpisodes::takePast(Timestamp openFrom, Timestamp now)
{
    std::vector<Episode> past;
    bool isTold = false; // the one that is being put together
    const auto finish = [&] {
        if (!past.empty() && isTold) {
            past.pop_back();
        }
        isTold = false;
    };
    for (Turn& each : m_turns) {
        const bool isOpenNow = openFrom != Timestamp{} && each.row.ended >= openFrom;
        if (each.row.isOpen() || isOpenNow || each.row.began > now + Ahead) {
            continue;
        }
        // An end before the beginning says that it was, and not for how long.
        const Timestamp end =
            std::min(std::max(each.row.began, each.row.ended), std::max(now + Ahead, each.row.began));
        if (past.empty() || each.row.began > past.back().to) {
            finish();
            past.push_back({each.row.began, end, each.row.limit});
        } else {
            past.back().to = std::max(past.back().to, end);
        }
        isTold = isTold || each.isTold;
        each.isTold = true;
    }
    finish();
    return past;
}

void HubAlertEpisodes::shrink()
{
    if (m_turns.size() > MostTurns) {
        const auto told = std::ranges::find_if(m_turns, [](const Turn& each) { return each.isTold; });
        m_turns.erase(told == m_turns.end() ? m_turns.begin() : told);
    }
}

} // namespace stowage
