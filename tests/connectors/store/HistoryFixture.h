// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <QStringList>

namespace stowage::test {

/// 2026-11-21T20:00:00.000Z and so many seconds.
Timestamp seconds(int count);

/// The digest of a short text.
Digest digestOf(const QString& text);

/// An image of one platform with these layers.
Image imageOf(const QString& repository, const QString& tag, const QStringList& layers);

Delta deltaOf(const QString& source, Timestamp at);

/// A delta with something in every field of everything.
Delta everything();

/// What a restored fleet says, a line a fact, sorted: for comparing and for reading.
QStringList factsOf(const std::vector<Delta>& deltas);

} // namespace stowage::test
