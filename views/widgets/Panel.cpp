// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Panel.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/StatusMark.h"
#include "views/widgets/Surface.h"
#include "views/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace stowage {

/// Title, controls and note in one row.
class Panel::Head final : public QWidget
{
public:
    Head(const Theme& theme, QWidget* parent)
        : QWidget(parent), mark(new StatusMark(theme)),
          title(new TextLabel(theme, fonts::strong(), Token::Text)),
          note(new TextLabel(theme, fonts::secondary(), Token::Text2)), row(new QHBoxLayout(this))
    {
        setFixedHeight(metrics::PanelHead);
        row->setContentsMargins(metrics::Margin, 0, metrics::Margin, 0);
        row->setSpacing(metrics::Gap);
        mark->hide();
        note->setKeepsSize(true);
        note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->addWidget(mark);
        row->addWidget(title, 1);
        row->addWidget(note);
    }

    StatusMark* mark;
    TextLabel* title;
    TextLabel* note;
    QHBoxLayout* row;
};

Panel::Panel(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_head(new Head(theme, this)), m_column(new QVBoxLayout(this))
{
    // The bottom leaves room for the rounded corners; the head's lower edge is painted between head and body.
    m_column->setContentsMargins(1, 1, 1, metrics::PanelRadius - 1);
    m_column->setSpacing(1);
    m_column->addWidget(m_head);
    setTitle(title);
}

void Panel::setTitle(const QString& title)
{
    m_head->title->setText(title);
    setAccessibleName(title);
}

void Panel::setStatus(std::optional<Status> status)
{
    m_head->mark->setVisible(status.has_value());
    if (status) {
        m_head->mark->setStatus(*status);
    }
}

void Panel::setNote(const QString& note)
{
    m_head->note->setText(note);
}

void Panel::addToHead(QWidget* widget)
{
    m_head->row->insertWidget(m_head->row->count() - 1, widget);
}

void Panel::addBesideTitle(QWidget* widget)
{
    m_head->row->setStretchFactor(m_head->title, 0);
    m_head->row->insertWidget(m_head->row->indexOf(m_head->title) + 1, widget, 1);
}

void Panel::setBody(QWidget* body)
{
    delete m_body;
    m_body = body;
    m_column->addWidget(body, 1);
}

void Panel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawSurface(painter, rect(), m_theme);
    painter.fillRect(QRect(1, 1 + metrics::PanelHead, width() - 2, 1), m_theme.color(Token::Line));
}

} // namespace stowage
