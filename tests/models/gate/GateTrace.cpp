// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateTrace.h"

#include <algorithm>

namespace stowage::test {
namespace {

constexpr size_t Remembered = 120; // samples a series
constexpr size_t ListLength = 60;  // of which a list read anew tells so many

SampleBatch meansOf(const SeriesKey& key, const std::deque<Sample>& told, Millis span)
{
    SampleBatch batch{key, span, true, {}};
    const auto samples = static_cast<size_t>(span / Millis(60'000));
    for (size_t first = 0; first + samples <= told.size(); first += samples) {
        Sample mean{told[first + samples - 1].at, 0, told[first].value};
        for (size_t i = first; i < first + samples; ++i) {
            mean.value += told[i].value / static_cast<double>(samples);
            mean.peak = std::max(mean.peak, told[i].value);
        }
        batch.samples.push_back(mean);
    }
    return batch;
}

} // namespace

GateTrace::GateTrace(unsigned seed, int hostsOfAKind)
    : m_random(seed), m_now(*fromRfc3339(u"2026-11-01T00:00:00.000Z"))
{
    for (int i = 0; i < hostsOfAKind; ++i) {
        for (const TraceKind kind :
             {TraceKind::Web, TraceKind::Builder, TraceKind::Storage, TraceKind::Idle}) {
            const auto number = m_hosts.size();
            const bool isSkewed = number % 3 == 2;
            const QString hub = isSkewed ? QStringLiteral("skewed") : QStringLiteral("hub");
            const auto hostSeed = seed * 1'000 + static_cast<unsigned>(number);
            m_hosts.push_back({{hub, QStringLiteral("n%1").arg(number)},
                               TraceHost(kind, hostSeed),
                               isSkewed ? Millis(std::chrono::hours(3)) : Millis(0)});
        }
    }
}

std::vector<GateTrace::Minute> GateTrace::next()
{
    m_now += std::chrono::minutes(1);
    std::vector<Minute> minutes;
    for (size_t i = 0; i < m_hosts.size(); ++i) {
        minutes.push_back(minuteOf(i));
        if (m_random() % 400 == 0) {
            minutes.push_back(lastHourAgain(i));
        }
        if (m_random() % 400 == 0) {
            minutes.push_back(tiersOf(i, std::chrono::minutes(10 << (m_random() % 2))));
        }
    }
    return minutes;
}

GateTrace::Minute GateTrace::minuteOf(size_t index)
{
    Watched& watched = m_hosts[index];
    Minute minute{index, watched.subject, m_now, watched.skew, {}};
    const Timestamp at = m_now + watched.skew - Millis(m_random() % 900);
    for (const auto& [metric, value] : watched.host.minute()) {
        const Sample sample{at, value, value};
        minute.batches.push_back({{watched.subject, metric}, Millis(60'000), false, {sample}});
        std::deque<Sample>& told = watched.told[metric];
        told.push_back(sample);
        if (told.size() > Remembered) {
            told.pop_front();
        }
    }
    return minute;
}

GateTrace::Minute GateTrace::lastHourAgain(size_t index) const
{
    const Watched& watched = m_hosts[index];
    Minute minute{index, watched.subject, m_now, watched.skew, {}, true};
    for (const auto& [metric, told] : watched.told) {
        const auto first = told.end() - static_cast<std::ptrdiff_t>(std::min(ListLength, told.size()));
        minute.batches.push_back({{watched.subject, metric}, Millis(60'000), false, {first, told.end()}});
    }
    return minute;
}

GateTrace::Minute GateTrace::tiersOf(size_t index, Millis span) const
{
    const Watched& watched = m_hosts[index];
    Minute minute{index, watched.subject, m_now, watched.skew, {}, true};
    for (const auto& [metric, told] : watched.told) {
        minute.batches.push_back(meansOf({watched.subject, metric}, told, span));
    }
    return minute;
}

} // namespace stowage::test
