// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Rail.h"

#include "views/shell/Page.h"
#include "views/shell/RailButton.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace stowage {

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    setFixedWidth(metrics::Rail);
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(0, metrics::Gap, 1, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
}

void Rail::addPage(const Page& page)
{
    auto* button = new RailButton(m_theme, page, this);
    const QString id = page.id();
    connect(button, &RailButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    connect(&page, &Page::badgeChanged, button, &RailButton::refresh);
    const auto before =
        std::count_if(m_keys.begin(), m_keys.end(), [&page](int key) { return key < page.key(); });
    m_column->insertWidget(static_cast<int>(before), button);
    m_keys.push_back(page.key());
    m_buttons.insert(id, button);
}

void Rail::setCurrent(const Page& page)
{
    if (RailButton* button = m_buttons.value(page.id())) {
        button->setChecked(true);
    }
}

void Rail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Panel));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Token::Line));
}

} // namespace stowage
