// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostReading.h"
#include "views/widgets/CellDelegate.h"

#include <functional>
#include <span>

namespace stowage {

/// What a cell says of one or two figures of a host.
struct FigureCell
{
    QString text;                   ///< "62 %", "quarantined", "–"
    std::optional<double> fraction; ///< of a percentage: 0 … 1
    Token fill = Token::Held;       ///< of its bar: a status where somebody should look
    Token ink = Token::Text;
    bool isQuarantined = false;
    QString whole; ///< value, age and source of each; why there is none

    bool operator==(const FigureCell&) const = default;
};

FigureCell figureCell(const Host& host, std::span<const HostFigure> figures, Timestamp now);

/// Draws such a cell: a bar with its number, or right-aligned text; ◇ before what is quarantined.
class FigureDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using Reader = std::function<FigureCell(const QModelIndex&)>;

    FigureDelegate(const Theme& theme, Table& table, bool hasBar, Reader reader);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    void paintBar(QPainter& painter, const QRect& room, const FigureCell& cell) const;
    void paintText(QPainter& painter, const QRect& room, const FigureCell& cell) const;

    bool m_hasBar;
    Reader m_reader;
};

} // namespace stowage
