// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/TextLabel.h"

#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr int KeptWidth = 420;

/// Lays the text out in lines of this width and returns their height. Words too long for a line are broken.
qreal layOut(QTextLayout& layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

TextLabel::TextLabel(const Theme& theme, const QFont& font, Token ink, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_ink(ink)
{
    setFont(font);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TextLabel::setText(const QString& text)
{
    const QString shown = words::visible(text);
    if (m_text == shown) {
        return;
    }
    m_text = shown;
    measure();
    setAccessibleName(shown);
    updateGeometry();
    updateToolTip();
    update();
}

void TextLabel::setInk(Token ink)
{
    if (m_ink != ink) {
        m_ink = ink;
        update();
    }
}

void TextLabel::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    QSizePolicy policy(QSizePolicy::Preferred, wrapping ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wrapping);
    setSizePolicy(policy);
    setAlignment(wrapping ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter);
}

void TextLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void TextLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

void TextLabel::setKeepsSize(bool keeps)
{
    m_keepsSize = keeps;
    updateGeometry();
}

void TextLabel::setNote(const QString& note)
{
    m_note = note;
    updateToolTip();
}

bool TextLabel::isElided() const
{
    return !m_wrapping && m_textWidth > width();
}

QSize TextLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    // Rounded down, it would be elided in its own size.
    const int width = static_cast<int>(std::ceil(m_textWidth));
    if (!m_wrapping) {
        return {width, metrics.height() + 2};
    }
    const int wrapped = std::min(width, 44 * metrics.averageCharWidth());
    return {wrapped, heightForWidth(wrapped)};
}

QSize TextLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = static_cast<int>(std::ceil(m_textWidth));
    if (m_keepsSize) {
        return {std::min(width, KeptWidth), metrics.height() + 2};
    }
    const int few = std::min(width, 5 * metrics.averageCharWidth());
    return {few, metrics.height() + 2};
}

int TextLabel::heightForWidth(int width) const
{
    // A layout asks for the width of its column, though it will not give more than the maximum.
    const int given = std::clamp(width, 1, maximumWidth());
    if (m_wrapped.width() != given) {
        QTextLayout layout(m_text, font());
        m_wrapped = {given, static_cast<int>(std::ceil(layOut(layout, given))) + 2};
    }
    return m_wrapped.height();
}

void TextLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(isEnabled() ? m_ink : Token::Text3));
    if (m_wrapping) {
        QTextOption option(m_alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        painter.drawText(QRectF(rect()), m_text, option);
        return;
    }
    painter.drawText(rect(), static_cast<int>(m_alignment) | Qt::TextSingleLine,
                     isElided() ? fontMetrics().elidedText(m_text, m_elide, width()) : m_text);
}

void TextLabel::resizeEvent(QResizeEvent* /*event*/)
{
    updateToolTip();
}

void TextLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        measure();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void TextLabel::measure()
{
    m_textWidth = QFontMetricsF(font()).horizontalAdvance(m_text);
    m_wrapped = {};
}

void TextLabel::updateToolTip()
{
    setToolTip(words::toolTip(isElided() ? m_text : m_note));
}

} // namespace stowage
