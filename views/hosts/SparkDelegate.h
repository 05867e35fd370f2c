// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/CellDelegate.h"

#include <QLineF>

#include <functional>
#include <vector>

namespace stowage {

/// A small line that was prepared elsewhere, in a cell.
class SparkDelegate : public CellDelegate
{
    Q_OBJECT

public:
    struct Cell
    {
        const std::vector<QLineF>* lines = nullptr; ///< null: there is none
        Token ink = Token::Accent;
        QString whole; ///< what the tooltip says
    };
    using Reader = std::function<Cell(const QModelIndex&)>;

    SparkDelegate(const Theme& theme, Table& table, Reader reader);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    Reader m_reader;
};

} // namespace stowage
