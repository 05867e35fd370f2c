// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace stowage {

/// An icon of resources/icons in one colour, `size` device-independent pixels wide and high. Null when there
/// is none of that name. It parses and paints: keep the result.
QPixmap iconPixmap(const QString& name, int size, qreal devicePixelRatio, const QColor& color);

} // namespace stowage
