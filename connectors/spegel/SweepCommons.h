// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/ContentBook.h"
#include "connectors/spegel/CopyCounts.h"
#include "models/ports/ContentLister.h"

namespace stowage {

/// What the sweeps of all nodes of a source share.
struct SweepCommons
{
    ContentBook book;
    CopyCounts copies;
    ContentLister* lister = nullptr; ///< where it reaches a node, HEADs are not needed
    Millis deadline{1'000};          ///< of a HEAD
    quint32 silences = 3;            ///< silent or unreachable answers in a row that end a node's part
    quint32 refusals = 16; ///< the same for refusals, which will not be something else when asked again
    size_t window = 512;   ///< cells under way at one node
    quint64 requests = 0;  ///< sent so far, canaries included
    quint64 answers = 0;   ///< cells answered so far
};

} // namespace stowage
