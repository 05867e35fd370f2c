// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace stowage {

/// Entries one after the other as the reader's language separates them, for people: "n1, n2, n3". Programs
/// read JSON.
QString listed(const QStringList& entries);

} // namespace stowage
