// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/HelpBox.h"

#include "models/core/Listed.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/KeyHint.h"
#include "views/widgets/Surface.h"

#include <QKeyEvent>
#include <QPainter>

namespace stowage {

namespace {

constexpr int ColumnWidth = 300;
constexpr int KeyWidth = 76;
constexpr int Line = 26;
constexpr int TitleHeight = 34;

} // namespace

HelpBox::HelpBox(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    hide();
}

void HelpBox::openWith(std::vector<Group> groups)
{
    std::erase_if(groups, [](const Group& group) { return group.keys.empty(); });
    m_groups = std::move(groups);
    QStringList spoken;
    for (const Group& group : m_groups) {
        for (const KeyHelp& key : group.keys) {
            spoken << QStringLiteral("%1: %2").arg(key.key, key.does);
        }
    }
    setAccessibleDescription(listed(spoken));
    resize(sizeHint());
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

QSize HelpBox::sizeHint() const
{
    size_t longest = 0;
    for (const Group& group : m_groups) {
        longest = std::max(longest, group.keys.size());
    }
    const int columns = std::max(1, static_cast<int>(m_groups.size()));
    return {columns * ColumnWidth + 2 * metrics::Margin,
            TitleHeight + static_cast<int>(longest) * Line + 2 * metrics::Margin};
}

void HelpBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawSurface(painter, rect(), m_theme);
    int left = metrics::Margin;
    for (const Group& group : m_groups) {
        int top = metrics::Margin;
        painter.setFont(fonts::strong());
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(QRect(left, top, ColumnWidth, TitleHeight - metrics::Gap),
                         Qt::AlignLeft | Qt::AlignVCenter, group.title);
        top += TitleHeight;
        for (const KeyHelp& key : group.keys) {
            drawKeyHint(painter, QPoint(left, top + Line / 2), key.key, m_theme);
            const QRect room(left + KeyWidth, top, ColumnWidth - KeyWidth - metrics::Margin, Line);
            painter.setFont(fonts::body());
            painter.setPen(m_theme.color(Token::Text2));
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(fonts::body()).elidedText(key.does, Qt::ElideRight, room.width()));
            top += Line;
        }
        left += ColumnWidth;
    }
}

void HelpBox::keyPressEvent(QKeyEvent* /*event*/)
{
    leave();
}

void HelpBox::mousePressEvent(QMouseEvent* /*event*/)
{
    leave();
}

void HelpBox::focusOutEvent(QFocusEvent* /*event*/)
{
    leave();
}

void HelpBox::leave()
{
    if (!isHidden()) {
        hide();
        Q_EMIT closed();
    }
}

} // namespace stowage
