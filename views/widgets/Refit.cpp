// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Refit.h"

#include <QWidget>

namespace stowage {

void refit(QWidget* widget)
{
    for (QWidget* above = widget; above != nullptr && !above->isWindow(); above = above->parentWidget()) {
        above->updateGeometry();
    }
}

} // namespace stowage
