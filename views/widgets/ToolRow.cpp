// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/ToolRow.h"

#include "views/theme/Metrics.h"

#include <QEvent>

#include <algorithm>

namespace stowage {

namespace {

QSize sizeOf(const QWidget& widget)
{
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize());
}

} // namespace

ToolRow::ToolRow(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ToolRow::add(QWidget* widget, int worth)
{
    widget->setParent(this);
    m_items.push_back({widget, worth});
    updateGeometry();
}

int ToolRow::widthOf(int leastWorth) const
{
    int width = 0;
    for (const Item& item : m_items) {
        if (item.worth >= leastWorth) {
            width += sizeOf(*item.widget).width() + metrics::Gap;
        }
    }
    return qMax(0, width - metrics::Gap);
}

QSize ToolRow::sizeHint() const
{
    return {widthOf(0), metrics::Control};
}

QSize ToolRow::minimumSizeHint() const
{
    return {0, metrics::Control};
}

bool ToolRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // a control says something longer or shorter now
        layOut();
    }
    return QWidget::event(event);
}

void ToolRow::resizeEvent(QResizeEvent*)
{
    layOut();
}

void ToolRow::layOut()
{
    int least = 0;
    const auto highest = std::ranges::max_element(m_items, {}, &Item::worth);
    while (highest != m_items.end() && least < highest->worth && widthOf(least) > width()) {
        ++least;
    }
    int x = width() - qMin(width(), widthOf(least));
    for (const Item& item : m_items) {
        const bool isShown = item.worth >= least;
        const QSize size = sizeOf(*item.widget);
        item.widget->setVisible(isShown);
        if (isShown) {
            item.widget->setGeometry(x, (height() - size.height()) / 2, qMin(size.width(), width()),
                                     size.height());
            x += size.width() + metrics::Gap;
        }
    }
}

} // namespace stowage
