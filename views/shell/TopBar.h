// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/shell/Context.h"
#include "views/shell/Liveness.h"

#include <QWidget>

namespace stowage {

class Chip;
class TextLabel;
class Theme;

/// Which fleet this is, what it may cost to err in it, whether anything can be changed, live or frozen, the
/// time.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(const Context& context, const Theme& theme, QWidget* parent = nullptr);

    /// The time now, and how far the screen is of this time.
    void setTime(Timestamp now, const Liveness& liveness);

Q_SIGNALS:
    void paletteRequested();
    void freezeToggled();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Token m_risk;
    TextLabel* m_name;
    Chip* m_live;
};

} // namespace stowage
