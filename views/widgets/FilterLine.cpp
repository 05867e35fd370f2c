// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/FilterLine.h"

#include "views/theme/Metrics.h"
#include "views/widgets/Words.h"

#include <QKeyEvent>

namespace stowage {

namespace {

constexpr int Width = 220;

} // namespace

FilterLine::FilterLine(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("/ filter"));
    setAccessibleName(tr("Filter"));
    setTextMargins(metrics::Grid, 0, metrics::Grid, 0);
    setFixedSize(Width, metrics::Control);
}

void FilterLine::setProblem(const QString& problem)
{
    setToolTip(words::toolTip(problem));
    setAccessibleDescription(problem);
}

void FilterLine::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        text().isEmpty() ? void(Q_EMIT left()) : clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        Q_EMIT left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace stowage
