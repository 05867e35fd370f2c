// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace stowage {

/// Chips beside each other, in as many lines as they need. Keeps what it is given in that order.
class ChipFlow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipFlow(QWidget* parent = nullptr);

    /// Replaces the chips; the old ones are deleted when control returns to the event loop, since one of them
    /// may be what was pressed.
    void setChips(const std::vector<QWidget*>& chips);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Lays out for a width and returns the height; moves the chips only when told.
    int flow(int width, bool move) const;

    std::vector<QWidget*> m_chips;
};

} // namespace stowage
