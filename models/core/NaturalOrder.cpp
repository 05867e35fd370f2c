// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/NaturalOrder.h"

#include "models/core/FoldedText.h"

namespace stowage {

int compareNatural(QStringView a, QStringView b)
{
    return compareFolded(folded(a), folded(b));
}

} // namespace stowage
