// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostChart.h"

#include "models/hosts/HostForecasts.h"
#include "models/ports/Clock.h"
#include "models/ports/ViewMemory.h"
#include "views/chart/ChartView.h"
#include "views/hosts/MetricChips.h"
#include "views/hosts/MetricGroups.h"
#include "views/theme/Fonts.h"
#include "views/widgets/Chip.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QMenu>

#include <algorithm>

namespace stowage {
namespace {

const QString RangeName = QStringLiteral("hosts.range");
const QString MetricsName = QStringLiteral("hosts.metrics");
const QString PinsName = QStringLiteral("hosts.pins");

/// The strip below shows at least so much.
constexpr Millis LeastWhole = std::chrono::hours(30 * 24);
constexpr size_t OverviewPoints = 600;
/// Before the first layout a chart does not know how wide it is.
constexpr int LeastPoints = 400;

} // namespace

HostChart::HostChart(const HostsPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Chart"), parent), m_ports(ports), m_clock(clock), m_chips(new MetricChips(theme)),
      m_range(new RangeChip(theme)), m_twin(new Chip(theme, Chip::Kind::Control)),
      m_export(new Chip(theme, Chip::Kind::Control)), m_exportMenu(new QMenu(this)),
      m_forecast(new TextLabel(theme, fonts::secondary(), Token::Warning)),
      m_view(new ChartView(clock, theme, ports.exporter)), m_states(new StatefulView(theme, m_view)),
      m_feed(ports.reader), m_overviewFeed(ports.reader)
{
    addControls();
    setBody(m_states);
    setFocusProxy(m_view);
    recall();
    connectControls();
    connectData();
    showNothing();
}

void HostChart::addControls()
{
    addBesideTitle(m_chips);
    addToHead(m_forecast);
    addToHead(m_range);
    m_twin->setText(tr("table"));
    m_twin->setKey(QStringLiteral("v"));
    m_twin->setToolTip(tr("The same as numbers"));
    addToHead(m_twin);
    m_export->setText(tr("export"));
    m_export->setKey(QStringLiteral("o"));
    m_export->setToolTip(tr("Save what is shown as CSV, JSON or a picture"));
    addToHead(m_export);
    addExports();
}

void HostChart::addExports()
{
    const auto add = [this](const QString& text, ChartView::FileKind kind) {
        if (m_view->canSave(kind)) {
            connect(m_exportMenu->addAction(text), &QAction::triggered, this,
                    [this, kind] { m_view->chooseFile(kind); });
        }
    };
    add(tr("CSV: a row a time, a column a series…"), ChartView::FileKind::Csv);
    add(tr("JSON: stowage/series/1…"), ChartView::FileKind::Json);
    add(tr("PNG: the chart as it looks now…"), ChartView::FileKind::Png);
}

void HostChart::connectControls()
{
    connect(m_chips, &MetricChips::chosenChanged, this, [this] {
        remember(MetricsName, m_chips->chosen().join(u' '));
        replan();
    });
    connect(m_range, &RangeChip::chosen, this, [this] {
        remember(RangeName, m_range->word());
        m_isRangeChosen = true;
        askAnew();
        askOverview();
    });
    connect(m_twin, &Chip::clicked, this, &HostChart::toggleTwin);
    connect(m_export, &Chip::clicked, this, &HostChart::openExport);
    connect(m_view, &ChartView::pinsChanged, this,
            [this] { remember(PinsName, wordsOfPins(m_view->pins())); });
    connect(m_view, &ChartView::saved, this, [this](const Result<QString>& result) {
        say(result ? *result : words::sentence(result.error().text()));
    });
}

void HostChart::connectData()
{
    connect(m_view, &ChartView::rangeWanted, this, [this](const TimeRange& range, int points) {
        if (!isAsked(range, points)) {
            ask(range, points);
        }
    });
    connect(m_view, &ChartView::retryRequested, this, &HostChart::askAnew);
    connect(&m_feed, &SeriesFeed::answered, this, &HostChart::showAnswer);
    connect(&m_feed, &SeriesFeed::failed, this, &HostChart::showFailure);
    connect(&m_overviewFeed, &SeriesFeed::answered, this, &HostChart::showOverview);
    if (m_ports.forecasts != nullptr) {
        connect(m_ports.forecasts, &HostForecasts::changed, this, &HostChart::showForecast);
    }
}

void HostChart::recall()
{
    if (m_ports.memory == nullptr) {
        return;
    }
    m_range->choose(m_ports.memory->recall(RangeName));
    m_chips->choose(m_ports.memory->recall(MetricsName).split(u' ', Qt::SkipEmptyParts));
    m_view->setPins(pinsOfWords(m_ports.memory->recall(PinsName)));
}

void HostChart::remember(const QString& name, const QString& value)
{
    if (m_ports.memory != nullptr) {
        m_ports.memory->remember(name, value);
    }
}

void HostChart::setHosts(const std::vector<HostId>& hosts)
{
    if (m_hosts != hosts) {
        m_hosts = hosts;
        replan();
    }
}

std::vector<const Host*> HostChart::chosenHosts() const
{
    std::vector<const Host*> hosts;
    for (const HostId id : m_hosts) {
        const Host& host = m_ports.book.host(id);
        if (host.isAlive) {
            hosts.push_back(&host);
        }
    }
    return hosts;
}

/// The chosen groups that these hosts have; where they have none of them, the first that they do have.
void HostChart::replan()
{
    const std::vector<const Host*> hosts = chosenHosts();
    const QStringList offered = groupsOf(hosts);
    m_chips->offer(offered);
    QStringList groups = m_chips->chosen();
    groups.removeIf([&offered](const QString& id) { return !offered.contains(id); });
    if (groups.isEmpty() && !offered.isEmpty()) {
        groups << offered.constFirst();
    }
    m_chips->showChosen(groups);
    ChartPlan plan = planChart(hosts, groups);
    if (plan == m_wanted) {
        return;
    }
    m_wanted = std::move(plan);
    if (m_wanted.series.empty()) {
        m_feed.ask({});
        m_overviewFeed.ask({});
        showNothing();
        return;
    }
    askAnew();
    askOverview();
}

Timestamp HostChart::moment() const
{
    return m_frozenAt.value_or(m_clock.now());
}

TimeRange HostChart::followed() const
{
    return {moment() - m_range->length(), moment()};
}

TimeRange HostChart::whole() const
{
    return {moment() - std::max<Millis>(LeastWhole, m_range->length()), moment()};
}

void HostChart::ask(const TimeRange& range, int points)
{
    if (m_wanted.series.empty()) {
        return;
    }
    m_feed.ask({m_wanted.keys(), range, static_cast<size_t>(std::max(points, LeastPoints))});
    showLoading();
}

/// The same stretch of time again, of what is wanted now; with half as much on either side, so that there is
/// something to pan into.
void HostChart::askAnew()
{
    TimeRange range = m_view->range();
    if (m_isRangeChosen || m_shown.series.empty()) {
        range = followed();
    } else if (m_view->isFollowing()) {
        range = {moment() - (range.to - range.from), moment()};
    }
    const Millis margin = (range.to - range.from) / 2;
    ask({range.from - margin, std::min(range.to + margin, moment())}, 2 * m_view->usefulPoints());
}

/// Whether the last question was as good: while time goes on, the chart's wish moves with it, and a source
/// that tells a sample a minute cannot be made to tell more.
bool HostChart::isAsked(const TimeRange& range, int points) const
{
    const SeriesQuery& asked = m_feed.asked();
    const auto density = [](const TimeRange& over, double count) {
        return count / static_cast<double>(std::max<qint64>(1, (over.to - over.from).count()));
    };
    constexpr double Enough = 0.8;
    const Millis slack = (range.to - range.from) / 20;
    return asked.series == m_wanted.keys() && asked.range.from <= range.from + slack &&
           asked.range.to + slack >= range.to &&
           density(asked.range, static_cast<double>(asked.points)) >= Enough * density(range, points);
}

void HostChart::askOverview()
{
    m_overviewFeed.ask({m_wanted.keys(), whole(), OverviewPoints});
}

void HostChart::setFrozen(bool frozen)
{
    m_frozenAt = frozen ? std::optional(m_clock.now()) : std::nullopt;
    m_view->setLive(!frozen);
    if (!frozen && m_view->isFollowing()) {
        askAnew(); // what came meanwhile
    }
}

void HostChart::openRange()
{
    m_range->openMenu();
}

void HostChart::openExport()
{
    m_exportMenu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)));
    m_exportMenu->setActiveAction(m_exportMenu->actions().constFirst());
}

void HostChart::toggleTwin()
{
    m_view->toggleTwin();
    //: two ways to see the same: as a chart, or as a table
    m_twin->setText(m_view->isTwinShown() ? tr("chart") : tr("table"));
    m_twin->updateGeometry();
}

void HostChart::stepMetric(int by)
{
    m_chips->step(by);
}

} // namespace stowage
