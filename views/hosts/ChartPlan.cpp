// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/ChartPlan.h"

#include "views/hosts/MetricGroups.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChartPlan)
};

/// The marks of more hosts than these would be a thicket.
constexpr size_t MostMarked = 3;

std::vector<SeriesKey> keysOf(const Host& host, const HostValue& value)
{
    std::vector<SeriesKey> keys{value.key()};
    for (const HostSubject& subject : host.subjects) {
        if (!subject.isDuplicate && subject.key != value.from) {
            keys.push_back({subject.key, value.metric});
        }
    }
    return keys;
}

PlannedSeries planned(const Host& host, const HostValue& value, bool isAlone)
{
    const Shown shown = shownAs(host, value.metric);
    const QString name = words::visible(host.name);
    //: %1 is a host, %2 a metric
    const QString label = isAlone ? shown.title : Words::tr("%1 · %2").arg(name, shown.title);
    return {host.id,      host.name,  value.metric,        label,
            shown.factor, shown.unit, keysOf(host, value), host.every};
}

QString titleOf(std::span<const Host* const> hosts, const QStringList& groups, const ChartPlan& plan)
{
    QStringList titles;
    for (const QString& id : groups) {
        if (const MetricGroup* group = metricGroup(id)) {
            titles << group->title;
        }
    }
    QString what = titles.join(QStringLiteral(", "));
    if (plan.series.size() == 1) {
        what = shownAs(*hosts.front(), plan.series.front().metric).title;
    }
    const QString who = hosts.size() == 1 ? words::visible(hosts.front()->name)
                                          : Words::tr("%n hosts", nullptr, static_cast<int>(hosts.size()));
    return what.isEmpty() ? who : Words::tr("%1 · %2").arg(who, what);
}

/// One metric of each host: the host's name says all.
void shortenLabels(ChartPlan& plan, std::span<const Host* const> hosts)
{
    const bool isOneEach = std::ranges::all_of(plan.series, [&plan](const PlannedSeries& series) {
        return std::ranges::count(plan.series, series.host, &PlannedSeries::host) == 1 &&
               series.unit == plan.series.front().unit;
    });
    for (PlannedSeries& series : plan.series) {
        if (isOneEach && hosts.size() > 1) {
            series.label = words::visible(series.hostName);
        }
    }
}

bool isBefore(const SeriesPoint& a, const SeriesPoint& b)
{
    return a.at < b.at;
}

/// Adds of `more` what lies outside of all that `into` knows.
void fill(SeriesData& into, const SeriesData& more)
{
    if (more.points.empty()) {
        return;
    }
    if (into.points.empty()) {
        into.points = more.points;
        into.gaps = more.gaps;
        into.resolution = more.resolution;
        return;
    }
    std::vector<TimeRange> blanks{{Timestamp{}, into.points.front().at - into.points.front().span}};
    blanks.insert(blanks.end(), into.gaps.begin(), into.gaps.end());
    blanks.push_back({into.points.back().at, Timestamp::max()});
    std::vector<SeriesPoint> added;
    std::vector<TimeRange> open;
    for (const TimeRange& blank : blanks) {
        const auto first = std::ranges::upper_bound(more.points, blank.from, {}, &SeriesPoint::at);
        const auto last = std::ranges::lower_bound(more.points, blank.to, {}, &SeriesPoint::at);
        const bool isInside = blank.from != Timestamp{} && blank.to != Timestamp::max();
        if (first < last) {
            added.insert(added.end(), first, last);
        } else if (isInside) {
            open.push_back(blank);
        }
    }
    const auto outer = [&into](const TimeRange& gap) {
        return gap.to <= into.points.front().at || gap.from >= into.points.back().at;
    };
    std::ranges::copy_if(more.gaps, std::back_inserter(open), outer);
    std::ranges::sort(open, {}, &TimeRange::from);
    into.gaps = std::move(open);
    into.points.insert(into.points.end(), added.begin(), added.end());
    std::ranges::sort(into.points, isBefore);
}

void scale(SeriesData& series, double factor)
{
    for (SeriesPoint& point : series.points) {
        point.mean *= factor;
        point.min *= factor;
        point.max *= factor;
    }
    for (QuarantinedSample& sample : series.quarantined) {
        sample.sample.value *= factor;
        sample.sample.peak *= factor;
    }
}

} // namespace

std::vector<SeriesKey> ChartPlan::keys() const
{
    std::vector<SeriesKey> all;
    for (const PlannedSeries& each : series) {
        all.insert(all.end(), each.keys.begin(), each.keys.end());
    }
    all.insert(all.end(), errors.begin(), errors.end());
    return all;
}

ChartPlan planChart(std::span<const Host* const> hosts, const QStringList& groups)
{
    ChartPlan plan;
    const bool isAlone = hosts.size() == 1;
    const auto shown = hosts.first(std::min(hosts.size(), ChartPlan::MostHosts));
    plan.isCut = shown.size() < hosts.size();
    for (const QString& id : groups) {
        const MetricGroup* group = metricGroup(id);
        for (const Host* host : group == nullptr ? std::span<const Host* const>() : shown) {
            for (const HostValue* value : valuesOf(*host, *group, isAlone)) {
                if (plan.series.size() == ChartPlan::MostSeries) {
                    plan.isCut = true;
                    break;
                }
                plan.series.push_back(planned(*host, *value, isAlone));
            }
        }
    }
    shortenLabels(plan, shown);
    for (const Host* host : shown.size() <= MostMarked ? shown : std::span<const Host* const>()) {
        const HostValue* errors = plan.series.empty() ? nullptr : host->value(u"errors.percent");
        if (errors != nullptr) {
            plan.errors.push_back(errors->key());
        }
    }
    plan.title = shown.empty() ? QString() : titleOf(shown, groups, plan);
    return plan;
}

SeriesData joined(std::span<const SeriesData> sources, double factor)
{
    SeriesData whole;
    if (sources.empty()) {
        return whole;
    }
    whole = sources.front();
    for (const SeriesData& more : sources.subspan(1)) {
        fill(whole, more);
        whole.quarantined.insert(whole.quarantined.end(), more.quarantined.begin(), more.quarantined.end());
        whole.isPartial = whole.isPartial || more.isPartial;
        whole.note = whole.note.isEmpty() ? more.note : whole.note;
    }
    std::ranges::sort(whole.quarantined, {},
                      [](const QuarantinedSample& sample) { return sample.sample.at; });
    scale(whole, factor);
    return whole;
}

} // namespace stowage
