// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// A text from outside as one line that can be shown: control characters, line ends and marks that turn the
/// direction of writing become spaces, runs of spaces one; cut with an ellipsis after `longest` characters.
/// Still plain text: `<b>` is shown as `<b>`, never rendered.
QString plainLine(const QString& text, qsizetype longest = 200);

} // namespace stowage
