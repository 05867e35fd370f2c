// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <QByteArray>

#include <functional>

namespace stowage {

/// Gives the items of a list one after the other, each as a document of its own that lasts until the next
/// one: ten thousand alerts as one document would take five times their text in memory. False where the text
/// is no list, or an item of it no JSON; some items may have been given by then.
bool eachOfList(const QByteArray& text, const std::function<void(simdjson::dom::element)>& take);

} // namespace stowage
