// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QString>

namespace stowage {

/// What a session is told beside its profile.
struct SessionOptions
{
    QString dataFolder; ///< where the last known fleet and the manifests are kept
    Millis timeout{0};  ///< longest wait for one request; 0: as each source needs
};

} // namespace stowage
