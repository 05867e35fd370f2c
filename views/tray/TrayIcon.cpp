// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tray/TrayIcon.h"

#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace stowage {
namespace {

constexpr std::array Sizes{16, 22, 24, 32, 48, 64};
constexpr qsizetype LongestText = 1'000;

/// ▲ critical, ◆ warning, ● fine, ◌ not seen: as everywhere else, so that colour is never the only
/// difference.
QPainterPath shapeOf(Token token, const QRectF& box)
{
    QPainterPath path;
    switch (token) {
    case Token::Critical:
        path.moveTo(box.center().x(), box.top());
        path.lineTo(box.bottomRight());
        path.lineTo(box.bottomLeft());
        path.closeSubpath();
        break;
    case Token::Warning:
        path.moveTo(box.center().x(), box.top());
        path.lineTo(box.right(), box.center().y());
        path.lineTo(box.center().x(), box.bottom());
        path.lineTo(box.left(), box.center().y());
        path.closeSubpath();
        break;
    default:
        path.addEllipse(box);
    }
    return path;
}

} // namespace

TrayIcon::TrayIcon(QString context, const Theme& theme, QObject* parent)
    : QObject(parent), m_context(std::move(context)), m_theme(theme)
{
    m_menu.addAction(tr("Open Stowage"), this, &TrayIcon::opened);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &TrayIcon::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            Q_EMIT opened();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::balloonOpened);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::show(const TrayStanding& standing)
{
    if (m_shown == standing) {
        return;
    }
    m_shown = standing;
    QIcon icon;
    for (const int size : Sizes) {
        icon.addPixmap(mark(standing, m_theme, size));
    }
    m_icon.setIcon(icon);
    m_icon.setToolTip(QStringLiteral("Stowage · %1\n%2").arg(plain(m_context), standing.words()));
    m_icon.show();
}

void TrayIcon::say(const QString& title, const QString& text, bool isCritical)
{
    m_icon.showMessage(plain(title), plain(text),
                       isCritical ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning);
}

/// Line by line: other control characters are shown as marks.
QString TrayIcon::plain(const QString& text)
{
    const bool isTooLong = text.size() > LongestText;
    QStringList lines = text.left(LongestText).split(QLatin1Char('\n'));
    for (QString& line : lines) {
        line = words::visible(line);
        line.replace(QLatin1Char('<'), QChar(0x2039)); // looks alike, and begins no tag
        line.replace(QLatin1Char('>'), QChar(0x203A));
    }
    return lines.join(QLatin1Char('\n')) + (isTooLong ? QString(QChar(0x2026)) : QString());
}

QPixmap TrayIcon::mark(const TrayStanding& standing, const Theme& theme, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const Token token = standing.token();
    const qreal margin = size / 8.0;
    const QRectF box = QRectF(0, 0, size, size).adjusted(margin, margin, -margin, -margin);
    if (token == Token::Unknown) {
        painter.setPen(QPen(theme.color(token), size / 10.0, Qt::DotLine));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(token));
    }
    painter.drawPath(shapeOf(token, box));
    return pixmap;
}

} // namespace stowage
