// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelinePast.h"

#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"

#include <algorithm>
#include <utility>

namespace stowage {
namespace {

/// Of all that is logged what incidents are made of.
const std::vector<AlertEventKind> Telling{
    AlertEventKind::Fired,     AlertEventKind::Ended,    AlertEventKind::Lost,   AlertEventKind::Found,
    AlertEventKind::Changed,   AlertEventKind::Unjudged, AlertEventKind::Judged, AlertEventKind::Acknowledged,
    AlertEventKind::TakenOver, AlertEventKind::Released, AlertEventKind::Muted,  AlertEventKind::Unmuted,
    AlertEventKind::Split,     AlertEventKind::Merged,   AlertEventKind::Noted,
};

/// Nothing of a range is forgotten, however long ago it was over.
IncidentRules lastingRules()
{
    constexpr std::chrono::hours Ever{24 * 366 * 20};
    IncidentRules rules;
    rules.keep = Ever;
    rules.keepAtMost = TimelinePast::MostEvents;
    return rules;
}

} // namespace

TimelinePast::TimelinePast(AlertLog& log, const Clock& clock, QObject* parent)
    : QObject(parent), m_log(log), m_clock(clock)
{
    connect(&log, &AlertLog::found, this, [this](const AlertLogPage& page) {
        if (m_request != 0 && page.request == m_request) {
            take(page);
        }
    });
}

TimelinePast::~TimelinePast() = default;

void TimelinePast::stop()
{
    if (m_request != 0) {
        m_log.cancel(std::exchange(m_request, 0));
    }
    m_book.reset();
    m_events = {};
}

void TimelinePast::forget()
{
    stop();
    m_incidents = {};
    m_coveredFrom = {};
}

void TimelinePast::look(Timestamp from, Timestamp to)
{
    stop();
    const Timestamp remembered = m_clock.now() - IncidentRules().keep;
    if (from >= remembered) {
        return; // what was read lies elsewhere
    }
    m_query = {};
    m_query.from = std::max(Timestamp{}, from - Before);
    m_query.to = to == Timestamp{} ? remembered : std::min(to, remembered);
    m_query.kinds = Telling;
    m_query.limit = PageEvents;
    m_request = m_log.query(m_query);
}

void TimelinePast::take(const AlertLogPage& page)
{
    m_request = 0;
    m_events.insert(m_events.end(), page.events.begin(), page.events.end());
    if (!page.isLast && m_events.size() < MostEvents) {
        m_query.beforeNumber = page.next;
        m_request = m_log.query(m_query);
        return;
    }
    m_isWhole = page.isLast;
    if (m_events.empty()) {
        finish();
    } else {
        fold();
    }
}

/// In the order in which it happened, at any other the incidents were others.
void TimelinePast::fold()
{
    std::ranges::reverse(m_events);
    m_book = std::make_unique<IncidentBook>(m_clock, lastingRules());
    connect(m_book.get(), &IncidentBook::changed, this, &TimelinePast::finish);
    m_book->take(m_events);
}

void TimelinePast::finish()
{
    m_coveredFrom = m_isWhole || m_events.empty() ? Timestamp{} : m_events.front().at;
    m_incidents.clear();
    if (m_book) {
        m_incidents.assign(m_book->incidents().begin(), m_book->incidents().end());
        IncidentBook* const told = m_book.release(); // it is in the midst of telling
        told->disconnect(this);
        told->setParent(this);
        told->deleteLater();
    }
    m_events = {};
    Q_EMIT changed();
}

} // namespace stowage
