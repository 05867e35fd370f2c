// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace stowage {

class Theme;

/// How something stands. Shown as a shape and a colour and, beside it, always a word.
enum class Status : quint8
{
    Critical,    ///< ▲
    Warning,     ///< ◆
    Fine,        ///< ●
    NotSeen,     ///< ◌
    Quarantined, ///< ◇
};

Token statusToken(Status status);

/// The shape of a status, as large as fits into `box` in even optical weight. Filled for Critical, Warning
/// and Fine; an outline for the others.
QPainterPath statusShape(Status status, const QRectF& box);

/// Draws the mark into the middle of `box`, which is metrics::Mark wide and high or larger.
void drawStatusMark(QPainter& painter, const QRectF& box, Status status, const Theme& theme);

} // namespace stowage
