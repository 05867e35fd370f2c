// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace stowage {

/// Compares as people count, whatever the case: "n2" before "n10". Negative, zero, positive. Does not depend
/// on the locale. For many comparisons fold each text once (FoldedText.h).
int compareNatural(QStringView a, QStringView b);

} // namespace stowage
