// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/ChipFlow.h"

#include "views/theme/Metrics.h"
#include "views/widgets/Refit.h"

#include <utility>

namespace stowage {

namespace {

constexpr int Space = 6;

} // namespace

ChipFlow::ChipFlow(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipFlow::setChips(const std::vector<QWidget*>& chips)
{
    for (QWidget* old : std::exchange(m_chips, chips)) {
        old->hide();
        old->deleteLater();
    }
    for (QWidget* chip : m_chips) {
        chip->setParent(this);
        chip->show();
    }
    flow(width(), true);
    refit(this);
}

int ChipFlow::flow(int width, bool move) const
{
    int x = 0;
    int y = 0;
    for (QWidget* chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo({qMax(1, width), metrics::Control});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += metrics::Control + Space;
        }
        if (move) {
            chip->setGeometry({{x, y}, size});
        }
        x += size.width() + Space;
    }
    return m_chips.empty() ? 0 : y + metrics::Control;
}

int ChipFlow::heightForWidth(int width) const
{
    return flow(width, false);
}

QSize ChipFlow::sizeHint() const
{
    const int wide = width() > 0 ? width() : metrics::SidePanel;
    return {wide, heightForWidth(wide)};
}

QSize ChipFlow::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ChipFlow::resizeEvent(QResizeEvent*)
{
    flow(width(), true);
}

} // namespace stowage
