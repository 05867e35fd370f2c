// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/codes/CodeDialog.h"

#include "views/theme/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace stowage {
namespace {

constexpr int LongestCode = 64;
constexpr int Width = 380;

} // namespace

CodeDialog::CodeDialog(const QString& source, const QString& prompt, QWidget* parent)
    : QDialog(parent), m_line(new QLineEdit), m_send(new QPushButton(tr("Sign in")))
{
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(tr("One-time code for %1").arg(source));
    auto* words = new QLabel(prompt);
    words->setTextFormat(Qt::PlainText); // the prompt names what a server and a profile say
    words->setWordWrap(true);
    words->setBuddy(m_line);
    m_line->setMaxLength(LongestCode);
    m_line->setPlaceholderText(tr("code"));
    m_line->setAccessibleName(windowTitle());
    m_line->setAccessibleDescription(prompt);
    auto* later = new QPushButton(tr("Later"));
    later->setAutoDefault(false);
    m_send->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(later);
    buttons->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    column->setSpacing(metrics::Gap);
    column->addWidget(words);
    column->addWidget(m_line);
    column->addLayout(buttons);
    setMinimumWidth(Width);

    connect(m_line, &QLineEdit::textChanged, this, &CodeDialog::noteText);
    connect(m_send, &QPushButton::clicked, this, &QDialog::accept);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    noteText();
    m_line->setFocus();
}

Secret CodeDialog::code() const
{
    QString text = m_line->text();
    text.removeIf([](QChar c) { return c.isSpace(); });
    return Secret(text.toUtf8());
}

void CodeDialog::noteText()
{
    m_send->setEnabled(!code().isEmpty());
}

} // namespace stowage
