// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// Why a sample cannot be true. The numbers are kept on disk: never give one a new meaning.
enum class SampleReason : quint8
{
    None = 0,        ///< it can
    NotANumber = 1,  ///< NaN or an infinity
    Negative = 2,    ///< of what cannot be below zero
    AboveWhole = 3,  ///< over 100 %, or more used than there is
    AboveDevice = 4, ///< above what a device of this class, this link, this many cores can do
    FromTheFuture = 5,
    Ancient = 6,       ///< its stamp lies before anything that this source can know
    Repeated = 7,      ///< the stamp of a sample that is known, with another value
    OutOfOrder = 8,    ///< older than what was told before, and no backfill
    FirstAfterGap = 9, ///< a rate over a silence: the whole of a counter in one step
    CounterReset = 10, ///< a rate over a reset or a wrap
    UnitSlip = 11,     ///< off by 1000, 1024, 8 or a power of them against its own past
    WentBack = 12,     ///< of what only grows: an uptime without a restart
    Contradicted = 13, ///< other facts of the same moment exclude it
};

/// "above what any disk of this class can write": the stable words, English, for documents and logs.
QString sampleReasonName(SampleReason reason); ///< "aboveDevice", as JSON prints it
QString sampleReasonText(SampleReason reason); ///< for a person, translated

} // namespace stowage
