// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/self/SelfWatch.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr Millis Minute{60'000};
constexpr double Whole = 100;

} // namespace

SelfWatch::SelfWatch(const Fleet& fleet, const Clock& clock, const SelfProbe* probe, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_clock(clock), m_probe(probe)
{
    m_figures.startedAt = clock.now();
    m_beatDue = clock.monotonic() + Beat;
    m_clock.after(Beat, this, [this] { beat(); });
    readLater();
}

SelfWatch::~SelfWatch() = default;

void SelfWatch::addQueue(const QString& name, std::function<SelfQueue()> read)
{
    m_queues.insert_or_assign(name, std::move(read));
}

void SelfWatch::addDatabase(const QString& name, std::function<SelfDatabase()> read)
{
    m_databases.insert_or_assign(name, std::move(read));
}

void SelfWatch::remove(const QString& name)
{
    m_queues.erase(name);
    m_databases.erase(name);
}

void SelfWatch::noteWrite(const QString& database, Millis took)
{
    m_writes[database].push_back({m_clock.monotonic(), std::max(took, Millis{0})});
}

/// A beat that comes late tells for how long nothing else came either.
void SelfWatch::beat()
{
    const Millis now = m_clock.monotonic();
    const Millis late = now - m_beatDue;
    if (late > Stall) {
        m_stalls.push_back({now, late});
        ++m_figures.stalls.total;
        m_figures.stalls.stalledInAll += late;
        m_figures.stalls.lastAt = m_clock.now();
    }
    m_beatDue = now + Beat;
    m_clock.after(Beat, this, [this] { beat(); });
}

void SelfWatch::readLater()
{
    m_clock.after(Every, this, [this] {
        read();
        readLater();
    });
}

void SelfWatch::read()
{
    const Timestamp now = m_clock.now();
    forgetOld();
    m_figures.at = now;
    m_figures.stalls.recent = m_stalls.size();
    m_figures.stalls.longest = Millis{0};
    for (const Took& stall : m_stalls) {
        m_figures.stalls.longest = std::max(m_figures.stalls.longest, stall.took);
    }
    if (m_probe != nullptr) {
        m_figures.residentBytes = m_probe->residentBytes();
        m_figures.diskFreeBytes = m_probe->diskFreeBytes();
        m_figures.diskBytes = m_probe->diskBytes();
    }
    m_figures.queues.clear();
    for (const auto& [name, queue] : m_queues) {
        m_figures.queues.push_back(queue());
        m_figures.queues.back().name = name;
    }
    readDatabases();
    readSources(now);
    Q_EMIT changed();
}

void SelfWatch::forgetOld()
{
    const Millis now = m_clock.monotonic();
    while (!m_stalls.empty() && now - m_stalls.front().at > Window) {
        m_stalls.pop_front();
    }
    for (auto& [name, writes] : m_writes) {
        while (!writes.empty() && now - writes.front().at > Minute) {
            writes.pop_front();
        }
    }
    for (auto& counts : m_counts) {
        // One older than the window stays, to tell the difference to.
        while (counts.size() > 1 && now - counts[1].at >= Window) {
            counts.pop_front();
        }
    }
}

void SelfWatch::readDatabases()
{
    m_figures.databases.clear();
    for (const auto& [name, read] : m_databases) {
        SelfDatabase& database = m_figures.databases.emplace_back(read());
        database.name = name;
        const auto writes = m_writes.find(name);
        if (writes == m_writes.end() || writes->second.empty()) {
            continue;
        }
        database.latestWrite = writes->second.back().took;
        // The oldest that waits may have waited for longer than any that was written took.
        database.slowestWrite = std::max(database.slowestWrite.value_or(Millis{0}),
                                         std::ranges::max_element(writes->second, {}, &Took::took)->took);
    }
}

void SelfWatch::readSources(Timestamp now)
{
    m_figures.sources.clear();
    for (const Source& source : m_fleet.sources()) {
        if (source.isAlive && source.generation > 0) {
            m_figures.sources.push_back(readSource(source.status, now));
        }
    }
    std::ranges::sort(m_figures.sources, {}, &SelfSource::id);
}

SelfSource SelfWatch::readSource(const SourceStatus& status, Timestamp now)
{
    SelfSource figures;
    figures.id = status.id;
    figures.kind = status.kind;
    figures.requests = status.requestsSent;
    figures.failures = status.requestsFailed;
    if (status.lastAnswer != Timestamp{}) {
        figures.sinceAnswer = std::max(Millis{0}, now - status.lastAnswer);
    }
    std::deque<Count>& counts = m_counts[status.id];
    const Count latest{m_clock.monotonic(), status.requestsSent, status.requestsFailed};
    if (!counts.empty() && latest.requests < counts.back().requests) {
        counts.clear(); // another generation of the connector counts from nought
    }
    counts.push_back(latest);
    const Count& first = counts.front();
    if (latest.requests > first.requests) {
        figures.failurePercent = Whole * static_cast<double>(latest.failures - first.failures) /
                                 static_cast<double>(latest.requests - first.requests);
    }
    const auto minute =
        std::ranges::find_if(counts, [&](const Count& count) { return latest.at - count.at <= Minute; });
    const double seconds = std::chrono::duration<double>(latest.at - minute->at).count();
    figures.perSecond = seconds > 0 ? static_cast<double>(latest.requests - minute->requests) / seconds : 0;
    figures.sweepLag = sweepLag(status, now);
    return figures;
}

/// A round that takes longer than the one before it is that much behind; between rounds it is so by what is
/// more than the age at which a source's word is stale.
std::optional<Millis> SelfWatch::sweepLag(const SourceStatus& status, Timestamp now)
{
    if (!status.sweep || status.sweep->isPaused) {
        return std::nullopt;
    }
    const SweepReport& sweep = *status.sweep;
    const Timestamp ended = sweep.last ? sweep.last->startedAt + sweep.last->took : Timestamp{};
    if (ended == Timestamp{}) {
        return sweep.startedAt ? std::optional(std::max(Millis{0}, now - *sweep.startedAt - FirstSweep))
                               : std::nullopt;
    }
    return std::max(Millis{0}, now - ended - status.limits.staleAfter);
}

} // namespace stowage
