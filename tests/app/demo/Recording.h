// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/demo/RawHttp.h"

namespace stowage::test {

/// One recorded exchange (tests/recordings/README.md).
struct Recording
{
    QByteArray method;
    QByteArray target;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    RawAnswer answer;

    /// By path below tests/recordings, "distribution-2.8.2/v2.json". Ends the program when it cannot be read.
    static Recording load(const QString& path);
};

} // namespace stowage::test
