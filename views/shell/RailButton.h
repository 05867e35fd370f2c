// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace stowage {

class Page;
class Theme;

/// One page on the rail: icon, name, key, and a count where something is open.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// The page outlives the button.
    RailButton(const Theme& theme, const Page& page, QWidget* parent = nullptr);

    QSize sizeHint() const override;

    /// Takes name and count from the page anew.
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const QPixmap& pixmap();
    void drawBadge(QPainter& painter) const;

    const Theme& m_theme;
    const Page& m_page;
    QPixmap m_pixmap; ///< null: to be painted anew
    bool m_pixmapChecked = false;
};

} // namespace stowage
