// SPDX-License-Identifier: GPL-3.0-or-later
// Appends without end, until it is killed: alert_log_child FOLDER COUNT. Counts on from COUNT, twenty events
// at a time, of which it appends the last ten again; prints the number of each that was told to be on disk,
// with its uid.
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace stowage;

namespace {

AlertEvent eventOf(qint64 count)
{
    AlertEvent event;
    event.uid = QString::number(count);
    event.kind = count % 2 == 0 ? AlertEventKind::Fired : AlertEventKind::Ended;
    event.at = Timestamp{Millis{1'790'000'000'000 + 100 * count}};
    event.seenAt = event.at;
    event.alert = QStringLiteral("alert%1").arg(count % 50);
    event.name = QStringLiteral("flood");
    event.place.subject = {SubjectKind::Host, QStringLiteral("n%1").arg(count % 20)};
    event.summary = QStringLiteral("number%1 of a flood").arg(count);
    return event;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const SystemClock clock;
    qint64 count = QByteArray(argv[2]).toLongLong();
    SqliteAlertLog log(QString::fromLocal8Bit(argv[1]), clock);
    const auto step = [&] {
        std::vector<AlertEvent> events;
        for (qint64 i = std::max(qint64{1}, count - 9); i <= count + 20; ++i) {
            events.push_back(eventOf(i));
        }
        count += 20;
        log.append(std::move(events));
        if (count % 200 == 0) {
            log.keepCheckpoint({static_cast<quint64>(count - 100), QByteArray::number(count - 100)});
        }
    };
    QObject::connect(&log, &AlertLog::appended, &log, [&](const std::vector<AlertEvent>& events) {
        for (const AlertEvent& event : events) {
            std::printf("%llu %s\n", event.number, qPrintable(event.uid));
        }
        std::fflush(stdout);
        step();
    });
    step();
    step(); // one is on its way while the other is told
    return QCoreApplication::exec();
}
