// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/StoredPoint.h"
#include "models/core/Error.h"

#include <QByteArray>

#include <memory>
#include <span>

namespace stowage {

/// Points of one track as bytes and back, every bit of them: times and values as columns of whole numbers
/// where they are such (IntegerColumn, DecimalColumn), zstd over all where that helps, and a checksum.
/// Minima, maxima and counts cost nothing while they are those of plain samples.
class ChunkCodec
{
public:
    static constexpr size_t MostPoints = 65'535;

    ChunkCodec();
    ~ChunkCodec();
    ChunkCodec(const ChunkCodec&) = delete;
    ChunkCodec& operator=(const ChunkCodec&) = delete;

    /// At least one point, at most MostPoints, in any order.
    QByteArray encode(std::span<const StoredPoint> points);

    /// Appends the points to `points`; leaves it alone when the bytes make no sense.
    Result<void> decode(QByteArrayView bytes, StoredPoints& points);

private:
    struct Zstd;

    bool take(QByteArrayView payload, StoredPoints& points);

    std::unique_ptr<Zstd> m_zstd;
    std::vector<qint64> m_numbers; ///< room that is used again
    std::vector<double> m_values;
};

} // namespace stowage
