// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

class QPainter;

namespace stowage {

class Theme;

/// How wide the box of a key is.
int keyHintWidth(const QString& key);

/// Draws a key as a small box, its left edge at `middleLeft.x()`, centred on `middleLeft.y()`.
void drawKeyHint(QPainter& painter, QPoint middleLeft, const QString& key, const Theme& theme);

} // namespace stowage
