// SPDX-License-Identifier: GPL-3.0-or-later
// Goals 1, 2 and 3 of the performance goals: the history of samples against a table with a row a sample, and
// against the size of Prometheus' blocks. 4.3 M samples of 100 series, a sample a minute for thirty days.
#include "connectors/store/series/SeriesSchema.h"
#include "connectors/store/series/SeriesStore.h"
#include "connectors/store/series/SqliteSeries.h"
#include "models/core/SystemClock.h"
#include "tests/bench/Bench.h"
#include "tests/bench/series/GorillaSize.h"
#include "tests/bench/series/RowTable.h"
#include "tests/bench/series/SeriesWorkload.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <ctime>

using namespace stowage;
using namespace stowage::bench;

namespace {

const QString Workload = QStringLiteral("4.3 M samples of 100 series");

/// Of all threads of this process, in milliseconds.
double cpuMs()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Keeps everything as it was told: the goal is about samples, not about what retention makes of them.
SeriesRetention forEver()
{
    const Millis longest = std::chrono::days{3650};
    return {longest, longest, longest, qint64{1} << 40};
}

/// Records as the program does, and waits for each batch until it is safe. CPU milliseconds of that alone.
double ingest(const QString& folder, const SeriesWorkload& workload)
{
    const SystemClock clock;
    double spent = 0;
    SqliteSeries history(folder, clock, forEver());
    QEventLoop loop;
    QObject::connect(&history, &SeriesHistory::acknowledged, &loop, &QEventLoop::quit);
    for (int minute = 0; minute < SeriesWorkload::Minutes; minute += SeriesWorkload::MinutesABatch) {
        auto batch = workload.batch(minute);
        const double begin = cpuMs();
        history.record(std::move(batch));
        loop.exec();
        spent += cpuMs() - begin;
    }
    const double begin = cpuMs();
    history.close();
    return spent + cpuMs() - begin;
}

double ingestRows(RowTable& rows, const SeriesWorkload& workload)
{
    double spent = 0;
    for (int minute = 0; minute < SeriesWorkload::Minutes; minute += SeriesWorkload::MinutesABatch) {
        const auto batch = workload.batch(minute);
        const double begin = cpuMs();
        rows.append(batch);
        spent += cpuMs() - begin;
    }
    const double begin = cpuMs();
    rows.checkpoint();
    return spent + cpuMs() - begin;
}

double bytesASample(const QString& file)
{
    return double(QFileInfo(file).size()) / double(SeriesWorkload::Samples);
}

bool sizes(const QString& ours, const QString& rows, const SeriesWorkload& workload)
{
    qint64 gorilla = 0;
    for (int series = 0; series < SeriesWorkload::Hosts * SeriesWorkload::Metrics; ++series) {
        gorilla += gorillaSize(workload.values(series));
    }
    const double size = bytesASample(ours);
    const bool isMet =
        report({QStringLiteral("series.size"),
                Workload + QStringLiteral(": bytes a sample of the whole file; Prometheus' blocks"), 0.6},
               size, 4.55);
    report({QStringLiteral("series.size.gorilla"),
            Workload + QStringLiteral(": the same; Prometheus' encoding of this very data"), 0.6},
           size, double(gorilla) / double(SeriesWorkload::Samples));
    report({QStringLiteral("series.size.rows"), Workload + QStringLiteral(": the same; rows"), 0.2}, size,
           bytesASample(rows));
    return isMet;
}

/// All of one series; a different one each time, so that none is hotter than another.
bool reads(SeriesStore& store, RowTable& rows)
{
    const TimeRange whole{SeriesWorkload::moment(0), SeriesWorkload::moment(SeriesWorkload::Minutes)};
    int ours = 0;
    int peers = 0;
    const auto next = [](int& series) {
        return SeriesWorkload::key(series++ % (SeriesWorkload::Hosts * SeriesWorkload::Metrics));
    };
    const auto readRows = [&] {
        const auto points = rows.read(next(peers), whole);
        keep(points.data());
    };
    const bool isMet = compare(
        {QStringLiteral("series.read"), QStringLiteral("30 days of one series, 43,200 points; rows"), 0.15},
        100,
        [&] {
            const SeriesData data = store.read(next(ours), whole, 0, {});
            keep(data.points.data());
        },
        readRows);
    compare(
        {QStringLiteral("series.read.points"), QStringLiteral("the same as 800 points; rows"), 0.15}, 100,
        [&] {
            const SeriesData data = store.read(next(ours), whole, 800, {});
            keep(data.points.data());
        },
        readRows);
    compare(
        {QStringLiteral("series.read.statistics"), QStringLiteral("the same as 60 points; rows"), 0.05}, 100,
        [&] {
            const SeriesData data = store.read(next(ours), whole, 60, {});
            keep(data.points.data());
        },
        readRows);
    return isMet;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const SeriesWorkload workload;
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    const QString ours = data + QStringLiteral("/series.db");
    const QString rowsFile = folder.filePath(QStringLiteral("rows.db"));
    RowTable rows(rowsFile);
    const double oursMs = ingest(data, workload);
    const double rowsMs = ingestRows(rows, workload);
    bool isMet = report({QStringLiteral("series.ingest"),
                         Workload + QStringLiteral(", batches of 10,000, each safe before the next: CPU ms; "
                                                   "rows WITHOUT ROWID"),
                         1 / 1.5},
                        oursMs, rowsMs);
    isMet = sizes(ours, rowsFile, workload) && isMet;

    SQLite::Database database(ours.toStdString(), SQLite::OPEN_READWRITE);
    SeriesStore store(database);
    isMet = reads(store, rows) && isMet;
    return isMet ? 0 : 1;
}
