// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/Tile.h"

#include <QAbstractButton>

namespace stowage {

/// A tile that leads to the page which tells more: by a click, or by Enter and Tab.
class TileButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TileButton(const Theme& theme, QWidget* parent = nullptr);

    const TileText& tile() const { return m_tile; }
    void setTile(const TileText& tile);

    /// Where it leads, for the tooltip: "Hosts (key 4)".
    void setWhere(const QString& where);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();

    const Theme& m_theme;
    TileText m_tile;
    QString m_where;
};

} // namespace stowage
