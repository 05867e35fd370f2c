// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/gate/GateTrace.h"

namespace stowage::test {

/// What is done to a sample that was true.
enum class FaultKind : quint8
{
    NotANumber,
    Negative,
    AboveWhole,
    AboveDevice,
    WrongTime,
    Repeated,
    OutOfOrder,
    AfterSilence,
    CounterReset,
    UnitSlip,
    WentBack,
    Contradicted,
};

constexpr int FaultKinds = 12;

const char* faultKindName(FaultKind kind);

/// A fault to come: in which minute of which host.
struct PlannedFault
{
    FaultKind kind = FaultKind::NotANumber;
    size_t host = 0;
    int minute = 0;
    int silence = 0; ///< minutes before it in which nothing is heard
};

/// A sample that is false, and which it is.
struct InjectedFault
{
    FaultKind kind = FaultKind::NotANumber;
    SeriesKey key;
    Sample sample;
    double truth = 0;                                    ///< what was told in the sample's place
    std::optional<std::pair<SeriesKey, Sample>> other{}; ///< spoilt with it: of the other direction
};

/// Puts faults into what is told, and remembers each: the labels of the set.
class FaultInjector
{
public:
    explicit FaultInjector(unsigned seed) : m_random(seed) {}

    /// Spoils one sample of the minute, or adds a false one; nothing when the minute has none of the kind.
    std::optional<InjectedFault> inject(FaultKind kind, GateTrace::Minute& minute, int silence);

private:
    double between(double least, double most);
    double scaled(double least, double most);
    SampleBatch* any(GateTrace::Minute& minute, const QStringList& metrics);
    void spoilOtherDirection(InjectedFault& fault, GateTrace::Minute& minute, int silence);
    double spoilt(FaultKind kind, const SampleBatch& batch, const GateTrace::Minute& minute, int silence);
    static QStringList metricsOf(FaultKind kind);

    std::mt19937 m_random;
    size_t m_variant = 0; ///< of the fault: the same for both directions
};

} // namespace stowage::test
