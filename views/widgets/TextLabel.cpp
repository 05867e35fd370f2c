// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/TextLabel.h"

#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QEvent>
#include <QPainter>

namespace stowage {

namespace {

constexpr int WrapFlags = Qt::TextWordWrap | Qt::TextWrapAnywhere;

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

void TextLabel::setNote(const QString& note)
{
    m_note = note;
    updateToolTip();
}

bool TextLabel::isElided() const
{
    return !m_wrapping && fontMetrics().horizontalAdvance(m_text) > width();
}

QSize TextLabel::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = metrics.horizontalAdvance(m_text);
    if (!m_wrapping) {
        return {width, metrics.height() + 2};
    }
    const int wrapped = std::min(width, 44 * metrics.averageCharWidth());
    return {wrapped, heightForWidth(wrapped)};
}

QSize TextLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int few = std::min(metrics.horizontalAdvance(m_text), 5 * metrics.averageCharWidth());
    return {few, metrics.height() + 2};
}

int TextLabel::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width), 100'000);
    return fontMetrics().boundingRect(room, WrapFlags, m_text).height() + 2;
}

void TextLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(isEnabled() ? m_ink : Token::Text3));
    if (m_wrapping) {
        painter.drawText(rect(), static_cast<int>(m_alignment) | WrapFlags, m_text);
        return;
    }
    painter.drawText(rect(), static_cast<int>(m_alignment) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_elide, width()));
}

void TextLabel::resizeEvent(QResizeEvent* /*event*/)
{
    updateToolTip();
}

void TextLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void TextLabel::updateToolTip()
{
    setToolTip(words::toolTip(isElided() ? m_text : m_note));
}

} // namespace stowage
