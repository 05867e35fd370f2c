// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/RailButton.h"

#include "views/shell/Page.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Icons.h"
#include "views/widgets/Words.h"

#include <QEvent>
#include <QPainter>

namespace stowage {

namespace {

constexpr int IconTop = 9;
constexpr int LabelTop = 32;
constexpr int LabelHeight = 16;
constexpr int BarWidth = 3;

} // namespace

RailButton::RailButton(const Theme& theme, const Page& page, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_page(page)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(fonts::label());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

QSize RailButton::sizeHint() const
{
    return {metrics::Rail - 1, metrics::RailItem};
}

void RailButton::refresh()
{
    setText(m_page.title());
    const QString key = QString::number(m_page.key());
    const QString open = m_page.badge() > 0 ? tr(", %n open", nullptr, m_page.badge()) : QString();
    setAccessibleName(m_page.title() + open);
    setToolTip(words::toolTip(tr("%1 (key %2)").arg(m_page.title(), key) + open));
    update();
}

void RailButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_pixmap = {};
    }
    QAbstractButton::changeEvent(event);
}

const QPixmap& RailButton::pixmap()
{
    const bool stale = m_pixmap.isNull() || m_pixmapChecked != isChecked() ||
                       !qFuzzyCompare(m_pixmap.devicePixelRatio(), devicePixelRatioF());
    if (stale) {
        const QColor& color = m_theme.color(isChecked() ? Token::Text : Token::Text2);
        m_pixmap = iconPixmap(m_page.icon(), metrics::Icon, devicePixelRatioF(), color);
        m_pixmapChecked = isChecked();
    }
    return m_pixmap;
}

void RailButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (isChecked() || underMouse()) {
        painter.fillRect(rect(), m_theme.color(isChecked() ? Token::Raised : Token::Hover));
    }
    if (isChecked()) {
        painter.fillRect(QRect(0, 0, BarWidth, height()), m_theme.color(Token::Accent));
    }
    painter.drawPixmap(QPoint((width() - metrics::Icon) / 2, IconTop), pixmap());
    painter.setPen(m_theme.color(isChecked() ? Token::Text : Token::Text2));
    painter.setFont(font());
    painter.drawText(QRect(2, LabelTop, width() - 4, LabelHeight), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 6));
    QFont small = font();
    small.setPixelSize(10);
    painter.setFont(small);
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(QRect(0, 4, width() - 7, 12), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(m_page.key()));
    if (m_page.badge() > 0) {
        drawBadge(painter);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), metrics::ControlRadius,
                                metrics::ControlRadius);
    }
}

void RailButton::drawBadge(QPainter& painter) const
{
    const QString count = m_page.badge() > 99 ? QStringLiteral("99+") : QString::number(m_page.badge());
    QFont bold = font();
    bold.setPixelSize(10);
    bold.setWeight(QFont::DemiBold);
    const int size = 14;
    const int wide = std::max(size, QFontMetrics(bold).horizontalAdvance(count) + 7);
    constexpr int KeyWidth = 16; // at the right edge, see above
    const QRectF box(std::min(width() / 2.0 + 5, width() - KeyWidth - 1.0 * wide), 4, wide, size);
    const QColor& fill = m_theme.color(Token::Critical);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, size / 2.0, size / 2.0);
    painter.setFont(bold);
    painter.setPen(m_theme.textOn(fill));
    painter.drawText(box, Qt::AlignCenter, count);
}

} // namespace stowage
