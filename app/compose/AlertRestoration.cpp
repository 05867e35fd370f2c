// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertRestoration.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t Slice = 1'000; ///< events that a book takes within a few milliseconds
constexpr int AskedAtOnce = 16;
constexpr quint32 TurnsOfOne = 1'000; ///< in a page

/// An alert's own turns, and what else the book of incidents lives from.
const std::vector<AlertEventKind> TurnKinds{
    AlertEventKind::Fired,       AlertEventKind::Ended,      AlertEventKind::Lost,
    AlertEventKind::Found,       AlertEventKind::Changed,    AlertEventKind::Flapping,
    AlertEventKind::Steady,      AlertEventKind::HeldBack,   AlertEventKind::LetThrough,
    AlertEventKind::Silenced,    AlertEventKind::Unsilenced, AlertEventKind::Inhibited,
    AlertEventKind::Uninhibited, AlertEventKind::Unjudged,   AlertEventKind::Judged};

/// What persons did.
const std::vector<AlertEventKind> ActKinds{
    AlertEventKind::Acknowledged, AlertEventKind::TakenOver, AlertEventKind::Released, AlertEventKind::Muted,
    AlertEventKind::Unmuted,      AlertEventKind::Split,     AlertEventKind::Merged,   AlertEventKind::Noted};

bool isBeginning(const AlertEvent& event)
{
    return event.kind == AlertEventKind::Fired && !event.isPast;
}

} // namespace

AlertRestoration::AlertRestoration(AlertLog& log, AlertBook& book, IncidentBook& incidents,
                                   const Clock& clock)
    : m_log(log), m_book(book), m_incidents(incidents), m_clock(clock)
{
    connect(&log, &AlertLog::restored, this, &AlertRestoration::takeCheckpoint);
    connect(&log, &AlertLog::replayed, this, &AlertRestoration::takeMore);
    connect(&log, &AlertLog::found, this, &AlertRestoration::takePage);
}

void AlertRestoration::start()
{
    m_awaited = 2;
    m_isWhole = true;
    m_wantsIncidents = false;
    m_taken = 0;
    m_log.restore();
}

void AlertRestoration::takeCheckpoint(const AlertCheckpoint& checkpoint, const std::vector<AlertEvent>& after,
                                      bool isLast, bool isRead)
{
    m_isWhole = m_isWhole && isRead;
    if (!checkpoint.state.isEmpty()) {
        if (const auto read = m_incidents.restore(checkpoint); !read) {
            m_wantsIncidents = true;
            Q_EMIT failed(read.error());
        }
    }
    askTurns(0);
    takeMore(after, isLast);
}

void AlertRestoration::takeMore(const std::vector<AlertEvent>& more, bool isLast)
{
    if (m_wantsIncidents) { // what is before it has to come first
        m_after.insert(m_after.end(), more.begin(), more.end());
    } else {
        m_incidents.take(more);
    }
    if (isLast) {
        endOne();
    }
}

void AlertRestoration::askTurns(quint64 before)
{
    AlertLogQuery turns;
    turns.kinds = TurnKinds;
    if (m_wantsIncidents) {
        turns.kinds.insert(turns.kinds.end(), ActKinds.begin(), ActKinds.end());
    }
    const quint32 most = m_wantsIncidents ? MostFolded : MostTurns;
    turns.limit = most - static_cast<quint32>(m_turns.size());
    turns.beforeNumber = before;
    m_request = m_log.query(turns);
}

void AlertRestoration::takePage(const AlertLogPage& page)
{
    const auto older = m_asked.constFind(page.request);
    if (older != m_asked.cend()) {
        takeOlder(m_asked.take(page.request), page);
    } else if (m_request != 0 && page.request == m_request) {
        m_request = 0;
        takeTurns(page);
    }
}

void AlertRestoration::takeTurns(const AlertLogPage& page)
{
    m_isWhole = m_isWhole && !page.isBroken;
    m_turns.insert(m_turns.end(), page.events.begin(), page.events.end());
    if (!page.isLast && !page.isBroken && m_turns.size() < (m_wantsIncidents ? MostFolded : MostTurns)) {
        askTurns(page.next);
        return;
    }
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
    endOne();
}

void AlertRestoration::endOne()
{
    if (--m_awaited > 0) {
        return;
    }
    if (std::exchange(m_wantsIncidents, false)) {
        std::vector<AlertEvent> all = std::exchange(m_turns, {});
        all.insert(all.end(), m_after.begin(), m_after.end());
        m_incidents.take(all);
    }
    m_turns = {};
    m_after = {};
    m_awaited = 1;
    m_older = m_incidents.openAlerts();
    m_older.removeIf([this](const QString& alert) { return m_book.find(alert) != nullptr; });
    askOlder();
}

void AlertRestoration::askOlder()
{
    while (!m_older.isEmpty() && m_asked.size() < AskedAtOnce) {
        ask({m_older.takeLast(), {}}, 0);
    }
    if (m_asked.isEmpty()) {
        finish();
    }
}

void AlertRestoration::ask(const Older& older, quint64 before)
{
    AlertLogQuery turns;
    turns.kinds = TurnKinds;
    turns.alert = older.alert;
    turns.limit = TurnsOfOne;
    turns.beforeNumber = before;
    m_asked.insert(m_log.query(turns), older);
}

/// Its latest beginning says what it is; what came after that, how it stands.
void AlertRestoration::takeOlder(Older older, const AlertLogPage& page)
{
    m_isWhole = m_isWhole && !page.isBroken;
    older.turns.insert(older.turns.end(), page.events.begin(), page.events.end());
    if (!page.isLast && !page.isBroken && std::ranges::none_of(page.events, isBeginning)) {
        ask(older, page.next);
        return;
    }
    std::ranges::reverse(older.turns);
    m_book.restore(older.turns);
    askOlder();
}

void AlertRestoration::finish()
{
    m_awaited = 0;
    Q_EMIT finished();
}

} // namespace stowage
