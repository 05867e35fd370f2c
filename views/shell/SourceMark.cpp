// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/SourceMark.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QPainter>

namespace stowage {

namespace {

constexpr int Gap = 6;
constexpr int LongestId = 160;

} // namespace

SourceMark::SourceMark(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setFont(fonts::secondary());
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void SourceMark::setSource(const SourceStatus& source, Timestamp now)
{
    m_id = source.id;
    m_shownId = fontMetrics().elidedText(words::visible(source.id), Qt::ElideMiddle, LongestId);
    m_status = words::statusOf(source);
    const QString state = words::sourceState(source);
    const bool seen = source.lastAnswer != Timestamp{};
    const QString age = words::age(source.lastAnswer, now);
    // A fine source needs no word, its age says enough.
    m_detail = m_status == Status::Fine ? age : seen ? state + QLatin1Char(' ') + age : state;
    const QString why = source.error ? QStringLiteral(" · ") + source.error->message : QString();
    setAccessibleName(words::visible(QStringLiteral("%1: %2, %3").arg(source.id, state, age)));
    setToolTip(words::toolTip(QStringLiteral("%1: %2, %3%4").arg(source.id, state, age, why)));
    update();
}

QSize SourceMark::sizeHint() const
{
    const QFontMetrics measure = fontMetrics();
    return {metrics::Mark + Gap + measure.horizontalAdvance(m_shownId) + Gap - 1 +
                measure.horizontalAdvance(m_detail) + 2,
            metrics::Foot - 6};
}

void SourceMark::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawStatusMark(
        painter,
        QRectF(1, (height() - metrics::Mark) / 2.0, metrics::Mark, metrics::Mark).adjusted(1, 1, -1, -1),
        m_status, m_theme);
    painter.setFont(font());
    painter.setPen(m_theme.color(underMouse() || hasFocus() ? Token::Accent : Token::Text));
    int left = metrics::Mark + Gap;
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, m_shownId);
    left += fontMetrics().horizontalAdvance(m_shownId) + Gap - 1;
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, m_detail);
    if (hasFocus()) {
        painter.fillRect(QRect(0, height() - 2, width(), 2), m_theme.color(Token::Accent));
    }
}

} // namespace stowage
