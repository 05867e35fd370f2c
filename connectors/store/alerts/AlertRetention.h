// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stowage {

/// For how long the log of alerts reaches back: years, as far as its file has room for them. About 600 bytes
/// an event.
struct AlertRetention
{
    /// Bytes in use; beyond, the oldest events go.
    qint64 maxBytes = qint64{4} << 30;
};

} // namespace stowage
