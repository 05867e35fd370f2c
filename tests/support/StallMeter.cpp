// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StallMeter.h"

#include <sys/types.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr Millis Interval{4};

/// How long each of our threads was ready to run but did not, since it began
/// (Documentation/scheduler/sched-stats.rst: time on the CPU, time waiting for it, slices).
QHash<QByteArray, std::chrono::nanoseconds> waitedForCpu()
{
    QHash<QByteArray, std::chrono::nanoseconds> waited;
    const QDir threads(QStringLiteral("/proc/self/task"));
    for (const QString& thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted)) {
        QFile statistics(threads.filePath(thread) + QStringLiteral("/schedstat"));
        if (statistics.open(QIODevice::ReadOnly)) { // else it has just ended
            waited.insert(thread.toLatin1(),
                          std::chrono::nanoseconds{statistics.readAll().split(' ').value(1).toLongLong()});
        }
    }
    return waited;
}

} // namespace

StallMeter::StallMeter(QObject* parent)
    : QObject(parent), m_lastBeat(std::chrono::steady_clock::now()), m_waitedBefore(waitedForCpu())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
    m_timer.start(Interval);
}

Millis StallMeter::longest()
{
    beat();
    return std::chrono::floor<Millis>(m_longest);
}

void StallMeter::beat()
{
    const Moment now = std::chrono::steady_clock::now();
    const QByteArray self = QByteArray::number(::gettid());
    const auto waited = waitedForCpu();
    Nanos own{0};
    Nanos others{0};
    for (auto thread = waited.cbegin(); thread != waited.cend(); ++thread) {
        const Nanos since = *thread - m_waitedBefore.value(thread.key());
        if (thread.key() == self) {
            own = since;
        } else {
            others = std::max(others, since);
        }
    }
    m_longest = std::max<Nanos>(m_longest, now - m_lastBeat - Interval - own - others);
    m_lastBeat = std::chrono::steady_clock::now(); // what measuring itself took is not the loop's
    m_waitedBefore = waited;
}

} // namespace stowage::test
