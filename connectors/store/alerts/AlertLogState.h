// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

namespace stowage {

/// How the log on disk stands.
struct AlertLogState
{
    quint64 waiting = 0;      ///< events that are not on disk yet
    quint64 waitingBytes = 0; ///< of memory, about
    quint64 dropped = 0;      ///< that never came there, because the disk refused for too long
    qint64 bytesOnDisk = 0;
    Millis lastWrite{0};   ///< how long the latest transaction took
    bool isWriting = true; ///< false: what comes is kept in memory, or not at all
    Error error{};         ///< unless it is writing

    bool operator==(const AlertLogState&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::AlertLogState)
