// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/SideColumn.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace stowage {

SideColumn::SideColumn(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(metrics::Margin - 1, metrics::Margin, metrics::Margin - 1, metrics::Margin);
    m_column->setSpacing(metrics::Margin + metrics::Grid);
    m_column->addStretch(1);
    setWidget(content);
}

void SideColumn::addSection(const QString& title, QWidget* content)
{
    auto* section = new QWidget;
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Grid + 2);
    if (!title.isEmpty()) {
        auto* head = new TextLabel(m_theme, fonts::label(), Token::Text2);
        QFont font = fonts::label();
        font.setWeight(QFont::DemiBold);
        head->setFont(font);
        head->setText(title);
        column->addWidget(head);
    }
    content->setAccessibleName(title);
    column->addWidget(content);
    m_column->insertWidget(m_column->count() - 1, section);
}

void SideColumn::setSectionVisible(QWidget* content, bool visible)
{
    content->parentWidget()->setVisible(visible);
}

void SideColumn::keyPressEvent(QKeyEvent* event)
{
    // A scroll area would take the arrows only; the rest goes on to the shell.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QScrollArea::keyPressEvent(event);
}

} // namespace stowage
