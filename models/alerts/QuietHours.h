// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/MaintenanceWindow.h"

#include <QDate>
#include <QTimeZone>

#include <chrono>

namespace stowage {

/// Hours of the day in which what is not severe enough waits for the morning: shown, held back.
struct QuietHours
{
    static constexpr quint8 EveryDay = 0x7f;

    QString name;
    AlertMatcher matcher;
    AlertSeverity upTo = AlertSeverity::Warning; ///< what is more severe is told all the same
    std::chrono::minutes from{22 * 60};          ///< after midnight, local
    std::chrono::minutes to{6 * 60};             ///< likewise; before `from`: on the next day
    quint8 days = EveryDay;                      ///< on which they begin: bit 0 Monday … bit 6 Sunday
    QTimeZone zone = QTimeZone::utc();

    /// As MaintenanceWindow::spanAt().
    std::optional<MaintenanceWindow::Span> spanAt(Timestamp now) const;
    /// As MaintenanceWindow::nextTurn().
    std::optional<Timestamp> nextTurn(Timestamp now) const;

    bool operator==(const QuietHours&) const = default;

private:
    std::optional<MaintenanceWindow::Span> spanOn(QDate day) const;
    std::vector<MaintenanceWindow::Span> spansAround(Timestamp now) const;
};

} // namespace stowage
