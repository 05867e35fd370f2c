// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Unit.h"

#include <QString>
#include <QStringList>

namespace stowage {

/// A column as a filter knows it; its index in the list is its name from then on.
struct FilterColumn
{
    QString id; ///< "bytes"
    Unit unit = Unit::Text;
    QStringList ranks{}; ///< of a text that has an order of its own: its values, the least first
};

} // namespace stowage
