// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/StatefulView.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace stowage {

StatefulView::StatefulView(const Theme& theme, QWidget* content, QWidget* parent)
    : QWidget(parent), m_strip(new StateNotice(theme, StateNotice::Shape::Strip)),
      m_centre(new StateNotice(theme, StateNotice::Shape::Centre)), m_content(content),
      m_stack(new QStackedLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_centre);
    connect(m_strip, &StateNotice::todoClicked, this, &StatefulView::todoClicked);
    connect(m_centre, &StateNotice::todoClicked, this, &StatefulView::todoClicked);
    showContent();
}

void StatefulView::showContent()
{
    m_strip->hide();
    turnTo(m_content);
}

void StatefulView::showAbove(const Notice& notice)
{
    m_strip->setNotice(notice);
    m_strip->show();
    turnTo(m_content);
}

void StatefulView::showInstead(const Notice& notice)
{
    m_centre->setNotice(notice);
    m_strip->hide();
    turnTo(m_centre);
}

void StatefulView::turnTo(QWidget* shown)
{
    if (m_stack->currentWidget() == shown && focusProxy() == shown) {
        return;
    }
    const QWidget* focus = window()->focusWidget();
    const bool hadFocus = focus != nullptr && (focus == this || isAncestorOf(focus));
    m_stack->setCurrentWidget(shown);
    setFocusProxy(shown);
    if (hadFocus) {
        shown->setFocus();
    }
}

const Notice* StatefulView::notice() const
{
    if (!isContentShown()) {
        return &m_centre->notice();
    }
    return m_strip->isHidden() ? nullptr : &m_strip->notice();
}

bool StatefulView::isContentShown() const
{
    return m_stack->currentWidget() == m_content;
}

} // namespace stowage
