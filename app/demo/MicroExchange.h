// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroEngine.h"

namespace stowage {

/// It belongs to the connection and not to the request: the library does not tell the end of a request that
/// it refuses itself.
struct MicroEngine::Exchange
{
    MicroSite* site = nullptr; ///< null: the site has left, no answer any more
    MHD_Connection* connection = nullptr;
    int socket = -1;
    QByteArray target;
    QByteArray body; ///< of the request, as far as it is kept
    bool headersSeen = false;
    bool hangs = false;
    bool isAbandoned = false;            ///< the client left while it hung
    std::shared_ptr<MicroStream> stream; ///< what its answer goes on with
};

} // namespace stowage
