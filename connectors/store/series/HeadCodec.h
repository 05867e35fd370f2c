// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/OpenTracks.h"

#include <QByteArray>

namespace stowage {

/// Samples of one track as they lie in a row of the head table.
struct HeadEntry
{
    TrackId track;
    std::vector<OpenSample> samples;

    bool operator==(const HeadEntry&) const = default;
};

/// A row of the head table: quick to write, for it is read after a kill only.
QByteArray headToBytes(const std::vector<HeadEntry>& entries);

/// The same back; false when the bytes make no sense, with what did before them.
bool headFromBytes(QByteArrayView bytes, std::vector<HeadEntry>& entries);

} // namespace stowage
