// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QWidget>

class QPainter;

namespace stowage {

class Theme;

/// What a tile says: a whispered label, the number that leads, what it is of, and a line that explains it.
struct TileText
{
    QString label;                  ///< "One copy left"
    QString value;                  ///< "37"
    QString suffix;                 ///< "of 48 live"; may be empty
    QString note;                   ///< "4.8 GiB, 3 images"; may be empty
    Token ink = Token::Text;        ///< of the value: a status colour only when somebody should look
    Token suffixInk = Token::Text2; ///< likewise

    bool operator==(const TileText&) const = default;
};

/// Draws what a tile says, ground included. Elides what has no room.
void drawTile(QPainter& painter, const QRect& rect, const TileText& text, const Theme& theme);

/// A tile in one line, for tooltips and for who reads the screen aloud.
QString tileInWords(const TileText& text);

/// One number of a page. Elides what has no room and tells the whole as its tooltip.
class Tile : public QWidget
{
    Q_OBJECT

public:
    explicit Tile(const Theme& theme, QWidget* parent = nullptr);

    const TileText& text() const { return m_text; }
    void setText(const TileText& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TileText m_text;
};

} // namespace stowage
