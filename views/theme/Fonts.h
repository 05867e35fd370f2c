// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace stowage::fonts {

// Inter and JetBrains Mono where they are installed, else the system's own. Sizes are device-independent
// pixels.
QFont body();      ///< 13: values and sentences
QFont strong();    ///< 13 semibold: names, panel titles
QFont secondary(); ///< 12: the line below a value, notes
QFont label();     ///< 11: labels, column heads, keys
QFont value();     ///< 20 semibold: the number of a tile
QFont mono();      ///< 12 monospaced: digests, addresses, what is copied

/// Makes the fonts of every first screen ready, so that this time can be spent while something else is waited
/// for. They are found and loaded when first used otherwise.
void load();

} // namespace stowage::fonts
