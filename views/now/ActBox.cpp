// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/ActBox.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr int LongestText = 1'000;

} // namespace

ActBox::ActBox(const Theme& theme, const Words& words, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this)), m_line(new QLineEdit),
      m_do(new Chip(theme, Chip::Kind::Primary)),
      m_problem(new TextLabel(theme, fonts::secondary(), Token::Warning))
{
    setAccessibleName(words.title);
    m_column->setContentsMargins(metrics::Margin, metrics::Gap, metrics::Margin, metrics::Gap);
    m_column->setSpacing(metrics::Grid + 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    auto* title = new TextLabel(theme, fonts::strong(), Token::Text);
    title->setText(words.title);
    title->setKeepsSize(true);
    m_line->setPlaceholderText(words.placeholder);
    m_line->setAccessibleName(QStringLiteral("%1: %2").arg(words.title, words.placeholder));
    m_line->setMaxLength(LongestText);
    m_line->setFixedHeight(metrics::Control);
    m_line->setTextMargins(metrics::Grid, 0, metrics::Grid, 0);
    m_line->installEventFilter(this);
    m_do->setText(words.verb);
    m_do->setKey(tr("Enter"));
    auto* no = new Chip(theme, Chip::Kind::Control);
    no->setText(tr("Leave"));
    no->setKey(QStringLiteral("Esc"));
    row->addWidget(title);
    row->addWidget(m_line, 1);
    row->addWidget(m_do);
    row->addWidget(no);
    m_column->addLayout(row);
    m_problem->setWrapping(true);
    m_problem->hide();
    m_column->addWidget(m_problem);
    connect(m_do, &Chip::clicked, this, [this] { accept(); });
    connect(no, &Chip::clicked, this, &ActBox::leave);
    connect(m_line, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    hide();
}

void ActBox::openWith(const QString& text)
{
    setProblem({});
    m_line->setText(text);
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void ActBox::leave()
{
    if (!isHidden()) {
        hide();
        Q_EMIT left();
    }
}

QString ActBox::text() const
{
    return m_line->text().trimmed();
}

void ActBox::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ActBox::addBelow(QWidget* widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void ActBox::accept()
{
    Q_EMIT accepted(text());
}

bool ActBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        leave();
        return true;
    }
    if (takeKey(key)) {
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        accept();
        return true;
    }
    return false;
}

void ActBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

} // namespace stowage
