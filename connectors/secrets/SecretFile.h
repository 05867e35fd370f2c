// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Secret.h"

namespace stowage {

/// A file with a secret may be no larger than this.
constexpr qsizetype SecretFileLimit = 64 * 1024;

/// The content of a file that nobody but its owner (this user, or root) may read, without the newline at its
/// end. `~/` is the home folder. Never waits: pipes and devices are refused.
Result<Secret> readSecretFile(const QString& path);

} // namespace stowage
