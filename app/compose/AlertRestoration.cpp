// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertRestoration.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t Slice = 1'000; ///< events that a book takes within a few milliseconds

/// An alert's own turns, and what else the book of incidents lives from.
const std::vector<AlertEventKind> TurnKinds{
    AlertEventKind::Fired,       AlertEventKind::Ended,      AlertEventKind::Lost,
    AlertEventKind::Found,       AlertEventKind::Changed,    AlertEventKind::Flapping,
    AlertEventKind::Steady,      AlertEventKind::HeldBack,   AlertEventKind::LetThrough,
    AlertEventKind::Silenced,    AlertEventKind::Unsilenced, AlertEventKind::Inhibited,
    AlertEventKind::Uninhibited, AlertEventKind::Unjudged,   AlertEventKind::Judged};

} // namespace

AlertRestoration::AlertRestoration(AlertLog& log, AlertBook& book, IncidentBook& incidents,
                                   const Clock& clock)
    : m_log(log), m_book(book), m_incidents(incidents), m_clock(clock)
{
    connect(&log, &AlertLog::restored, this, &AlertRestoration::takeCheckpoint);
    connect(&log, &AlertLog::replayed, this, &AlertRestoration::takeMore);
    connect(&log, &AlertLog::found, this, &AlertRestoration::takeTurns);
}

void AlertRestoration::start()
{
    m_log.restore();
    AlertLogQuery turns;
    turns.kinds = TurnKinds;
    turns.limit = MostTurns;
    m_request = m_log.query(turns);
}

void AlertRestoration::takeCheckpoint(const AlertCheckpoint& checkpoint, const std::vector<AlertEvent>& after,
                                      bool isLast)
{
    if (!checkpoint.state.isEmpty()) {
        if (const auto read = m_incidents.restore(checkpoint); !read) {
            m_wantsIncidents = true;
            Q_EMIT failed(read.error());
        }
    }
    takeMore(after, isLast);
}

void AlertRestoration::takeMore(const std::vector<AlertEvent>& more, bool isLast)
{
    m_incidents.take(more);
    if (isLast) {
        finishOne();
    }
}

void AlertRestoration::takeTurns(const AlertLogPage& page)
{
    if (page.request != m_request || m_request == 0) {
        return;
    }
    m_request = 0;
    m_turns = page.events;
    std::ranges::reverse(m_turns);
    takeSlice();
}

void AlertRestoration::takeSlice()
{
    const size_t count = std::min(Slice, m_turns.size() - m_taken);
    m_book.restore(std::span(m_turns).subspan(m_taken, count));
    m_taken += count;
    if (m_taken < m_turns.size()) {
        m_clock.after(Millis{0}, this, [this] { takeSlice(); });
        return;
    }
    finishOne();
}

void AlertRestoration::finishOne()
{
    if (--m_awaited > 0) {
        return;
    }
    if (m_wantsIncidents) {
        m_incidents.take(m_turns);
    }
    m_turns = {};
    Q_EMIT finished();
}

} // namespace stowage
