// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/WhatIf.h"
#include "views/theme/Token.h"

#include <QString>

#include <vector>

namespace stowage {

/// One line of the answer: "Layers lost  14  1.9 GiB".
struct WhatIfLine
{
    QString name;
    QString value;
    QString note;
    Token ink = Token::Text; ///< of the value: a status colour only when somebody should look
    QString whole;           ///< all that the note cuts short, for the tooltip; may be empty

    bool operator==(const WhatIfLine&) const = default;
};

/// The answer in words, the gravest first. What may be lost is a line of its own: it is neither lost nor
/// safe.
std::vector<WhatIfLine> whatIfLines(const PlacementMap& map, const WhatIf& answer);

} // namespace stowage
