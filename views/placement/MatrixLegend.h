// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixCell.h"

#include <QWidget>

namespace stowage {

class Theme;

/// What the cells' looks mean: one of each, with its word. Leaves out from the end what has no room.
class MatrixLegend : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixLegend(const Theme& theme, QWidget* parent = nullptr);

    /// Whether cells are marked with what would be lost, and with what has changed: those looks come first.
    void showLoss(bool shown);
    void showChanges(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        MatrixCell cell;
        QString word;
    };

    std::vector<Entry> entries() const;
    int widthOf(const Entry& entry) const;

    void say();

    const Theme& m_theme;
    bool m_hasLoss = false;
    bool m_hasChanges = false;
};

} // namespace stowage
