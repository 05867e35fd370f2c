// SPDX-License-Identifier: GPL-3.0-or-later
// The log of alerts with a year of one million events (or as many as the first argument says; a second makes
// it look for these words alone): how quickly they are kept, found, counted, and how long a start waits for
// them.
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"
#include "tests/bench/Bench.h"
#include "tests/bench/alertlog/FilledLog.h"
#include "tests/bench/alertlog/YearOfAlerts.h"
#include "tests/support/StallMeter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace stowage;
using namespace stowage::bench;

namespace {

constexpr qint64 MostAppended = 50'000;

/// A log, and waiting for what it says.
class Log
{
public:
    explicit Log(const QString& folder) : log(folder, m_clock)
    {
        QObject::connect(&log, &AlertLog::appended, &log,
                         [this](const auto& events) { told += events.size(); });
        QObject::connect(&log, &AlertLog::found, &log, [this](const AlertLogPage& page) {
            rows = page.events.size();
            ++answers;
        });
        QObject::connect(&log, &AlertLog::counted, &log, [this](const AlertLogCounts& counts) {
            rows = counts.stretches.size();
            ++answers;
        });
        QObject::connect(
            &log, &AlertLog::restored, &log,
            [this](const auto&, const auto& after, bool isLast) { replay(after.size(), isLast); });
        QObject::connect(&log, &AlertLog::replayed, &log,
                         [this](const auto& more, bool isLast) { replay(more.size(), isLast); });
    }

    template <class Until>
    static void wait(const Until& until)
    {
        while (!until()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    double ask(const AlertLogQuery& query)
    {
        return timed([&] { log.query(query); });
    }

    double count(const AlertLogQuery& query, quint32 stretches)
    {
        return timed([&] { log.count(query, stretches); });
    }

    double restore()
    {
        QElapsedTimer timer;
        timer.start();
        isReplayed = false;
        log.restore();
        wait([this] { return isReplayed; });
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    const SystemClock m_clock;

public:
    SqliteAlertLog log;
    size_t told = 0;
    size_t rows = 0;
    size_t replayed = 0;
    int answers = 0;
    bool isReplayed = false;

private:
    void replay(size_t events, bool isLast)
    {
        replayed += events;
        isReplayed = isLast;
    }

    template <class Ask>
    double timed(const Ask& ask)
    {
        const int before = answers;
        QElapsedTimer timer;
        timer.start();
        ask();
        wait([&] { return answers > before; });
        return double(timer.nsecsElapsed()) / 1e6;
    }
};

bool areAllMet = true;

void figure(const QString& name, const QString& workload, double ours, double most)
{
    areAllMet = report({name, workload, 1}, ours, most) && areAllMet;
}

/// The median of five, in ms, against a limit in ms.
void limit(const QString& name, const QString& workload, double most, const std::function<double()>& run)
{
    std::vector<double> times;
    run();
    for (int i = 0; i < 5; ++i) {
        times.push_back(run());
    }
    std::ranges::sort(times);
    figure(name, workload, times[times.size() / 2], most);
}

/// The way that the program goes, into a new log.
void append(qint64 events)
{
    const QTemporaryDir folder;
    Log running(folder.filePath(QStringLiteral("data")));
    YearOfAlerts year(events);
    constexpr int Batch = 1'000;
    QElapsedTimer timer;
    timer.start();
    for (qint64 i = 0; i < events; i += Batch) {
        running.log.append(year.next(Batch));
        Log::wait([&] { return running.told + 20 * Batch > size_t(i); });
    }
    Log::wait([&] { return running.told >= size_t(events); });
    const double perSecond = double(running.told) * 1000 / double(timer.elapsed());
    // Needed are 1,000 a second.
    figure(QStringLiteral("alertlog.append"), QStringLiteral("%1 events, the wanted rate ÷ ours").arg(events),
           1'000, perSecond);
    figure(QStringLiteral("alertlog.bytes"), QStringLiteral("bytes an event on disk, against 1 KiB"),
           double(running.log.state().bytesOnDisk) / double(events), 1'024);
}

/// Without a checkpoint: all of it, in pages, while the window lives.
void replayAll(const QString& folder, qint64 events)
{
    Log running(folder);
    test::StallMeter meter;
    const double time = running.restore();
    figure(QStringLiteral("alertlog.replay.stall"),
           QStringLiteral("%1 events in %2 ms, limit 50 ms").arg(running.replayed).arg(qRound(time)),
           double(meter.longest().count()), 50);
    running.log.keepCheckpoint({quint64(events - 500), QByteArray(1 << 20, 's')});
}

void searchFor(Log& running, const AlertLogQuery& query, const QString& within = {})
{
    limit(QStringLiteral("alertlog.search"), query.text + within, 100, [&] { return running.ask(query); });
    std::fprintf(stderr, "  %zu rows\n", running.rows);
}

void searchFor(Log& running, const QString& words)
{
    AlertLogQuery query;
    query.text = words;
    searchFor(running, query);
}

void search(Log& running)
{
    for (const char* const words :
         {"unicorn", "node", "severity critical", "eu-b-17", "eu-b-1", "gone 17 ", "no", "1", "e", "certi",
          "certificate-full 99", "内存", "存", "内存 eu-c-2", "10.17.3.1", "no-such-word",
          "critical platform node-exporter 42 percent 7"}) {
        searchFor(running, QString::fromUtf8(words));
    }
}

/// What the brush and the chips of the Timeline add to words: words that most events have, and few.
void searchWithin(Log& running)
{
    for (const char* const words : {"node", "critical", "eu-b-17", "certificate-full 99", "no", "unicorn"}) {
        AlertLogQuery query;
        query.text = QString::fromUtf8(words);
        query.from = Timestamp{Millis{YearOfAlerts::Begin + YearOfAlerts::Year / 2}};
        query.to = query.from + std::chrono::days{30};
        searchFor(running, query, QStringLiteral(", within 30 days half a year ago"));
        query.to = query.from + std::chrono::hours{1};
        searchFor(running, query, QStringLiteral(", within an hour half a year ago"));
        query.from = {};
        query.to = {};
        query.kinds = {AlertEventKind::Ended};
        searchFor(running, query, QStringLiteral(", of one kind"));
        query.kinds = {AlertEventKind::TagMoved, AlertEventKind::Acknowledged};
        searchFor(running, query, QStringLiteral(", of kinds that there are none of"));
    }
}

void pages(Log& running)
{
    AlertLogQuery query;
    limit(QStringLiteral("alertlog.page"), QStringLiteral("the newest thousand"), 100,
          [&] { return running.ask(query); });
    query.to = Timestamp{Millis{YearOfAlerts::Begin + YearOfAlerts::Year / 2}};
    limit(QStringLiteral("alertlog.page"), QStringLiteral("a thousand from the middle"), 100,
          [&] { return running.ask(query); });
    query.kinds = {AlertEventKind::Ended, AlertEventKind::TagMoved};
    limit(QStringLiteral("alertlog.page"), QStringLiteral("of two kinds"), 100,
          [&] { return running.ask(query); });
    query = {};
    query.alert = QStringLiteral("disk-full-1/eu-b-1");
    limit(QStringLiteral("alertlog.page"), QStringLiteral("of one alert"), 100,
          [&] { return running.ask(query); });
}

void counts(Log& running)
{
    AlertLogQuery query;
    limit(QStringLiteral("alertlog.count"), QStringLiteral("a year in 4,096 stretches"), 200,
          [&] { return running.count(query, 4'096); });
    limit(QStringLiteral("alertlog.count"), QStringLiteral("a year in 300 stretches"), 200,
          [&] { return running.count(query, 300); });
    query.from = Timestamp{Millis{YearOfAlerts::Begin + YearOfAlerts::Year / 2}};
    query.to = query.from + std::chrono::days{30};
    limit(QStringLiteral("alertlog.count"), QStringLiteral("30 days in 1,000 stretches"), 200,
          [&] { return running.count(query, 1'000); });
    query = {};
    query.text = QStringLiteral("certificate");
    limit(QStringLiteral("alertlog.count"), QStringLiteral("a year with a word"), 500,
          [&] { return running.count(query, 300); });
    query.text = QStringLiteral("critical");
    limit(QStringLiteral("alertlog.count"), QStringLiteral("a year with a word in a third of all"), 500,
          [&] { return running.count(query, 300); });
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 events = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    if (argc > 2) {
        Log running(filledLog(events));
        searchFor(running, QString::fromUtf8(argv[2]));
        return 0;
    }
    append(std::min(events, MostAppended));
    const QString path = filledLog(events);
    if (path.isEmpty()) {
        return 1;
    }
    replayAll(path, events);
    {
        QElapsedTimer timer;
        timer.start();
        Log running(path);
        running.restore();
        figure(QStringLiteral("alertlog.start"),
               QStringLiteral("checkpoint and 500 events after it, limit 100 ms"),
               double(timer.nsecsElapsed()) / 1e6, 100);
        pages(running);
        search(running);
        searchWithin(running);
        counts(running);
    }
    return areAllMet ? 0 : 1;
}
