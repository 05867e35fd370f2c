// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// A title or summary of Stowage's own rules in the program's language; the text itself where it has no
/// translation.
QString translatedRuleText(const QString& text);

/// Whether the text is among those that translators are given. Rules are data, which lupdate does not read.
bool isRuleTextKnown(const QString& text);

} // namespace stowage
