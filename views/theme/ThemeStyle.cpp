// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/ThemeStyle.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

namespace stowage {

namespace {

constexpr int ArrowRoom = 12;

/// A rounded box whose 1 px border lies on whole pixels.
void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, qreal radius,
             qreal width = 1)
{
    const qreal inset = width / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, width));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

} // namespace

ThemeStyle::ThemeStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))), m_theme(theme)
{
}

void ThemeStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QScrollBar*>(widget) != nullptr ||
        qobject_cast<QHeaderView*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(option, painter);
        return;
    case PE_FrameFocusRect:
        drawBox(painter, option->rect, Qt::transparent, m_theme.color(Token::Accent), metrics::ControlRadius,
                2);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit: {
        const bool focus = option->state.testFlag(State_HasFocus);
        drawBox(painter, option->rect, m_theme.color(Token::Raised),
                m_theme.color(focus ? Token::Accent : Token::Line), metrics::ControlRadius, focus ? 2 : 1);
        return;
    }
    case PE_FrameLineEdit:
    case PE_IndicatorHeaderArrow:
        // Heads draw their arrow behind their words.
        return;
    case PE_PanelTipLabel:
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, m_theme.color(Token::Raised));
        painter->setPen(m_theme.color(Token::Line));
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter);
        return;
    case CE_ShapedFrame:
        // Panels draw the only frames there are.
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr
                   ? 0
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin:
        return metrics::Gap;
    case PM_ToolTipLabelFrameWidth:
        return metrics::Grid;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        wanted = QSize(size.width() + 2 * metrics::Margin, metrics::Control);
    } else if (type == CT_LineEdit) {
        wanted.setHeight(metrics::Control);
    }
    return wanted;
}

void ThemeStyle::drawHeaderSection(const QStyleOption* option, QPainter* painter) const
{
    painter->fillRect(option->rect, m_theme.color(Token::Panel));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      m_theme.color(Token::Line));
}

void ThemeStyle::drawHeaderLabel(const QStyleOption* option, QPainter* painter) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (header == nullptr) {
        return;
    }
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const bool right = (header->textAlignment & Qt::AlignRight) != 0;
    QRect room = option->rect;
    const QString words = option->fontMetrics.elidedText(header->text, Qt::ElideRight,
                                                         room.width() - (sorted ? ArrowRoom : 0) + 1);
    const int wide = option->fontMetrics.horizontalAdvance(words);
    painter->setPen(m_theme.color(sorted ? Token::Text : Token::Text2));
    painter->drawText(room,
                      static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) |
                          Qt::TextSingleLine | Qt::TextDontClip,
                      words);
    if (!sorted) {
        return;
    }
    const qreal middle =
        right ? room.right() - wide - ArrowRoom / 2.0 : room.left() + wide + ArrowRoom / 2.0 + 2;
    // Qt names the arrow by where it points from: "down" stands for ascending.
    const qreal tip = header->sortIndicator == QStyleOptionHeader::SortDown ? -2.0 : 2.0;
    const QPointF c(middle, room.center().y() + 1.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Token::Text2));
    painter->drawPolygon(QPolygonF({c + QPointF(-3.5, -tip), c + QPointF(3.5, -tip), c + QPointF(0, tip)}));
    painter->restore();
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_HeaderLabel) {
        return option->rect.adjusted(metrics::Gap, 0, -metrics::Gap, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void ThemeStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (bar == nullptr) {
        return;
    }
    painter->fillRect(option->rect, m_theme.color(Token::Panel));
    const QRect slider = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    if (bar->minimum == bar->maximum || !slider.isValid()) {
        return;
    }
    const bool grabbed = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
    const QRect thumb =
        bar->orientation == Qt::Vertical ? slider.adjusted(3, 1, -3, -1) : slider.adjusted(1, 3, -1, -3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(grabbed ? m_theme.color(Token::Text3)
                              : m_theme.blend(Token::Text3, Token::Panel, 0.45));
    painter->drawRoundedRect(thumb, 3, 3);
    painter->restore();
}

void ThemeStyle::drawButton(const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool pressed = option->state.testFlag(State_Sunken);
    const bool over = enabled && option->state.testFlag(State_MouseOver);
    const bool focus = option->state.testFlag(State_HasFocus);
    const QColor fill = m_theme.color(pressed || over ? Token::Hover : Token::Raised);
    drawBox(painter, option->rect, fill, m_theme.color(focus ? Token::Accent : Token::Line),
            metrics::ControlRadius, focus ? 2 : 1);
}

void applyTheme(QApplication& application, const Theme& theme)
{
    application.setFont(fonts::body());
    QToolTip::setFont(fonts::secondary());
    QApplication::setStyle(new ThemeStyle(theme));
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
}

} // namespace stowage
