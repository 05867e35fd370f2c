// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace stowage {

class Theme;

/// Dims the window behind something laid over it. Pressing it means: away with that.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    Scrim(const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace stowage
