// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostStanding.h"

#include "models/hosts/HostWords.h"
#include "models/metrics/MetricInfo.h"
#include "views/hosts/MetricGroups.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

namespace stowage::words {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostStanding)
};

bool isSilent(const Host& host)
{
    return host.freshness != Freshness::Live && host.state != HostState::Paused &&
           host.state != HostState::Down;
}

} // namespace

Status statusOf(HostGrade grade)
{
    switch (grade) {
    case HostGrade::Fine:
        return Status::Fine;
    case HostGrade::NotSeen:
        return Status::NotSeen;
    case HostGrade::Quarantined:
        return Status::Quarantined;
    case HostGrade::Warning:
        return Status::Warning;
    case HostGrade::Critical:
        break;
    }
    return Status::Critical;
}

StatusCell standingOf(const Host& host, const HostWorth& worth, Timestamp now)
{
    const Status status = statusOf(worth.grade);
    if (isSilent(host) && host.seenAt != Timestamp{}) {
        //: a host that nobody tells of any more; %1 is a duration
        return {status, Words::tr("gone %1").arg(age(host.seenAt, now)), worth.why};
    }
    const QString word = hostStateText(host.state);
    QString why = worth.why == word ? host.reason : worth.why;
    if (why.startsWith(word + QStringLiteral(", "))) {
        why = why.mid(word.size() + 2); // the word stands before it already
    }
    return {status, word, why};
}

HostGrade gradeOf(const Host& host, const HostValue& value)
{
    static constexpr HostLimits Limits;
    const QStringView base = metricBase(value.metric);
    const Shown shown = shownAs(host, value.metric);
    const double percent = value.value * shown.factor;
    if (shown.unit != MetricUnit::Percent) {
        return HostGrade::Fine;
    }
    if (base == u"cpu.percent" || base == u"process.cpu.cores") {
        return stowage::gradeOf(percent, Limits.cpuWarning, Limits.cpuCritical);
    }
    if (base == u"memory.percent") {
        return stowage::gradeOf(percent, Limits.memoryWarning, Limits.memoryCritical);
    }
    if (base == u"disk.percent" || base == u"inodes.percent") {
        return stowage::gradeOf(percent, Limits.diskWarning, Limits.diskCritical);
    }
    return HostGrade::Fine;
}

QString valueText(const Host& host, const HostValue& value)
{
    const Shown shown = shownAs(host, value.metric);
    return formatMetric(shown.unit, value.value * shown.factor);
}

QString metricToolTip(const Host& host, QStringView metric, Timestamp now)
{
    QStringList lines;
    if (const HostValue* value = host.value(metric)) {
        //: %1 is a value, %2 says how long ago it was told, %3 by which source
        lines << Words::tr("%1, %2, from %3")
                     .arg(valueText(host, *value), agoOrNever(value->at, now), value->from.source);
    } else {
        lines << Words::tr("No source tells it.");
    }
    if (const HostQuarantine* out = host.quarantine(metric)) {
        const QString last = formatMetric(metricInfo(metric).unit, out->value);
        //: %1 is a value, %2 says how long ago, %3 why it cannot be true
        lines << Words::tr("Quarantined %n times, last %1, %2: %3.", nullptr, static_cast<int>(out->count))
                     .arg(last, agoOrNever(out->at, now), sampleReasonText(out->reason));
    }
    return lines.join(u'\n');
}

QString agoOrNever(Timestamp at, Timestamp now)
{
    return at == Timestamp{} ? Words::tr("never") : Words::tr("%1 ago").arg(age(at, now));
}

} // namespace stowage::words
