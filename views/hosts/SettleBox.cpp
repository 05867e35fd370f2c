// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/SettleBox.h"

#include "models/core/Listed.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/Refit.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QBoxLayout>

namespace stowage {
namespace {

TextLabel* paragraph(const Theme& theme, const QFont& font, Token ink, const QString& text)
{
    auto* label = new TextLabel(theme, font, ink);
    label->setWrapping(true);
    label->setText(text);
    return label;
}

} // namespace

SettleBox::SettleBox(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::Margin);
}

void SettleBox::setQuestions(const std::vector<Question>& questions)
{
    if (m_questions == questions) {
        return;
    }
    m_questions = questions;
    while (QLayoutItem* old = m_column->takeAt(0)) {
        // Later: the chip that was pressed is among them.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const Question& question : questions) {
        QWidget* widget = box(question);
        m_column->addWidget(widget);
        widget->show();
    }
    refit(this);
}

QWidget* SettleBox::box(const Question& question)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Grid);
    column->addWidget(paragraph(m_theme, fonts::body(), Token::Text, question.what));
    const QString shared = question.about.shared.isEmpty()
                               ? QString()
                               : tr("Both are known as %1. ").arg(listed(question.about.shared));
    column->addWidget(
        paragraph(m_theme, fonts::secondary(), Token::Text2, shared + words::sentence(question.about.why)));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, metrics::Grid, 0, 0);
    row->setSpacing(metrics::Gap);
    const auto add = [&](const QString& text, bool isSame) {
        auto* chip = new Chip(m_theme, Chip::Kind::Control);
        chip->setText(text);
        chip->setAccessibleDescription(question.what);
        row->addWidget(chip);
        connect(chip, &Chip::clicked, this,
                [this, about = question.about, isSame] { Q_EMIT settled(about.one, about.other, isSame); });
    };
    //: an answer to "is this the same machine as that?"
    add(tr("The same machine"), true);
    add(tr("Two machines"), false);
    row->addStretch(1);
    column->addLayout(row);
    return widget;
}

} // namespace stowage
