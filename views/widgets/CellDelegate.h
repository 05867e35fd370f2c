// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QStyledItemDelegate>

namespace stowage {

class Table;
class Theme;

/// Draws a cell of a Table, which is its parent: ground (selected, hovered or plain), the line below, and its
/// text in one ink and font. Reads Qt::DisplayRole and Qt::TextAlignmentRole; elides in the middle of the
/// room it has, and the whole is the tooltip then.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int Padding = 8; ///< left and right of a cell's content

    CellDelegate(const Theme& theme, Table& table);

    void setInk(Token ink) { m_ink = ink; }
    void setFont(const QFont& font) { m_font = font; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    const Theme& theme() const { return m_theme; }

    /// Draws what stands in the cell; `room` is without padding.
    virtual void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const;

    /// What the tooltip says: Qt::ToolTipRole where that says more than the cell, or what is elided; empty:
    /// nothing.
    virtual QString wholeText(const QRect& room, const QModelIndex& index) const;

    void drawText(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QString& text,
                  Token ink) const;
    const QFont& font() const { return m_font; }
    Token ink() const { return m_ink; }

private:
    const Theme& m_theme;
    const Table& m_table;
    QFont m_font;
    Token m_ink = Token::Text;
};

} // namespace stowage
