// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace stowage::test {

/// The house's rules for one source file, as text in and complaints out, so that the rules themselves can be
/// tested.
class WallRules
{
public:
    /// Includes of `text` that `path` (relative to the top, with /) must not have, and other breaches of the
    /// house: a missing licence line, a file too long to hold in the head.
    static QStringList complaints(const QString& path, const QString& text);

    /// The types that a header defines outside of others. All lie in one namespace, and the linker takes two
    /// of one name for one and the same without a word: what is made by the one is then read as the other.
    static QStringList typesOf(const QString& text);
};

} // namespace stowage::test
