// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SourceFacts.h"

#include "models/core/Listed.h"
#include "models/metrics/MetricWords.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace stowage {

namespace {

struct SourceWords
{
    Q_DECLARE_TR_FUNCTIONS(SourcePanel)
};

QString count(quint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

LineItem checkLine(const Check& check)
{
    LineItem item;
    item.status = words::statusOf(check.verdict);
    item.text = check.title;
    item.right = words::verdict(check.verdict);
    if (check.took) {
        item.right += QStringLiteral(" · %1 ms").arg(check.took->count());
    }
    item.detail = check.detail;
    item.todo = check.todo;
    return item;
}

} // namespace

std::vector<Detail> sourceDetails(const SourceStatus& source, Timestamp now)
{
    std::vector<Detail> details;
    const auto add = [&details](const QString& name, const QString& value, bool isCode = false,
                                const QString& note = {}) {
        details.push_back({name, value, isCode, Token::Text, note});
    };
    const bool seen = source.lastAnswer != Timestamp{};
    const QString untold =
        seen ? SourceWords::tr("it does not tell") : SourceWords::tr("not known before its first answer");
    add(SourceWords::tr("Kind"), source.kind);
    add(SourceWords::tr("Address"), source.url.isEmpty() ? SourceWords::tr("one for each node") : source.url,
        !source.url.isEmpty());
    add(SourceWords::tr("Identity"), source.identity.isEmpty() ? untold : source.identity,
        !source.identity.isEmpty());
    add(SourceWords::tr("Version"), source.version.isEmpty() ? untold : source.version);
    add(SourceWords::tr("Offers"), source.capabilities.isEmpty() ? untold : listed(source.capabilities));
    add(SourceWords::tr("Last answer"),
        seen ? SourceWords::tr("%1 ago").arg(words::age(source.lastAnswer, now)) : SourceWords::tr("never"),
        false,
        seen ? QStringLiteral("%1, %2").arg(words::utcTime(source.lastAnswer, now),
                                            words::localTime(source.lastAnswer))
             : QString());
    add(SourceWords::tr("Stale after"), formatDuration(source.limits.staleAfter));
    add(SourceWords::tr("Requests"), count(source.requestsSent));
    add(SourceWords::tr("Failed"), count(source.requestsFailed));
    if (!source.progress.isEmpty()) {
        //: what the source does at this moment
        add(SourceWords::tr("Now"), source.progress);
    }
    return details;
}

std::vector<LineItem> errorLines(const SourceStatus& source)
{
    if (!source.error) {
        return {};
    }
    const Error& error = *source.error;
    LineItem item;
    item.status = source.state == Freshness::Live ? Status::Warning : Status::Critical;
    item.text = error.message;
    item.detail = error.where;
    item.todo = error.todo;
    return {item};
}

std::vector<LineItem> warningLines(const SourceStatus& source)
{
    std::vector<LineItem> items;
    for (const QString& warning : source.warnings) {
        LineItem item;
        item.status = Status::Warning;
        item.detail = warning;
        items.push_back(item);
    }
    return items;
}

std::vector<LineItem> metricLines(const Fleet& fleet, SourceId source)
{
    constexpr double P95 = 0.95;
    const PeerMetricsSummary summary = summarizePeerMetrics(fleet, source);
    std::vector<LineItem> items;
    const auto add = [&items](const QString& name, const PeerMetricsSum& sum) {
        const auto& cache = sum.cache[static_cast<size_t>(MetricWindow::FiveMinutes)];
        LineItem item;
        item.text = name;
        item.right = formatPercent(sum.hitPercent(MetricWindow::FiveMinutes));
        item.detail =
            SourceWords::tr("found in %1 (p95), %2 pulls a second, %3 failed; %4 of %5 nodes tell it")
                .arg(formatQuantile(sum.resolveQuantile(P95)))
                .arg(sum.pullsPerSecond, 0, 'f', 1)
                .arg(formatPercent(sum.errorPercent()))
                .arg(cache.nodes)
                .arg(sum.nodes);
        items.push_back(item);
    };
    if (summary.fleet.told > 0) {
        add(SourceWords::tr("All nodes"), summary.fleet);
        for (const ZoneMetrics& zone : summary.zones) {
            add(zone.zone.isEmpty() ? SourceWords::tr("Without a zone")
                                    : SourceWords::tr("Zone %1").arg(words::visible(zone.zone)),
                zone.sum);
        }
    }
    return items;
}

std::vector<LineItem> coverageLines(const SourceStatus& source)
{
    std::vector<LineItem> items;
    LineItem first;
    if (!source.coverage && !source.hasInventory()) {
        return {}; // peers list nothing: each cell has its own evidence
    }
    if (!source.coverage) {
        first.status = Status::NotSeen;
        first.text = SourceWords::tr("not read as a whole yet");
        return {first};
    }
    if (source.coverage->complete) {
        first.status = Status::Fine;
        first.text = SourceWords::tr("complete: everything it lists was read");
        return {first};
    }
    for (const QString& unseen : source.coverage->unseen) {
        LineItem item;
        item.status = Status::NotSeen;
        const qsizetype colon = unseen.indexOf(QStringLiteral(": "));
        item.text = colon < 0 ? unseen : unseen.left(colon);
        item.detail = colon < 0 ? QString() : unseen.mid(colon + 2);
        items.push_back(item);
    }
    return items;
}

std::vector<LineItem> checkLines(const Examinations::Report& report)
{
    std::vector<LineItem> items;
    for (const Check& check : report.checks) {
        items.push_back(checkLine(check));
    }
    if (report.isRunning || report.isCalledOff) {
        LineItem last;
        last.status = Status::NotSeen;
        last.text = report.isRunning ? SourceWords::tr("examining …")
                                     : SourceWords::tr("called off: another source was examined");
        items.push_back(last);
    }
    return items;
}

} // namespace stowage
