// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <QRandomGenerator>

namespace stowage::bench {

/// A year of a large fleet's alerts: 2,000 hosts in six zones, 60 rules, what fired ends, some are told late.
/// The same each time.
class YearOfAlerts
{
public:
    explicit YearOfAlerts(qint64 events) : m_step(Year / events) {}

    std::vector<AlertEvent> next(int count);

    static constexpr qint64 Begin = 1'760'000'000'000; ///< ms
    static constexpr qint64 Year = qint64{365} * 86'400'000;

private:
    AlertEvent event();

    const qint64 m_step;
    qint64 m_number = 0;
    QRandomGenerator m_random{20261122};
};

} // namespace stowage::bench
