// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/Phases.h"

#include "models/core/Listed.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

namespace {

struct PhaseWords
{
    Q_DECLARE_TR_FUNCTIONS(Phases)
};

} // namespace

std::array<Phase, PhaseCount> phasesOf(const PhaseTimes& times)
{
    return {{{PhaseWords::tr("DNS"), times.dns, 0},
             {PhaseWords::tr("TCP 4"), times.tcp4, 1},
             {PhaseWords::tr("TCP 6"), times.tcp6, 5},
             {PhaseWords::tr("TLS"), times.tls, 3},
             //: waiting for the first byte of the answer
             {PhaseWords::tr("First byte"), times.firstByte, 2},
             //: reading the rest of the answer
             {PhaseWords::tr("Body"), times.body, 6}}};
}

std::optional<PhaseTimes::Micros> totalOf(const PhaseTimes& times)
{
    std::optional<PhaseTimes::Micros> sum;
    const auto add = [&sum](const std::optional<PhaseTimes::Micros>& part) {
        if (part) {
            sum = sum.value_or(PhaseTimes::Micros{0}) + *part;
        }
    };
    add(times.dns);
    add(times.tcp4 && times.tcp6 ? std::min(*times.tcp4, *times.tcp6) : times.tcp4 ? times.tcp4 : times.tcp6);
    add(times.tls);
    add(times.firstByte);
    add(times.body);
    return sum;
}

QString formatMicros(PhaseTimes::Micros took)
{
    const double micros = static_cast<double>(std::max<qint64>(0, took.count()));
    if (micros < 1'000) {
        return QStringLiteral("%1 µs").arg(micros, 0, 'f', 0);
    }
    if (micros < 1'000'000) {
        return QStringLiteral("%1 ms").arg(micros / 1'000, 0, 'f', micros < 9'950 ? 1 : 0);
    }
    return QStringLiteral("%1 s").arg(micros / 1'000'000, 0, 'f', 1);
}

QString phasesText(const PhaseTimes& times)
{
    QStringList parts;
    for (const Phase& phase : phasesOf(times)) {
        if (phase.took) {
            parts << QStringLiteral("%1 %2").arg(phase.name, formatMicros(*phase.took));
        }
    }
    return listed(parts);
}

} // namespace stowage
