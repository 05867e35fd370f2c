// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/CellDelegate.h"

#include <functional>
#include <optional>

namespace stowage {

/// A bar with its number: how much of the most anybody has.
class BarDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// 0 … 1; nothing when it is not known: then there is no bar, only the words that say so.
    using Fraction = std::function<std::optional<double>(const QModelIndex&)>;

    BarDelegate(const Theme& theme, Table& table, Fraction fraction);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;

private:
    Fraction m_fraction;
};

} // namespace stowage
