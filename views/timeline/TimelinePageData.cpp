// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TimelinePage that asks the log and takes what comes.
#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"
#include "views/timeline/TimelineDetails.h"
#include "views/timeline/TimelinePage.h"
#include "views/timeline/TimelineStrip.h"
#include "views/timeline/TimelineView.h"
#include "views/widgets/Chip.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/Panel.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr quint32 Stretches = 400;
constexpr quint32 StripStretches = 600;
constexpr Millis Settling{200};  ///< after which what is shown is asked for
constexpr Millis Gathering{250}; ///< of incidents' changes
constexpr Millis SayFor = std::chrono::minutes(1);
constexpr int MarginShare = 20; ///< of what was found, before the first of it
constexpr int CoarseFrom = 3;   ///< asked for so many times as long as what is shown, counts are coarse

} // namespace

/// The moment that the screen shows.
Timestamp TimelinePage::moment() const
{
    return isFrozen() ? m_frozenAt : m_clock.now();
}

/// Everything anew: another range, other words or lanes.
void TimelinePage::ask()
{
    if (!isActive() && !m_isAsked) {
        return; // nobody has looked yet
    }
    m_isAsked = true;
    m_isFitting = true;
    const Timestamp now = moment();
    m_query.from = isSearching() ? Timestamp{} : now - m_range->length();
    m_query.to = isFrozen() ? now : Timestamp{};
    m_query.stretches = StripStretches;
    if (isSearching()) {
        m_overview.show(m_query, now); // tells where what is looked for begins
    } else {
        m_view->setWhole({m_query.from, now}, !isFrozen());
        m_view->showWhole();
        m_overview.show(m_query, now);
        m_isFitting = false;
        askForShown();
    }
    showState();
}

void TimelinePage::takeOverview()
{
    if (m_isFitting && isSearching()) {
        m_isFitting = false;
        const Timestamp now = moment();
        const std::optional<Timestamp> first = m_overview.firstAt();
        // Nothing was found in any time: the range is as good as any.
        m_query.from = first ? *first - (now - *first) / MarginShare : now - m_range->length();
        m_view->setWhole({m_query.from, now}, !isFrozen());
        m_view->showWhole();
        askForShown();
    }
    m_strip->setCounts(m_overview.counts());
    takeContentSoon();
}

void TimelinePage::askSoon()
{
    if (!std::exchange(m_isAskDue, true)) {
        m_clock.after(Settling, this, [this] {
            m_isAskDue = false;
            const TimeRange& shown = m_view->window().shown();
            const TimelineQuery& asked = m_book.query();
            const Timestamp end = asked.isLive() ? moment() : asked.to;
            const bool isWithin = asked.from <= shown.from && end >= shown.to;
            const bool isCoarse = !m_book.isComplete() && m_book.coveredFrom() > shown.from &&
                                  end - asked.from > CoarseFrom * (shown.to - shown.from);
            if (!isWithin || isCoarse) {
                askForShown();
            }
        });
    }
}

/// What is shown, and half of it on each side.
void TimelinePage::askForShown()
{
    const ChartWindow& window = m_view->window();
    const Millis around = window.length() / 2;
    TimelineQuery query = m_query;
    query.stretches = Stretches;
    query.from = std::max(m_query.from, window.shown().from - around);
    query.to = window.shown().to + around;
    if (query.to >= window.whole().to) {
        query.to = m_query.to;
    }
    m_book.show(query);
    takeContentSoon();
}

void TimelinePage::takeIncidentsSoon()
{
    if (!isActive()) {
        m_areIncidentsDue = true;
        return;
    }
    if (!std::exchange(m_areIncidentsDue, true)) {
        m_clock.after(Gathering, this, [this] {
            if (m_areIncidentsDue) {
                takeIncidents();
            }
        });
    }
}

void TimelinePage::takeIncidents()
{
    m_areIncidentsDue = false;
    const std::span<const Incident> incidents = m_ports.incidents.incidents();
    m_book.setIncidents({incidents.begin(), incidents.end()});
}

/// Neither a page that nobody sees nor one that stands still puts in what comes; the book keeps it.
void TimelinePage::holdStill()
{
    m_book.setFrozen(isFrozen() || !isActive());
}

void TimelinePage::activeChanged()
{
    holdStill();
    if (!isActive()) {
        return;
    }
    m_strip->setCounts(m_overview.counts());
    if (m_areIncidentsDue || !m_isAsked) {
        takeIncidents();
    }
    m_isAsked ? tick() : ask();
    takeContentSoon();
}

void TimelinePage::frozenChanged()
{
    if (isFrozen()) {
        m_frozenAt = m_clock.now();
        holdStill();
        m_overview.setFrozen(true);
        return;
    }
    holdStill();
    m_overview.setFrozen(false);
    if (!m_isAsked) {
        return;
    }
    // What came meanwhile is held by the book; it is asked anew where it was asked as of the frozen moment.
    m_query.to = {};
    if (m_book.query().to == m_frozenAt) {
        askForShown();
    }
    m_overview.show(m_query, m_clock.now());
    tick();
    takeContentSoon();
}

void TimelinePage::tick()
{
    if (isFrozen() || !m_isAsked || m_isFitting) {
        return;
    }
    const Timestamp now = m_clock.now();
    const Timestamp from = isSearching() ? m_query.from : now - m_range->length();
    m_view->setWhole({from, now}, true);
    m_view->setNow(now);
    m_strip->update();
    showDetails(m_view->current());
}

void TimelinePage::openStorm(const QString& incident)
{
    if (open(incident) && !m_book.isOpened(incident)) {
        toggleStorm(incident);
    }
}

void TimelinePage::toggleStorm(const QString& incident)
{
    const bool opens = !m_book.isOpened(incident);
    m_book.setOpened(incident, opens);
    takeContent();
    const TimelineEntry* storm = m_view->current();
    if (opens && storm != nullptr && storm->incident == incident && storm->from < m_book.coveredFrom()) {
        // Its alerts are only counted as yet: they are read when one looks there.
        const Timestamp end = storm->isStanding() ? moment() : storm->to;
        const Millis around = std::max((end - storm->from) / 4, ChartWindow::Least);
        m_view->showRange({storm->from - around, end + around});
    }
}

std::vector<TimelineEntry> TimelinePage::shownEntries() const
{
    std::vector<TimelineEntry> entries;
    if (m_model.rowCount() == m_model.unfilteredCount()) {
        std::ranges::copy_if(m_book.entries(), std::back_inserter(entries),
                             [](const TimelineEntry& entry) { return !entry.isFolded; });
        return entries;
    }
    QSet<RowId> passing;
    passing.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        passing.insert(m_model.rowId(row));
    }
    std::ranges::copy_if(m_book.entries(), std::back_inserter(entries),
                         [&passing](const TimelineEntry& entry) { return passing.contains(entry.id); });
    return entries;
}

void TimelinePage::takeContentSoon()
{
    if (isActive() && !std::exchange(m_isContentDue, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_isContentDue) {
                    takeContent();
                }
            },
            Qt::QueuedConnection);
    }
}

void TimelinePage::takeContent()
{
    m_isContentDue = false;
    TimelineContent content;
    content.entries = shownEntries();
    content.lanes = m_query.lanes;
    content.counts = m_book.counts();
    content.isCounted = m_filter->text().isEmpty();
    content.coveredFrom = m_book.coveredFrom();
    content.now = moment();
    for (const TimelineEntry& entry : content.entries) {
        if (entry.isStorm && m_book.isOpened(entry.incident)) {
            content.opened.insert(entry.incident);
        }
    }
    m_view->setContent(std::move(content));
    chooseWanted();
    showState();
}

void TimelinePage::chooseWanted()
{
    if (m_wanted.isEmpty()) {
        return;
    }
    const auto found = std::ranges::find_if(m_view->content().entries, [this](const TimelineEntry& entry) {
        return entry.key == m_wanted ||
               (entry.lane == TimelineLane::Incidents && entry.shape == TimelineEntry::Shape::Span &&
                entry.incident == m_wanted);
    });
    if (found != m_view->content().entries.end()) {
        m_wanted.clear();
        m_view->setCurrent(found->id);
    }
}

void TimelinePage::takeChosen()
{
    showDetails(m_view->current());
    Q_EMIT itemChanged();
}

void TimelinePage::showDetails(const TimelineEntry* entry)
{
    // Of an incident that is long over only the log knows.
    const bool isKnown = entry != nullptr && m_ports.incidents.find(entry->incident) != nullptr;
    const QString counted = m_view->columnInWords();
    m_details->setEntry(entry, moment(), isKnown,
                        counted.isEmpty() ? QString() : tr("%1. Enter looks closer.").arg(counted));
}

void TimelinePage::showState()
{
    TimelineFigures figures;
    figures.isLoading = !m_isAsked || m_book.isLoading() || m_overview.isCounting() || m_isFitting;
    figures.entries = m_model.unfilteredCount();
    figures.shown = m_model.rowCount();
    figures.counted = m_overview.counts().total();
    figures.isSearching = isSearching();
    figures.isFiltered = !m_filter->text().isEmpty();
    figures.hasLanes = !m_query.lanes.empty();
    figures.from = m_query.from;
    figures.now = moment();
    figures.error = m_error;
    m_state = judgeTimeline(figures);
    const bool wasShown = m_stateful->isContentShown();
    if (m_state.kind == TimelineState::Kind::Ready) {
        m_stateful->showContent();
    } else if (m_state.isInstead()) {
        m_stateful->showInstead(m_state.notice);
    } else {
        m_stateful->showAbove(m_state.notice);
    }
    if (!wasShown && m_stateful->isContentShown() && m_range->hasFocus()) {
        m_stateful->setFocus(); // which went to the head while there were no lanes
    }
    m_details->setVisible(m_isBesideWanted && !m_state.isInstead());
    m_older->setVisible(m_book.canLoadMore());
    m_range->setEnabled(!isSearching()); // all of history is looked through
    m_panel->setNote(note());
}

QString TimelinePage::note() const
{
    const int shown = m_model.rowCount();
    const int all = m_model.unfilteredCount();
    QStringList parts;
    if (isSearching()) {
        //: events of the log
        parts << tr("%Ln found", nullptr, static_cast<int>(m_overview.counts().total()));
    }
    parts << (shown == all ? tr("%Ln entries", nullptr, all) : tr("%L1 of %L2").arg(shown).arg(all));
    if (m_book.isLoading()) {
        parts << tr("reading…");
    } else if (!m_book.isComplete() && !m_book.canLoadMore()) { // else the chip beside says it
        parts << tr("older ones counted");
    }
    return parts.join(QStringLiteral(" · "));
}

void TimelinePage::say(const Result<QString>& result)
{
    m_said->setInk(result ? Token::Text2 : Token::Warning);
    m_said->setText(result ? *result : result.error().text());
    m_clock.after(SayFor, this, [this, said = ++m_sayings] {
        if (said == m_sayings) {
            m_said->setText({});
        }
    });
}

QString TimelinePage::said() const
{
    return m_said->text();
}

} // namespace stowage
