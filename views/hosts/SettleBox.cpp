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

void SettleBox::setContent(const std::vector<Question>& questions, const std::vector<Answer>& answers)
{
    if (m_questions == questions && m_answers == answers) {
        return;
    }
    m_questions = questions;
    m_answers = answers;
    while (QLayoutItem* old = m_column->takeAt(0)) {
        // Later: the chip that was pressed is among them.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const Question& question : questions) {
        add(box(question));
    }
    for (const Answer& answer : answers) {
        add(box(answer));
    }
    refit(this);
}

void SettleBox::add(QWidget* widget)
{
    m_column->addWidget(widget);
    widget->show();
}

QWidget* SettleBox::box(const Answer& answer)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Grid);
    column->addWidget(paragraph(m_theme, fonts::body(), Token::Text, answer.what));
    column->addWidget(paragraph(m_theme, fonts::secondary(), Token::Text2,
                                tr("A person settled it. Undo forgets that: where nothing else tells for "
                                   "sure they are two, and it is asked again. No sample is lost.")));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, metrics::Grid, 0, 0);
    auto* chip = new Chip(m_theme, Chip::Kind::Control);
    //: takes back what a person has answered
    chip->setText(tr("Undo"));
    chip->setAccessibleDescription(answer.what);
    connect(chip, &Chip::clicked, this,
            [this, about = answer.about] { Q_EMIT unsettled(about.one, about.other); });
    row->addWidget(chip);
    row->addStretch(1);
    column->addLayout(row);
    return widget;
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
    const auto addAnswer = [&](const QString& text, bool isSame) {
        auto* chip = new Chip(m_theme, Chip::Kind::Control);
        chip->setText(text);
        chip->setAccessibleDescription(question.what);
        row->addWidget(chip);
        connect(chip, &Chip::clicked, this,
                [this, about = question.about, isSame] { Q_EMIT settled(about.one, about.other, isSame); });
    };
    //: an answer to "is this the same machine as that?"
    addAnswer(tr("The same machine"), true);
    addAnswer(tr("Two machines"), false);
    row->addStretch(1);
    column->addLayout(row);
    return widget;
}

} // namespace stowage
