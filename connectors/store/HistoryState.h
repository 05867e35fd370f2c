// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

namespace stowage {

/// How the database of the last known fleet stands.
struct HistoryState
{
    quint64 waiting = 0;   ///< images, nodes, sightings that are not on disk yet
    bool isWriting = true; ///< false: the disk refuses, or the file is not ours to touch
    Error error{};         ///< unless it is writing

    bool operator==(const HistoryState&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::HistoryState)
