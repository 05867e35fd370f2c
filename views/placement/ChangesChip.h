// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/Baselines.h"
#include "views/widgets/Chip.h"

class QMenu;

namespace stowage {

class Clock;

/// Chooses since when changes are marked in the matrix, among the moments that are kept.
class ChangesChip : public Chip
{
    Q_OBJECT

public:
    /// The baselines outlive it.
    ChangesChip(const Theme& theme, const Baselines& baselines, const Clock& clock,
                QWidget* parent = nullptr);

    /// The chosen moment; nothing while no changes are marked.
    std::optional<Timestamp> since() const { return m_since; }
    void setSince(std::optional<Timestamp> since);

    /// Opens the list of moments below the chip.
    void openMenu();

Q_SIGNALS:
    void sinceChanged();
    void nowRequested(); ///< keep this moment, and mark changes from here on

private:
    void fillMenu();

    const Baselines& m_baselines;
    const Clock& m_clock;
    QMenu* m_menu;
    std::optional<Timestamp> m_since;
};

} // namespace stowage
