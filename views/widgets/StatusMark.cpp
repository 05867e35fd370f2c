// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/StatusMark.h"

#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

StatusMark::StatusMark(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusMark::setStatus(Status status)
{
    if (m_status != status) {
        m_status = status;
        update();
    }
}

QSize StatusMark::sizeHint() const
{
    return {metrics::Mark, metrics::Mark};
}

void StatusMark::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStatusMark(painter, rect(), m_status, m_theme);
}

} // namespace stowage
