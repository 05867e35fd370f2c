// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/LineList.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Refit.h"
#include "views/widgets/StatusMark.h"
#include "views/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace stowage {

namespace {

TextLabel* paragraph(const Theme& theme, Token ink, const QString& text)
{
    auto* label = new TextLabel(theme, fonts::secondary(), ink);
    label->setWrapping(true);
    label->setText(text);
    return label;
}

QHBoxLayout* head(const Theme& theme, const LineItem& item)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    auto* text = new TextLabel(theme, fonts::body(), Token::Text);
    text->setText(item.text);
    row->addWidget(text, 1);
    if (!item.right.isEmpty()) {
        auto* right = new TextLabel(theme, fonts::secondary(), Token::Text2);
        right->setKeepsSize(true);
        right->setText(item.right);
        row->addWidget(right);
    }
    return row;
}

QWidget* line(const Theme& theme, const LineItem& item)
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    if (item.status) {
        auto* mark = new StatusMark(theme);
        mark->setStatus(*item.status);
        auto* markColumn = new QVBoxLayout;
        markColumn->setContentsMargins(0, 3, 0, 0);
        markColumn->addWidget(mark);
        markColumn->addStretch(1);
        row->addLayout(markColumn);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    if (!item.text.isEmpty()) {
        words->addLayout(head(theme, item));
    }
    if (!item.detail.isEmpty()) {
        words->addWidget(paragraph(theme, Token::Text2, item.detail));
    }
    if (!item.todo.isEmpty()) {
        words->addWidget(paragraph(theme, Token::Accent, item.todo));
    }
    row->addLayout(words, 1);
    return widget;
}

} // namespace

LineList::LineList(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::Gap - 2);
}

void LineList::setItems(const std::vector<LineItem>& items)
{
    if (m_items == items) {
        return;
    }
    m_items.clear();
    while (QLayoutItem* old = m_column->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const LineItem& item : items) {
        addItem(item);
    }
}

void LineList::addItem(const LineItem& item)
{
    m_items.push_back(item);
    QWidget* widget = line(m_theme, item);
    m_column->addWidget(widget);
    widget->show();
    refit(this);
}

} // namespace stowage
