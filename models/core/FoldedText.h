// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>
#include <string_view>

namespace stowage {

// Texts as they are searched and sorted: UTF-8 without difference of case. A tenth of the work that QString
// makes of it, and a table's column of them lies in one piece.

/// Writes the text behind what is there.
void appendFolded(std::string& to, QStringView text);

std::string folded(QStringView text);

/// Compares folded texts as people count: "n2" before "n10". A total order that does not depend on the
/// locale. Negative, zero, positive.
int compareFolded(std::string_view a, std::string_view b);

/// The beginning of a folded text from `from` on, as a number: where two differ, they stand as
/// compareFolded() says; where they do not, it has to be asked. Both texts must be the same before `from`,
/// which must not lie within a number.
quint64 foldedPrefix(std::string_view text, size_t from);

} // namespace stowage
