// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Status.h"

#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

#include <QPainter>

namespace stowage {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

} // namespace

Token statusToken(Status status)
{
    switch (status) {
    case Status::Critical:
        return Token::Critical;
    case Status::Warning:
        return Token::Warning;
    case Status::Fine:
        return Token::Fine;
    case Status::NotSeen:
    case Status::Quarantined:
        break;
    }
    return Token::Unknown;
}

QPainterPath statusShape(Status status, const QRectF& box)
{
    const qreal side = std::min<qreal>({box.width(), box.height(), metrics::Mark});
    const QPointF c = box.center();
    const qreal r = side / 2;
    switch (status) {
    case Status::Critical:
        return polygon(
            {{c.x(), c.y() - r * 0.9}, {c.x() + r, c.y() + r * 0.85}, {c.x() - r, c.y() + r * 0.85}});
    case Status::Warning:
    case Status::Quarantined:
        return polygon({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}});
    case Status::Fine:
    case Status::NotSeen:
        break;
    }
    QPainterPath circle;
    circle.addEllipse(c, r * 0.8, r * 0.8);
    return circle;
}

void drawStatusMark(QPainter& painter, const QRectF& box, Status status, const Theme& theme)
{
    const QColor& color = theme.color(statusToken(status));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (status == Status::NotSeen || status == Status::Quarantined) {
        QPen pen(color, 1.25);
        if (status == Status::NotSeen) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({1.7, 1.3});
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(statusShape(status, box.adjusted(0.75, 0.75, -0.75, -0.75)));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPath(statusShape(status, box));
    }
    painter.restore();
}

} // namespace stowage
