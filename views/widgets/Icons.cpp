// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace stowage {

QPixmap iconPixmap(const QString& name, int size, qreal devicePixelRatio, const QColor& color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    // Qt's renderer does not know CSS's currentColor.
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPixmap pixmap(QSizeF(size * devicePixelRatio, size * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace stowage
