// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/NastyServer.h"

#include <limits>

namespace stowage::test {

/// Answers every `query_range` with a point a step, or refuses as real servers do.
struct RangeServer
{
    qint64 mostPoints = std::numeric_limits<qint64>::max(); ///< more are refused
    int refusal = 400;                                      ///< with this status
    qint64 brokenBefore = 0;                                ///< s: pieces that begin before are answered 500
    int seriesAPiece = 1;
    QByteArray beside{}; ///< members beside the data

    ServerHandler handler() const;
};

} // namespace stowage::test
