// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/LoadLines.h"

#include "models/alerts/rules/FactField.h"
#include "models/metrics/MetricInfo.h"
#include "models/metrics/baseline/BaselineWork.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LoadLines)
};

QString perSecond(double value)
{
    return formatMetric(MetricUnit::PerSecond, value);
}

LineItem baselineLine(const QString& metric, const BaselineStanding& standing, Timestamp now)
{
    const MetricUnit unit = metricInfo(metric).unit;
    const double usual = standing.usual->value;
    const QString current = standing.latest ? formatMetric(unit, *standing.latest) : QStringLiteral("–");
    LineItem line;
    line.right = Words::tr("%n week(s)", nullptr, standing.usual->weeks);
    if (!standing.drift.drift) {
        //: a metric, its value now, what it usually is
        line.text =
            Words::tr("%1 %2, usually %3").arg(metricTitle(metric), current, formatMetric(unit, usual));
        return line;
    }
    const Drift& drift = *standing.drift.drift;
    const QString baseline = formatMetric(unit, drift.usual);
    const QString lasting = formatDuration(now - drift.since);
    line.status = Status::Warning;
    //: a metric and its value now
    line.text = Words::tr("%1 %2").arg(metricTitle(metric), current);
    //: %1 is how many times as much ("9.0×"), %3 for how long
    line.detail = drift.factor ? Words::tr("%1 its baseline %2, for %3")
                                     .arg(formatFact(FactUnit::Factor, *drift.factor), baseline, lasting)
                               : Words::tr("its baseline is %1, for %2").arg(baseline, lasting);
    return line;
}

} // namespace

QString kneeText(const LoadModel& model)
{
    switch (model.reason) {
    case NoKnee::None:
        break;
    case NoKnee::TooLittle:
        return Words::tr("too little was seen to tell what load it bears");
    case NoKnee::TooNarrow:
        return Words::tr("it was always under nearly the same load");
    case NoKnee::Flat:
        return Words::tr("latency does not grow with load, as far as was seen");
    case NoKnee::Straight:
        return Words::tr("latency grows evenly with load: no bend in sight");
    case NoKnee::Uncertain:
        return Words::tr("where latency begins to bend is uncertain");
    }
    if (!model.knee) {
        return {};
    }
    return Words::tr("knee at about %1 (%2 to %3)")
        .arg(perSecond(model.knee->perSecond), perSecond(model.knee->least), perSecond(model.knee->most));
}

std::vector<LineItem> baselineLines(const Host& host, const BaselineBook& book, Timestamp now)
{
    std::vector<LineItem> lines;
    if (host.kind != HostKind::Service) {
        return lines;
    }
    const QStringList metrics = baselineMetrics();
    for (const QString& metric : metrics) {
        const HostValue* value = host.value(metric);
        const BaselineStanding* standing = value != nullptr ? book.of(value->key()) : nullptr;
        if (standing != nullptr && standing->usual) {
            lines.push_back(baselineLine(metric, *standing, now));
        }
    }
    return lines;
}

std::vector<LineItem> loadLines(const LoadModel& model, std::optional<double> current)
{
    std::vector<LineItem> lines;
    LineItem knee;
    knee.text = kneeText(model);
    if (model.knee && model.knee->isBeyond) {
        knee.detail = Words::tr("beyond all that was seen: told ahead, not measured");
    }
    const bool isNear = model.knee && current && *current > model.knee->least;
    knee.status = isNear ? std::optional(Status::Warning) : std::nullopt;
    lines.push_back(knee);
    if (current) {
        LineItem now;
        now.text = Words::tr("%1 now").arg(perSecond(*current));
        constexpr double Whole = 100;
        if (model.knee && model.knee->perSecond > 0) {
            now.right =
                Words::tr("%1 % of the knee").arg(Whole * *current / model.knee->perSecond, 0, 'f', 0);
        }
        lines.push_back(now);
    }
    if (model.fullCpu) {
        LineItem full;
        full.text = Words::tr("its CPU is full at about %1").arg(perSecond(model.fullCpu->perSecond));
        lines.push_back(full);
    }
    return lines;
}

} // namespace stowage
