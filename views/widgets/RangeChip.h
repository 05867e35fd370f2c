// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/widgets/Chip.h"

class QMenu;

namespace stowage {

/// How far back one looks: "Last 6 h", and a menu of others.
class RangeChip : public Chip
{
    Q_OBJECT

public:
    explicit RangeChip(const Theme& theme, QWidget* parent = nullptr);

    Millis length() const;
    /// "6h": a stable word, for what is remembered.
    QString word() const;
    /// Another word than those there are does nothing.
    void choose(const QString& word);

    /// Opens the menu below the chip, with the keyboard on what is chosen.
    void openMenu();

Q_SIGNALS:
    void chosen();

private:
    void show(size_t which);

    QMenu* m_menu;
    size_t m_chosen = 1;
};

} // namespace stowage
