// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/self/SelfExposition.h"

#include "models/self/ExpositionPage.h"

namespace stowage {
namespace {

using Labels = ExpositionPage::Labels;

double seconds(Millis time)
{
    return ExpositionPage::seconds(time);
}

void putProcess(ExpositionPage& page, const SelfFigures& figures)
{
    page.family("start_time_seconds", "gauge", "When this process started, since the epoch.");
    page.put(seconds(figures.startedAt.time_since_epoch()));
    page.family("resident_memory_bytes", "gauge", "Memory of this process that is resident.");
    page.put(figures.residentBytes);
    page.family("disk_free_bytes", "gauge", "Free on the file system of the data.");
    page.put(figures.diskFreeBytes);
    page.family("disk_size_bytes", "gauge", "Size of the file system of the data.");
    page.put(figures.diskBytes);
    page.family("event_loop_stalls_total", "counter", "Stalls of the event loop over 50 ms.");
    page.put(static_cast<double>(figures.stalls.total));
    page.family("event_loop_stalled_seconds_total", "counter", "The sum of their lengths.");
    page.put(seconds(figures.stalls.stalledInAll));
    page.family("event_loop_longest_stall_seconds", "gauge", "The longest within five minutes.");
    page.put(seconds(figures.stalls.longest));
}

void putQueues(ExpositionPage& page, const SelfFigures& figures)
{
    page.family("queue_length", "gauge", "What waits in a queue.");
    for (const SelfQueue& queue : figures.queues) {
        page.put(static_cast<double>(queue.waiting), {{"queue", queue.name}});
    }
    page.family("queue_limit", "gauge", "How much may wait in it.");
    for (const SelfQueue& queue : figures.queues) {
        if (queue.most > 0) {
            page.put(static_cast<double>(queue.most), {{"queue", queue.name}});
        }
    }
    page.family("queue_under_way", "gauge", "What was taken out of it and is not done.");
    for (const SelfQueue& queue : figures.queues) {
        page.put(queue.underWay, {{"queue", queue.name}});
    }
}

void putDatabases(ExpositionPage& page, const SelfFigures& figures)
{
    const auto each = [&page, &figures](auto value) {
        for (const SelfDatabase& database : figures.databases) {
            page.put(static_cast<double>(value(database)), {{"database", database.name}});
        }
    };
    page.family("database_size_bytes", "gauge", "Size of a database on disk.");
    each([](const SelfDatabase& database) { return database.bytes; });
    page.family("database_waiting_entries", "gauge", "Accepted, not yet safe on disk.");
    each([](const SelfDatabase& database) { return database.waiting; });
    page.family("database_dropped_entries_total", "counter", "Lost because the disk refused for too long.");
    each([](const SelfDatabase& database) { return database.dropped; });
    page.family("database_writing", "gauge", "Whether the disk takes what is written.");
    each([](const SelfDatabase& database) { return database.isWriting ? 1 : 0; });
    page.family("database_latest_write_seconds", "gauge", "From acceptance until safe on disk, the latest.");
    for (const SelfDatabase& database : figures.databases) {
        page.putSeconds(database.latestWrite, {{"database", database.name}});
    }
    page.family("database_slowest_write_seconds", "gauge", "The slowest within a minute.");
    for (const SelfDatabase& database : figures.databases) {
        page.putSeconds(database.slowestWrite, {{"database", database.name}});
    }
}

void putSources(ExpositionPage& page, const SelfFigures& figures)
{
    const auto each = [&figures](auto put) {
        for (const SelfSource& source : figures.sources) {
            put(source, Labels{{"source", source.id}, {"kind", source.kind}});
        }
    };
    page.family("source_requests_total", "counter", "Requests sent to a source.");
    each([&page](const SelfSource& source, Labels labels) {
        page.put(static_cast<double>(source.requests), labels);
    });
    page.family("source_request_failures_total", "counter", "Those that failed.");
    each([&page](const SelfSource& source, Labels labels) {
        page.put(static_cast<double>(source.failures), labels);
    });
    page.family("source_answer_age_seconds", "gauge", "Since a source last answered.");
    each([&page](const SelfSource& source, Labels labels) { page.putSeconds(source.sinceAnswer, labels); });
    page.family("source_sweep_lag_seconds", "gauge", "How much later than it should its sweep is.");
    each([&page](const SelfSource& source, Labels labels) { page.putSeconds(source.sweepLag, labels); });
}

} // namespace

QByteArray selfExposition(const SelfFigures& figures)
{
    ExpositionPage page;
    putProcess(page, figures);
    putQueues(page, figures);
    putDatabases(page, figures);
    putSources(page, figures);
    return page.text();
}

} // namespace stowage
