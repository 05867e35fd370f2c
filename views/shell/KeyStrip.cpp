// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/KeyStrip.h"

#include "models/core/Listed.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/widgets/KeyHint.h"

#include <QPainter>

#include <numeric>

namespace stowage {

namespace {

constexpr int WordGap = 5;
constexpr int KeyGap = 12;

} // namespace

KeyStrip::KeyStrip(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFont(fonts::label());
    setAccessibleName(tr("Keys"));
}

void KeyStrip::setKeys(std::vector<KeyHelp> keys)
{
    m_keys = std::move(keys);
    QStringList spoken;
    for (const KeyHelp& key : m_keys) {
        spoken << QStringLiteral("%1: %2").arg(key.key, key.does);
    }
    setAccessibleDescription(listed(spoken));
    updateGeometry();
    update();
}

int KeyStrip::widthOf(const KeyHelp& key) const
{
    return KeyGap + keyHintWidth(key.key) + WordGap + fontMetrics().horizontalAdvance(key.does);
}

QSize KeyStrip::sizeHint() const
{
    const int all = std::accumulate(m_keys.begin(), m_keys.end(), 0,
                                    [this](int sum, const KeyHelp& key) { return sum + widthOf(key); });
    return {all, 20};
}

size_t KeyStrip::fitting(int width) const
{
    if (m_keys.empty()) {
        return 0;
    }
    int room = width - widthOf(m_keys.back());
    size_t count = 1;
    while (count < m_keys.size() && room >= widthOf(m_keys[count - 1])) {
        room -= widthOf(m_keys[count - 1]);
        ++count;
    }
    return count;
}

void KeyStrip::paintEvent(QPaintEvent* /*event*/)
{
    const size_t count = fitting(width());
    if (count == 0) {
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    int right = width();
    const auto draw = [&](const KeyHelp& key) {
        const int words = fontMetrics().horizontalAdvance(key.does);
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(QRect(right - words, 0, words, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         key.does);
        right -= words + WordGap + keyHintWidth(key.key);
        drawKeyHint(painter, QPoint(right, height() / 2), key.key, m_theme);
        right -= KeyGap;
    };
    draw(m_keys.back());
    for (size_t i = count - 1; i > 0; --i) {
        draw(m_keys[i - 1]);
    }
}

} // namespace stowage
