// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/alertlog/FilledLog.h"

#include "connectors/store/StoreDatabase.h"
#include "connectors/store/alerts/AlertBounds.h"
#include "connectors/store/alerts/AlertSchema.h"
#include "connectors/store/alerts/AlertTable.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/core/SystemClock.h"
#include "tests/bench/alertlog/YearOfAlerts.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace stowage::bench {
namespace {

/// Whoever changes what is made or how it lies on disk raises it.
constexpr int Edition = 1;
constexpr int Batch = 500; ///< as the log itself writes them, so that the index looks the same

/// Does something to the log in a folder.
bool withTable(const QString& folder, const std::function<void(AlertTable&)>& work)
{
    StoreDatabase database(DatabaseFile(folder, alertSchema()));
    auto done = database.open();
    if (done.outcome == StoreDatabase::Outcome::Done) {
        done = database.attempt([&] {
            AlertTable table(database.sqlite());
            work(table);
        });
    }
    if (done.outcome != StoreDatabase::Outcome::Done) {
        std::fprintf(stderr, "the log of alerts: %s\n", qPrintable(done.error.text()));
    }
    return done.outcome == StoreDatabase::Outcome::Done;
}

bool fill(const QString& folder, qint64 events)
{
    return withTable(folder, [events](AlertTable& table) {
        table.database().exec("PRAGMA synchronous = OFF"); // what is half is made anew
        table.database().exec("PRAGMA cache_size = -200000");
        YearOfAlerts year(events);
        for (qint64 i = 0; i < events; i += Batch) {
            std::vector<AlertEvent> some = year.next(int(std::min<qint64>(Batch, events - i)));
            for (AlertEvent& event : some) {
                event = boundedEvent(std::move(event));
            }
            table.append(some);
        }
    });
}

} // namespace

QString filledLog(qint64 events)
{
    const QDir place(QCoreApplication::applicationDirPath() + QStringLiteral("/../data"));
    const QString folder =
        QDir::cleanPath(place.filePath(QStringLiteral("alerts-%1-%2").arg(Edition).arg(events)));
    if (!QDir(folder).exists()) {
        std::fprintf(stderr, "making %lld events in %s\n", static_cast<long long>(events),
                     qPrintable(folder));
        const QString half = folder + QStringLiteral(".half");
        QDir(half).removeRecursively();
        if (!QDir().mkpath(half) || !fill(half, events) || !QDir().rename(half, folder)) {
            return {};
        }
    }
    const bool isFine =
        withTable(folder, [](AlertTable& table) { table.database().exec("DELETE FROM checkpoint"); });
    return isFine ? folder : QString();
}

bool copyFilledLog(qint64 events, qint64 after, const QString& folder)
{
    const QString name = QStringLiteral("/alerts.db");
    const QString from = filledLog(events);         // which is closed, and all of it in one file
    for (const char* part : {"", "-wal", "-shm"}) { // a program that ran in the folder has left its own
        QFile::remove(folder + name + QLatin1String(part));
    }
    if (from.isEmpty() || !QDir().mkpath(folder) || !QFile::copy(from + name, folder + name)) {
        return false;
    }
    const SystemClock clock;
    AlertCheckpoint checkpoint = IncidentBook(clock).checkpoint();
    checkpoint.upTo = static_cast<quint64>(events - after);
    return withTable(folder, [&checkpoint](AlertTable& table) { table.keep(checkpoint); });
}

} // namespace stowage::bench
