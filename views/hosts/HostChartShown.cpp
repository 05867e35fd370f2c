// SPDX-License-Identifier: GPL-3.0-or-later
// What HostChart shows: answers, what arrives after them, and words where there is nothing.
#include "models/hosts/HostForecasts.h"
#include "models/ports/Clock.h"
#include "views/chart/ChartView.h"
#include "views/hosts/HostChart.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr Millis SayFor{5'000};
/// A chart moves by steps of about a pixel.
constexpr int StepsOfRange = 1'000;
/// What arrives is as dense as it comes; after this share of the range it is read anew, as dense as it shows.
constexpr int ReadAnewOf = 8;
/// After so many samples that did not come through here, what is between is asked of history.
constexpr int Missed = 3;

SeriesPoint pointOf(const HostValue& value, double factor)
{
    const double shown = value.value * factor;
    return {value.at, Millis{0}, shown, shown, shown, 1};
}

} // namespace

void HostChart::showAnswer(const std::vector<SeriesData>& answer)
{
    m_shown = m_wanted;
    m_colours.take(m_shown);
    ChartContent content;
    content.series = chartSeries(m_shown, answer, m_colours);
    takeOverview(content);
    m_newest.assign(content.series.size(), {});
    m_quarantined.assign(content.series.size(), {});
    for (size_t i = 0; i < content.series.size(); ++i) {
        const SeriesData& told = content.series[i].data;
        m_newest[i] = told.points.empty() ? Timestamp{} : told.points.back().at;
        m_quarantined[i] = told.quarantined.empty() ? Timestamp{} : told.quarantined.back().sample.at;
    }
    content.limits = chartLimits(m_shown, m_ports.book);
    content.marks = chartMarks(m_shown, m_ports.book, answer);
    content.range = followed();
    content.loaded = m_feed.asked().range;
    content.whole = whole();
    //: %1 is a duration: "30 d"
    content.wholeNote = tr("%1, from the sources and from history kept here")
                            .arg(formatDuration(content.whole.to - content.whole.from));
    content.isLive = !m_frozenAt;
    m_view->setContent(std::move(content));
    if (std::exchange(m_isRangeChosen, false)) {
        m_view->setRange(followed());
    }
    m_movedAt = moment();
    m_states->showContent();
    showTitle();
    showForecast();
    for (size_t i = 0; i < m_shown.series.size() && !m_frozenAt; ++i) {
        grow(i, m_ports.book.host(m_shown.series[i].host), false);
    }
}

void HostChart::showOverview(const std::vector<SeriesData>& answer)
{
    m_overview = chartSeries(m_wanted, answer, m_colours);
    m_overviewOf = m_wanted;
    if (m_shown == m_wanted) {
        ChartContent content = m_view->content();
        takeOverview(content);
        content.whole = whole();
        m_view->setContent(std::move(content));
    }
}

/// The strip may come before its chart, or after it.
void HostChart::takeOverview(ChartContent& content) const
{
    for (size_t i = 0; m_overviewOf == m_shown && i < content.series.size(); ++i) {
        content.series[i].overview = m_overview[i].data.points;
    }
}

void HostChart::showFailure(const Error& error)
{
    ChartContent content = m_view->content();
    content.state = ChartContent::State::Failed;
    content.error = error;
    m_view->setContent(std::move(content));
    m_states->showContent();
    showTitle();
}

/// What is shown stays; only where there is nothing yet the chart says that it is on its way.
void HostChart::showLoading()
{
    if (m_shown.series.empty()) {
        ChartContent content;
        content.state = ChartContent::State::Loading;
        content.range = followed();
        content.whole = whole();
        m_view->setContent(std::move(content));
        m_states->showContent();
    }
    showTitle();
}

void HostChart::showNothing()
{
    m_shown = {};
    m_newest.clear();
    m_view->setContent({});
    const std::vector<const Host*> hosts = chosenHosts();
    Notice notice{Status::NotSeen,
                  tr("No host is chosen"),
                  tr("Choose a row above to see it over time; with Shift or Ctrl several, up to 12."),
                  {},
                  {}};
    if (!hosts.empty()) {
        const QString name = words::visible(hosts.front()->name);
        notice.what = hosts.size() == 1 ? tr("%1 has told no figures yet").arg(name)
                                        : tr("These hosts have told no figures yet");
        notice.why = tr("A chart begins with the first sample of any of their sources.");
    }
    m_states->showInstead(notice);
    showTitle();
    showForecast();
}

void HostChart::showTitle()
{
    setTitle(m_shown.series.empty() ? (m_wanted.title.isEmpty() ? tr("Chart") : m_wanted.title)
                                    : m_shown.title);
    if (m_shown != m_wanted && !m_shown.series.empty()) {
        //: what is on its way into the chart: "registry-3 · CPU"
        setNote(tr("reading %1").arg(m_wanted.title));
    } else if (m_shown.isCut) {
        setNote(tr("the first %1 hosts").arg(ChartPlan::MostHosts));
    } else {
        setNote({});
    }
}

void HostChart::showForecast()
{
    QString text;
    const bool isAlone = m_hosts.size() == 1;
    if (m_ports.forecasts != nullptr && isAlone && !m_shown.series.empty()) {
        if (const HostForecast* next = m_ports.forecasts->nearest(m_hosts.front())) {
            text = forecastText(*next, moment());
        }
    }
    m_forecast->setText(text);
    m_forecast->setVisible(!text.isEmpty());
}

void HostChart::take(const HostChanges& changes)
{
    const auto has = [](const std::vector<HostId>& ids, HostId id) {
        return std::ranges::binary_search(ids, id);
    };
    const bool isMine = std::ranges::any_of(m_hosts, [&](HostId id) {
        return has(changes.hosts.changed, id) || has(changes.hosts.added, id) ||
               has(changes.hosts.removed, id);
    });
    if (!isMine) {
        return;
    }
    for (size_t i = 0; i < m_shown.series.size(); ++i) {
        const Host& host = m_ports.book.host(m_shown.series[i].host);
        if (host.isAlive && has(changes.hosts.changed, host.id)) {
            grow(i, host, true);
        }
    }
    replan();
}

void HostChart::grow(size_t index, const Host& host, bool mayAsk)
{
    const PlannedSeries& series = m_shown.series[index];
    std::vector<SeriesPoint> points;
    std::vector<QuarantinedSample> quarantined;
    const HostValue* value = host.value(series.metric);
    if (value != nullptr && value->at > m_newest[index]) {
        const bool isMissing = m_newest[index] != Timestamp{} &&
                               value->at - m_newest[index] > Missed * std::max(value->span, Millis{1'000});
        m_feed.remember(value->key(), pointOf(*value, 1));
        points.push_back(pointOf(*value, series.factor));
        m_newest[index] = value->at;
        if (isMissing && mayAsk && m_view->isFollowing() && !m_feed.isLoading()) {
            askAnew(); // several came at once, or none for long: history knows which
            return;
        }
    }
    const HostQuarantine* bad = host.quarantine(series.metric);
    if (bad != nullptr && bad->at > m_quarantined[index]) {
        m_quarantined[index] = bad->at;
        const double shown = bad->value * series.factor;
        quarantined.push_back({{bad->at, shown, shown}, bad->reason});
    }
    if (!points.empty() || !quarantined.empty()) {
        m_view->append(index, points, quarantined, moment());
        m_movedAt = moment();
    }
}

void HostChart::tick()
{
    if (m_frozenAt || m_shown.series.empty()) {
        return;
    }
    showForecast();
    if (!m_view->isFollowing()) {
        return;
    }
    const TimeRange range = m_view->range();
    const Millis length = range.to - range.from;
    if (moment() - m_feed.asked().range.to > length / ReadAnewOf && !m_feed.isLoading()) {
        askAnew();
    } else if (moment() - m_movedAt > length / StepsOfRange) {
        m_view->append(0, {}, {}, moment());
        m_movedAt = moment();
    }
}

void HostChart::say(const QString& words)
{
    setNote(words);
    const int said = ++m_said;
    m_clock.after(SayFor, this, [this, said] {
        if (said == m_said) {
            showTitle();
        }
    });
}

} // namespace stowage
