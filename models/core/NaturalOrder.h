// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace stowage {

/// Compares as people count: "n2" before "n10", case only where all else is equal. Negative, zero, positive.
/// A total order that does not depend on the locale.
int compareNatural(QStringView a, QStringView b);

} // namespace stowage
