// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace stowage {

/// The known name that a mistyped one most likely meant (by Levenshtein's distance, case aside, or by being
/// its beginning); empty when none is near.
QString nearestName(QStringView wanted, const QStringList& known);

} // namespace stowage
