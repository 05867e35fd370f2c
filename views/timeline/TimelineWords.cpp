// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineWords.h"

#include "models/alerts/AlertModel.h"
#include "models/alerts/timeline/TimelineModel.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage::words {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)
};

constexpr qsizetype LongestName = 64;
constexpr qsizetype LongestLine = 240;

/// A source may tell a megabyte; nobody reads more than a line.
QString clipped(const QString& text, qsizetype most)
{
    return visible(text.size() <= most ? text : text.left(most) + QChar(0x2026));
}

bool isIncident(const TimelineEntry& entry)
{
    return entry.lane == TimelineLane::Incidents && entry.shape == TimelineEntry::Shape::Span;
}

QString whatOf(const TimelineEntry& entry)
{
    return isIncident(entry) ? Words::tr("incident") : alertEventKindText(entry.kind);
}

QString subjectAnd(const TimelineEntry& entry, const QString& what)
{
    const QString subject = clipped(entry.subject.name, LongestName);
    if (subject.isEmpty() || subject == what) {
        return what;
    }
    return what.isEmpty() ? subject : subject + QStringLiteral("  ") + what;
}

} // namespace

Status statusOf(const TimelineEntry& entry)
{
    if (entry.shape == TimelineEntry::Shape::Span && entry.end == TimelineEntry::End::Unknown) {
        return Status::NotSeen;
    }
    switch (entry.severity) {
    case AlertSeverity::Critical:
        return Status::Critical;
    case AlertSeverity::Warning:
        return Status::Warning;
    case AlertSeverity::Info:
        break;
    }
    return Status::Fine;
}

Token tokenOf(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return Token::Critical;
    case AlertSeverity::Warning:
        return Token::Warning;
    case AlertSeverity::Info:
        break;
    }
    return Token::Held;
}

Token tokenOf(const TimelineEntry& entry)
{
    return statusOf(entry) == Status::NotSeen ? Token::Unknown : tokenOf(entry.severity);
}

QString timelineLabel(const TimelineEntry& entry)
{
    const QString name = clipped(entry.name, LongestName);
    switch (entry.lane) {
    case TimelineLane::Incidents:
        if (isIncident(entry)) {
            const QString title = clipped(entry.summary.isEmpty() ? entry.name : entry.summary, LongestName);
            return entry.isStorm
                       //: a storm of alerts: how many, and the incident's title
                       ? Words::tr("%1: %2").arg(
                             Words::tr("%Ln alerts", nullptr, static_cast<int>(entry.events)), title)
                       : title;
        }
        return entry.actor.isEmpty()
                   ? whatOf(entry)
                   //: what was done, and by whom: "muted by mei"
                   : Words::tr("%1 by %2").arg(whatOf(entry), clipped(entry.actor, LongestName));
    case TimelineLane::Alerts:
        return subjectAnd(entry, name);
    case TimelineLane::Sources:
        return subjectAnd(entry, entry.subject.name.isEmpty() ? name : QString());
    case TimelineLane::Changes:
    case TimelineLane::Actions:
        break;
    }
    const QString subject = entry.subject.name.isEmpty() ? name : clipped(entry.subject.name, LongestName);
    return subject + QStringLiteral("  ") + whatOf(entry);
}

QString timelineWhen(const TimelineEntry& entry, Timestamp now)
{
    const QString from = utcTime(entry.from, now);
    if (entry.shape == TimelineEntry::Shape::Moment) {
        return from;
    }
    const Timestamp end = entry.isStanding() ? now : entry.to;
    const QString lasted = formatDuration(std::max(end - entry.from, Millis{0}));
    if (entry.end == TimelineEntry::End::Unknown) {
        return entry.isBeginUnknown
                   ? Words::tr("began before %1; unknown since %2")
                         .arg(from, utcTime(entry.unknownSince, now))
                   : Words::tr("since %1; unknown since %2").arg(from, utcTime(entry.unknownSince, now));
    }
    if (entry.isStanding()) {
        return entry.isBeginUnknown ? Words::tr("began before %1, still stands").arg(from)
                                    : Words::tr("since %1, for %2, still stands").arg(from, lasted);
    }
    if (entry.end == TimelineEntry::End::NotTold) {
        return Words::tr("%1, over before %2, nobody told when").arg(from, utcTime(entry.to, now));
    }
    return entry.isBeginUnknown ? Words::tr("began before %1, until %2").arg(from, utcTime(entry.to, now))
                                : Words::tr("%1, for %2").arg(from, lasted);
}

QString timelineInWords(const TimelineEntry& entry, Timestamp now)
{
    QStringList parts{timelineLaneText(entry.lane), alertSeverityText(entry.severity), timelineLabel(entry)};
    if (entry.lane == TimelineLane::Alerts) {
        parts << whatOf(entry);
    }
    const QString summary = clipped(entry.summary, LongestLine);
    if (!summary.isEmpty() && !parts.at(2).contains(summary)) {
        parts << summary;
    }
    parts << timelineWhen(entry, now);
    if (entry.events > 1 && !isIncident(entry)) {
        parts << Words::tr("%Ln events", nullptr, static_cast<int>(entry.events));
    }
    return parts.join(QStringLiteral(", "));
}

QString shortCount(quint64 count)
{
    constexpr quint64 Thousand = 1'000;
    constexpr quint64 Million = Thousand * Thousand;
    const auto scaled = [count](quint64 unit, char letter) {
        const quint64 tenths = count * 10 / unit;
        return tenths < 100 && tenths % 10 != 0
                   ? QStringLiteral("%1.%2%3").arg(tenths / 10).arg(tenths % 10).arg(QLatin1Char(letter))
                   : QStringLiteral("%1%2").arg(tenths / 10).arg(QLatin1Char(letter));
    };
    if (count < Thousand) {
        return QString::number(count);
    }
    return count < Million ? scaled(Thousand, 'k') : scaled(Million, 'M');
}

} // namespace stowage::words
