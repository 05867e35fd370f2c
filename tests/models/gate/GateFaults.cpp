// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateFaults.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stowage::test {
namespace {

const QString Received = u"net.received.bytesPerSecond"_s;
const QString Written = u"disk.write.bytesPerSecond"_s;
const QString Read = u"disk.read.bytesPerSecond"_s;

double valueOf(const GateTrace::Minute& minute, const QString& metric)
{
    const auto found = std::ranges::find_if(
        minute.batches, [&](const SampleBatch& batch) { return batch.key.metric == metric; });
    return found == minute.batches.end() ? 0 : found->samples.front().value;
}

} // namespace

const char* faultKindName(FaultKind kind)
{
    static constexpr std::array Names{"not a number",  "negative",     "above the whole", "above the device",
                                      "wrong time",    "repeated",     "out of order",    "after a silence",
                                      "counter reset", "another unit", "went back",       "contradicted"};
    return Names.at(static_cast<size_t>(kind));
}

double FaultInjector::between(double least, double most)
{
    return std::uniform_real_distribution<double>(least, most)(m_random);
}

double FaultInjector::scaled(double least, double most)
{
    return least * std::pow(most / least, between(0, 1));
}

QStringList FaultInjector::metricsOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::NotANumber:
    case FaultKind::WrongTime:
    case FaultKind::OutOfOrder:
        return {u"cpu.percent"_s,
                u"load.1m"_s,
                u"disk.percent"_s,
                u"uptime.seconds"_s,
                u"memory.used.bytes"_s,
                u"temperature.celsius"_s,
                Received,
                Written};
    case FaultKind::Repeated:
        return {u"cpu.percent"_s, u"load.1m"_s, u"disk.used.bytes"_s, u"memory.percent"_s, Received};
    case FaultKind::Negative:
        return {u"cpu.percent"_s, u"memory.used.bytes"_s, u"load.1m"_s, Received, Written};
    case FaultKind::AboveWhole:
        return {u"cpu.percent"_s,     u"disk.percent"_s,      u"memory.percent"_s,   u"inodes.percent"_s,
                u"disk.used.bytes"_s, u"memory.used.bytes"_s, u"disk.busy.percent"_s};
    case FaultKind::AboveDevice:
        return {Received,    Written, Read, u"net.sent.bytesPerSecond[eth0]"_s, u"temperature.celsius"_s,
                u"load.1m"_s};
    case FaultKind::AfterSilence:
    case FaultKind::CounterReset:
        return {Received, Written, u"net.sent.bytesPerSecond"_s};
    case FaultKind::UnitSlip:
        return {u"memory.used.bytes"_s,  u"disk.used.bytes"_s,     u"disk.total.bytes"_s,
                u"memory.total.bytes"_s, u"temperature.celsius"_s, Received};
    case FaultKind::WentBack:
        return {u"uptime.seconds"_s};
    case FaultKind::Contradicted:
        return {u"disk.percent"_s, u"disk.used.bytes"_s, u"memory.percent"_s, u"memory.used.bytes"_s,
                Written};
    }
    return {};
}

SampleBatch* FaultInjector::any(GateTrace::Minute& minute, const QStringList& metrics)
{
    const QString& metric =
        metrics[static_cast<qsizetype>(m_random() % static_cast<unsigned>(metrics.size()))];
    const auto found = std::ranges::find_if(
        minute.batches, [&](const SampleBatch& batch) { return batch.key.metric == metric; });
    return found == minute.batches.end() ? nullptr : &*found;
}

/// The false number in the place of the true one.
double FaultInjector::spoilt(FaultKind kind, const SampleBatch& batch, const GateTrace::Minute& minute,
                             int silence)
{
    const QString& metric = batch.key.metric;
    const double truth = batch.samples.front().value;
    const bool isBytes = metric.endsWith(u".bytes");
    const bool isDisk = metric.startsWith(u"disk.");
    switch (kind) {
    case FaultKind::NotANumber: {
        static constexpr double Infinity = std::numeric_limits<double>::infinity();
        const std::array numbers{std::nan(""), Infinity, -Infinity};
        return numbers.at(m_random() % numbers.size());
    }
    case FaultKind::Negative:
        return -2 - truth * scaled(0.01, 1e6);
    case FaultKind::AboveWhole: {
        const QString total = metric.section(u'.', 0, 0) + u".total.bytes"_s;
        return isBytes ? valueOf(minute, total) * scaled(1.1, 900) : 100 + scaled(6, 1e5);
    }
    case FaultKind::AboveDevice:
        return metric.startsWith(u"temp") ? scaled(170, 1e6)
               : metric == u"load.1m"     ? scaled(2e5, 1e12)
                                          : scaled(20e9, 559e12);
    case FaultKind::Repeated:
        return truth * between(1.02, 1.9) + 0.5;
    case FaultKind::AfterSilence: // all of a counter at once, or all that the silence missed
        return m_variant % 3 == 0 && !isDisk ? truth * silence * between(0.98, 1.02)
                                             : scaled(2e11, 1e17) / 60;
    case FaultKind::CounterReset: // of 32 or 64 bits; disks count sectors
        return ((m_variant % 2 == 0 ? (isDisk ? 0x1p41 : 0x1p32) : 0x1p64) - scaled(1e3, 4e6)) / 60;
    case FaultKind::UnitSlip: {
        static constexpr std::array Factors{1'000.0, 1.0 / 1'000, 1'024.0, 1.0 / 1'024, 8.0, 1.0 / 8};
        const size_t factors = metric.startsWith(u"temp") ? 2 : Factors.size(); // thousandths of a degree
        return truth * Factors.at(m_variant % factors);
    }
    case FaultKind::WentBack:
        return m_random() % 2 == 0 ? truth * between(0.05, 0.9) : truth * scaled(1.5, 1e4) + 90'000;
    case FaultKind::Contradicted:
        return metric == Written ? between(7e9, 15e9)
               : metric.endsWith(u"percent")
                   ? (truth > 45 ? truth * between(0.2, 0.5) : truth + between(25, 50))
                   : truth * (truth * 2 > valueOf(minute, metric.section(u'.', 0, 0) + u".total.bytes"_s)
                                  ? between(0.2, 0.5)
                                  : between(1.6, 1.9));
    case FaultKind::WrongTime:
    case FaultKind::OutOfOrder:
        break;
    }
    return truth;
}

/// Counters of both directions are lost together, and told in one unit.
void FaultInjector::spoilOtherDirection(InjectedFault& fault, GateTrace::Minute& minute, int silence)
{
    const bool isOfCounters = fault.kind == FaultKind::AfterSilence ||
                              fault.kind == FaultKind::CounterReset || fault.kind == FaultKind::UnitSlip;
    static const std::map<QString, QString> Others{
        {u"net.received.bytesPerSecond"_s, u"net.sent.bytesPerSecond"_s},
        {u"net.sent.bytesPerSecond"_s, u"net.received.bytesPerSecond"_s},
        {u"disk.write.bytesPerSecond"_s, u"disk.read.bytesPerSecond"_s},
    };
    const auto metric = Others.find(fault.key.metric);
    if (!isOfCounters || metric == Others.end()) {
        return;
    }
    SampleBatch* batch = any(minute, {metric->second});
    if (batch != nullptr && batch->samples.front().value > 0) {
        Sample& sample = batch->samples.front();
        sample.value = sample.peak = spoilt(fault.kind, *batch, minute, silence);
        fault.other = {batch->key, sample};
    }
}

std::optional<InjectedFault> FaultInjector::inject(FaultKind kind, GateTrace::Minute& minute, int silence)
{
    SampleBatch* batch = any(minute, metricsOf(kind));
    constexpr double LeastUptime = 3'600; // of which something can be taken
    if (batch == nullptr || batch->samples.front().value <= (kind == FaultKind::WentBack ? LeastUptime : 0)) {
        return std::nullopt;
    }
    m_variant = m_random();
    InjectedFault fault{kind, batch->key, batch->samples.front(), batch->samples.front().value};
    Sample& sample = fault.sample;
    const auto minutes = [this](double least, double most) {
        return Millis(static_cast<qint64>(scaled(least, most) * 60'000));
    };
    if (kind == FaultKind::WrongTime) {
        sample.at = m_random() % 2 == 0   ? sample.at + minutes(8, 5e6)
                    : m_random() % 2 == 0 ? sample.at - minutes(6e5, 2e7)
                                          : Timestamp(Millis(m_random() % 100'000));
    } else if (kind == FaultKind::OutOfOrder) {
        sample.at -= minutes(1.3, 600) + Millis(271);
    } else {
        sample.value = sample.peak = spoilt(kind, *batch, minute, silence);
    }
    if (kind == FaultKind::Contradicted && fault.key.metric == Written) {
        const auto busy = std::ranges::find_if(minute.batches, [](const SampleBatch& other) {
            return other.key.metric == u"disk.busy.percent";
        });
        busy->samples.front().value = busy->samples.front().peak = 0.4; // and it did next to nothing
        fault.other = {busy->key, busy->samples.front()};
    }
    spoilOtherDirection(fault, minute, silence);
    if (kind == FaultKind::Repeated) {
        batch->samples.push_back(sample);
    } else if (kind == FaultKind::OutOfOrder) {
        minute.batches.push_back({fault.key, batch->span, false, {sample}});
    } else {
        batch->samples.front() = sample;
    }
    return fault;
}

} // namespace stowage::test
