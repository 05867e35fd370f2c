// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace stowage {

/// Controls in one line. Where they have no room, some are left out, the least important first; what they do
/// stays with their keys.
class ToolRow : public QWidget
{
    Q_OBJECT

public:
    explicit ToolRow(QWidget* parent = nullptr);

    /// Adds a control at the right. `worth`: the lowest is left out first.
    void add(QWidget* widget, int worth);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Item
    {
        QWidget* widget;
        int worth;
    };

    int widthOf(int leastWorth) const;
    void layOut();

    std::vector<Item> m_items;
};

} // namespace stowage
