// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MemoryMeter.h"

#include <malloc.h>
#include <unistd.h>

#include <QFile>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr int IntervalMs = 4;

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly)
               ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
               : 0;
}

} // namespace

MemoryMeter::MemoryMeter(QObject* parent) : QObject(parent)
{
    trim();
    m_before = residentBytes();
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MemoryMeter::look);
    m_timer.start(IntervalMs);
}

void MemoryMeter::trim()
{
    ::malloc_trim(0);
}

qint64 MemoryMeter::grown() const
{
    return residentBytes() - m_before;
}

qint64 MemoryMeter::look()
{
    m_most = std::max(m_most, grown());
    return m_most;
}

} // namespace stowage::test
