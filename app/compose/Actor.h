// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// Who acts here: $STOWAGE_ACTOR, else the login name. Never empty, one line, at most 64 characters.
QString currentActor();

} // namespace stowage
