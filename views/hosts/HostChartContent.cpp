// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostChartContent.h"

#include "models/hosts/HostLimits.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostChart)
};

constexpr qsizetype MostPins = 16;
/// More lines across a chart than these say nothing.
constexpr size_t MostLimits = 3;

/// Each host of the plan once.
std::vector<const Host*> hostsOf(const ChartPlan& plan, const HostBook& book)
{
    std::vector<const Host*> hosts;
    for (const PlannedSeries& series : plan.series) {
        const Host* host = &book.host(series.host);
        if (host->isAlive && std::ranges::find(hosts, host) == hosts.end()) {
            hosts.push_back(host);
        }
    }
    return hosts;
}

QString about(const Host& host, const QString& what, bool isAlone)
{
    return isAlone ? what : QStringLiteral("%1 %2").arg(words::visible(host.name), what);
}

/// What is known of a host beside its samples.
void addStories(std::vector<ChartMark>& marks, const Host& host, const HostBook& book, bool isAlone)
{
    if (host.facts.bootedAt && isAlone) {
        marks.push_back({*host.facts.bootedAt, Words::tr("started"), ChartMark::Kind::Change, Status::NotSeen,
                         std::nullopt});
    }
    for (const HostAlarm& alarm : book.alarms()) {
        if (std::ranges::find(host.subjects, alarm.subject, &HostSubject::key) != host.subjects.end()) {
            marks.push_back({alarm.at, about(host, Words::tr("another machine"), isAlone),
                             ChartMark::Kind::Alert, Status::Critical, std::nullopt});
        }
    }
}

} // namespace

QString ChartColours::nameOf(const PlannedSeries& series)
{
    return QString::number(series.host.value) + u' ' + series.metric;
}

void ChartColours::take(const ChartPlan& plan)
{
    QMap<QString, int> kept;
    QSet<int> used;
    for (const PlannedSeries& series : plan.series) {
        const auto known = m_colours.constFind(nameOf(series));
        if (known != m_colours.cend()) {
            kept.insert(known.key(), *known);
            used.insert(*known);
        }
    }
    int free = 0;
    for (const PlannedSeries& series : plan.series) {
        if (kept.contains(nameOf(series))) {
            continue;
        }
        while (used.contains(free)) {
            ++free;
        }
        kept.insert(nameOf(series), free);
        used.insert(free);
    }
    m_colours = kept;
}

std::vector<ChartSeries> chartSeries(const ChartPlan& plan, std::span<const SeriesData> answer,
                                     const ChartColours& colours)
{
    std::vector<ChartSeries> shown;
    std::span<const SeriesData> rest = answer;
    for (const PlannedSeries& planned : plan.series) {
        const auto sources = rest.first(std::min(rest.size(), planned.keys.size()));
        rest = rest.subspan(sources.size());
        ChartSeries series;
        series.label = planned.label;
        series.unit = planned.unit;
        series.data = joined(sources, planned.factor);
        series.colour = colours.of(planned);
        series.host = planned.hostName;
        shown.push_back(std::move(series));
    }
    return shown;
}

std::vector<ChartLimit> chartLimits(const ChartPlan& plan, const HostBook& book)
{
    std::vector<ChartLimit> limits;
    for (const PlannedSeries& series : plan.series) {
        const Host& host = book.host(series.host);
        const std::optional<HostLimit> known = limitOf(host, series.metric);
        // That there is no more than 100 % of a machine goes without saying.
        const bool isPlain = series.unit == MetricUnit::Percent && series.factor == 1 && !host.cpuLimit;
        if (!known || isPlain) {
            continue;
        }
        const ChartLimit limit{known->value * series.factor, series.unit, known->text, Status::Warning};
        const auto same = std::ranges::find_if(limits, [&limit](const ChartLimit& each) {
            return each.unit == limit.unit && each.value == limit.value;
        });
        if (same == limits.end()) {
            limits.push_back(limit);
        } else if (same->label != limit.label) {
            same->label = Words::tr("limit of each");
        }
    }
    return limits.size() <= MostLimits ? limits : std::vector<ChartLimit>();
}

std::vector<ChartMark> chartMarks(const ChartPlan& plan, const HostBook& book,
                                  std::span<const SeriesData> answer)
{
    const std::vector<const Host*> hosts = hostsOf(plan, book);
    std::vector<ChartMark> marks;
    for (const Host* host : hosts) {
        addStories(marks, *host, book, hosts.size() == 1);
    }
    for (const SeriesData& errors : answer.last(std::min(answer.size(), plan.errors.size()))) {
        const std::optional<HostMark> first = firstErrors(errors);
        const std::optional<HostId> of = book.find(errors.key.subject);
        if (first && of) {
            const HostValue* now = book.host(*of).value(u"errors.percent");
            const bool isStill = now != nullptr && now->value > 0;
            marks.push_back({first->at, about(book.host(*of), first->text, hosts.size() == 1),
                             ChartMark::Kind::Alert, Status::Critical,
                             isStill ? std::optional(now->at) : std::nullopt});
        }
    }
    return marks;
}

QString wordsOfPins(const std::vector<PinnedRange>& pins)
{
    QStringList words;
    for (const PinnedRange& pin : pins) {
        words << QStringLiteral("%1-%2")
                     .arg(pin.range.from.time_since_epoch().count())
                     .arg(pin.range.to.time_since_epoch().count());
    }
    return words.join(u' ');
}

std::vector<PinnedRange> pinsOfWords(const QString& words)
{
    std::vector<PinnedRange> pins;
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : all.first(std::min(all.size(), MostPins))) {
        bool isFrom = false;
        bool isTo = false;
        const qint64 from = word.section(u'-', 0, 0).toLongLong(&isFrom);
        const qint64 to = word.section(u'-', 1, 1).toLongLong(&isTo);
        constexpr qint64 Latest = 253'402'300'799'999; // the year 9999
        if (isFrom && isTo && from > 0 && from < to && to <= Latest) {
            pins.push_back({{Timestamp(Millis(from)), Timestamp(Millis(to))}, {}});
        }
    }
    return pins;
}

} // namespace stowage
