// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <string>
#include <vector>

namespace stowage {

/// A piece of text as searches know it: letters and digits in a row, without case and accents, in UTF-8. A
/// character of a script that is written without spaces (Chinese, Japanese, Thai, …) is a piece by itself.
struct AlertToken
{
    static constexpr size_t MostBytes = 64; ///< longer ones are cut

    std::string text;
    bool isCharacter = false; ///< of a script without spaces
    bool isJoined = false;    ///< no whitespace stands between it and the piece before

    bool operator==(const AlertToken&) const = default;
};

/// Of the first 16,384 characters.
std::vector<AlertToken> alertTokens(QStringView text);

} // namespace stowage
