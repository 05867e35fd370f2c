// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace stowage {

/// Tells every layout above that this widget has another size now. Layouts pass that on by themselves only
/// while they are visible; what changes in a hidden panel would keep its old height when the panel is shown.
void refit(QWidget* widget);

} // namespace stowage
