// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"

#include <QWidget>

namespace stowage {

class Theme;

/// Draws the phases as one stacked bar into `bar`.
void drawPhases(QPainter& painter, const QRect& bar, const PhaseTimes& times, const Theme& theme);

/// Where the time of the newest new connection went: a stacked bar, and below it every phase with its number.
class PhaseBar : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseBar(const Theme& theme, QWidget* parent = nullptr);

    void setTimes(const PhaseTimes& times);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PhaseTimes m_times;
};

} // namespace stowage
