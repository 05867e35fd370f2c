// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace stowage {

/// The known name that `name` was most likely meant to be: fewest edits (Levenshtein, regardless of case), at
/// most a third of its letters or two. Empty when none is that near.
QString nearestName(const QString& name, const QStringList& known);

} // namespace stowage
