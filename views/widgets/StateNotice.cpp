// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/StateNotice.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/StatusMark.h"
#include "views/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace stowage {

namespace {

constexpr int StripHeight = 38;
constexpr int CentreWidth = 460;

} // namespace

StateNotice::StateNotice(const Theme& theme, Shape shape, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_shape(shape), m_mark(new StatusMark(theme, this)),
      m_what(new TextLabel(theme, fonts::strong(), Token::Text, this)),
      m_why(new TextLabel(theme, fonts::body(), Token::Text2, this)),
      m_todo(new Chip(theme, Chip::Kind::Primary, this))
{
    connect(m_todo, &Chip::clicked, this, &StateNotice::todoClicked);
    setFocusProxy(m_todo);
    shape == Shape::Centre ? layOutCentre() : layOutStrip();
}

void StateNotice::setNotice(const Notice& notice)
{
    if (m_notice == notice) {
        return;
    }
    m_notice = notice;
    m_mark->setStatus(notice.status);
    m_what->setText(notice.what);
    m_why->setText(notice.why);
    m_todo->setText(notice.todo);
    m_todo->setKey(notice.todoKey);
    m_todo->setVisible(!notice.todo.isEmpty());
    setAccessibleName(notice.what);
    setAccessibleDescription(notice.why);
}

void StateNotice::layOutCentre()
{
    m_why->setWrapping(true);
    m_why->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_why->setFixedWidth(CentreWidth);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::Gap);
    head->addStretch(1);
    head->addWidget(m_mark);
    head->addWidget(m_what);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::Gap);
    column->addStretch(2);
    column->addLayout(head);
    column->addWidget(m_why, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::Grid);
    column->addWidget(m_todo, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void StateNotice::layOutStrip()
{
    setFixedHeight(StripHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::Margin, 0, metrics::Gap, 0);
    row->setSpacing(metrics::Gap);
    row->addWidget(m_mark);
    m_what->setKeepsSize(true);
    row->addWidget(m_what);
    row->addWidget(m_why, 1);
    row->addWidget(m_todo);
}

void StateNotice::paintEvent(QPaintEvent* /*event*/)
{
    if (m_shape == Shape::Centre) {
        return;
    }
    QPainter painter(this);
    const Token token = statusToken(m_notice.status);
    painter.fillRect(rect(), m_theme.blend(token, Token::Panel, 0.07));
    painter.fillRect(QRect(0, 0, 2, height()), m_theme.color(token));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

} // namespace stowage
