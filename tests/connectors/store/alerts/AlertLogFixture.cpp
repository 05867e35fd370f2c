// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/alerts/AlertLogFixture.h"

#include <QTest>

namespace stowage::test {

Timestamp logSecond(qint64 count)
{
    return Timestamp{Millis{1'793'491'200'000}} + Millis{1'000 * count};
}

AlertEvent logEvent(const QString& uid, qint64 second, AlertEventKind kind)
{
    AlertEvent event;
    event.uid = uid;
    event.kind = kind;
    event.at = logSecond(second);
    event.seenAt = logSecond(second + 1);
    event.source = QStringLiteral("am");
    event.alert = QStringLiteral("disk-full/eu-b-17");
    event.name = QStringLiteral("disk-full");
    event.severity = AlertSeverity::Warning;
    event.place.subject = {SubjectKind::Host, QStringLiteral("eu-b-17")};
    event.place.zone = QStringLiteral("eu-b");
    event.summary = QStringLiteral("the disk of eu-b-17 is full");
    event.labels = {{QStringLiteral("job"), QStringLiteral("node")}};
    return event;
}

std::vector<AlertEvent> logEvents(const QString& prefix, int count, qint64 from)
{
    std::vector<AlertEvent> events;
    for (int i = 1; i <= count; ++i) {
        events.push_back(logEvent(prefix + QString::number(i), from + i));
    }
    return events;
}

AlertLogQuery asking(Timestamp from, Timestamp to, const QString& text,
                     const std::vector<AlertEventKind>& kinds, const QString& alert, const QString& incident)
{
    AlertLogQuery query;
    query.from = from;
    query.to = to;
    query.text = text;
    query.kinds = kinds;
    query.alert = alert;
    query.incident = incident;
    return query;
}

QString uidsOf(const std::vector<AlertEvent>& events)
{
    QStringList uids;
    for (const AlertEvent& event : events) {
        uids << event.uid;
    }
    return uids.join(QLatin1Char(' '));
}

RunningAlertLog::RunningAlertLog(const QString& folder, AlertRetention retention, size_t mostBytesWaiting)
    : log(folder, clock, retention, mostBytesWaiting), failed(&log, &AlertLog::failed)
{
    const auto take = [](std::vector<AlertEvent>& to, const std::vector<AlertEvent>& events) {
        to.insert(to.end(), events.begin(), events.end());
    };
    QObject::connect(&log, &AlertLog::appended, &log,
                     [this, take](const auto& events) { take(told, events); });
    QObject::connect(&log, &AlertLog::restored, &log,
                     [this, take](const AlertCheckpoint& last, const auto& after, bool isLast, bool isGood) {
                         checkpoint = last;
                         isRead = isGood;
                         take(replay, after);
                         ++replayPages;
                         isReplayed = isLast;
                     });
    QObject::connect(&log, &AlertLog::replayed, &log, [this, take](const auto& more, bool isLast) {
        take(replay, more);
        ++replayPages;
        isReplayed = isLast;
    });
}

bool RunningAlertLog::keep(std::vector<AlertEvent> events, size_t count)
{
    const size_t wanted = told.size() + count;
    log.append(std::move(events));
    const auto isTold = [&] {
        clock.advance(SqliteAlertLog::PatientInterval);
        return told.size() >= wanted;
    };
    return QTest::qWaitFor(isTold, AlertPatience) && told.size() == wanted;
}

bool RunningAlertLog::keep(std::vector<AlertEvent> events)
{
    const size_t count = events.size();
    return keep(std::move(events), count);
}

AlertLogPage RunningAlertLog::ask(const AlertLogQuery& query)
{
    std::optional<AlertLogPage> page;
    QObject context;
    const quint64 request = log.query(query);
    QObject::connect(&log, &AlertLog::found, &context, [&](const AlertLogPage& found) {
        if (found.request == request) {
            page = found;
        }
    });
    return QTest::qWaitFor([&] { return page.has_value(); }, AlertPatience) ? *page : AlertLogPage{};
}

AlertLogCounts RunningAlertLog::count(const AlertLogQuery& query, quint32 stretches)
{
    std::optional<AlertLogCounts> counts;
    QObject context;
    const quint64 request = log.count(query, stretches);
    QObject::connect(&log, &AlertLog::counted, &context, [&](const AlertLogCounts& counted) {
        if (counted.request == request) {
            counts = counted;
        }
    });
    return QTest::qWaitFor([&] { return counts.has_value(); }, AlertPatience) ? *counts : AlertLogCounts{};
}

bool RunningAlertLog::restore()
{
    replay.clear();
    replayPages = 0;
    isReplayed = false;
    log.restore();
    return QTest::qWaitFor([&] { return isReplayed; }, AlertPatience);
}

bool RunningAlertLog::maintain()
{
    QSignalSpy done(&log, &SqliteAlertLog::maintained);
    log.maintain();
    return QTest::qWaitFor([&] { return done.size() == 1; }, AlertPatience);
}

} // namespace stowage::test
