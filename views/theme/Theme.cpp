// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/Theme.h"

#include "models/core/Listed.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

qreal luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& base, const QColor& over, qreal opacity)
{
    const auto channel = [opacity](float from, float to) {
        return static_cast<float>(from + (to - from) * opacity);
    };
    return QColor::fromRgbF(channel(base.redF(), over.redF()), channel(base.greenF(), over.greenF()),
                            channel(base.blueF(), over.blueF()));
}

} // namespace

qreal contrastRatio(const QColor& a, const QColor& b)
{
    const qreal first = luminance(a);
    const qreal second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Theme::Theme() : m_name(QStringLiteral("plain"))
{
    m_colors.fill(QColor(Qt::white));
    m_series.fill(QColor(Qt::darkGray));
    for (const TokenInfo& info : TokenTable) {
        if (info.token >= Token::Line) {
            m_colors[static_cast<std::size_t>(info.token)] = QColor(Qt::darkGray);
        }
    }
    m_colors[static_cast<std::size_t>(Token::Text)] = QColor(Qt::black);
    m_colors[static_cast<std::size_t>(Token::Text2)] = QColor(Qt::black);
}

Result<Theme> Theme::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail({ErrorKind::NotFound,
                     tr("the theme cannot be read: %1").arg(file.errorString()),
                     path,
                     tr("name one of the built-in themes: %1").arg(listed(builtInNames())),
                     {}});
    }
    return parse(file.readAll(), path);
}

QStringList Theme::builtInNames()
{
    return {QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("high-contrast"),
            QStringLiteral("red-green")};
}

QString Theme::builtInPath(const QString& name)
{
    return QStringLiteral(":/themes/%1.json").arg(name);
}

Theme Theme::builtIn(const QString& name)
{
    return load(builtInPath(name)).value_or(Theme());
}

QColor Theme::blend(Token over, Token base, qreal opacity) const
{
    return mixed(color(base), color(over), opacity);
}

QColor Theme::textOn(const QColor& background) const
{
    const QColor& text = color(Token::Text);
    const QColor& window = color(Token::Window);
    return contrastRatio(text, background) >= contrastRatio(window, background) ? text : window;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Window));
    palette.setColor(QPalette::WindowText, color(Token::Text));
    palette.setColor(QPalette::Base, color(Token::Panel));
    palette.setColor(QPalette::AlternateBase, color(Token::Raised));
    palette.setColor(QPalette::Text, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Text3));
    palette.setColor(QPalette::Button, color(Token::Raised));
    palette.setColor(QPalette::ButtonText, color(Token::Text));
    palette.setColor(QPalette::BrightText, color(Token::Text));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    palette.setColor(QPalette::Highlight, color(Token::Hover));
    palette.setColor(QPalette::HighlightedText, color(Token::Text));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, color(Token::Hover));
    palette.setColor(QPalette::Midlight, color(Token::Raised));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Dark, color(Token::Line));
    palette.setColor(QPalette::Shadow, color(Token::Window));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    }
    return palette;
}

} // namespace stowage
