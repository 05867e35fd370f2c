// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/HeadCodec.h"

#include "connectors/store/series/ByteStream.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr quint8 Version = 1;

bool isPeak(const OpenSample& sample)
{
    return std::bit_cast<quint64>(sample.peak) != std::bit_cast<quint64>(sample.value);
}

/// Modulo 2^64, so that any stamps come back.
qint64 distance(qint64 from, qint64 to)
{
    return static_cast<qint64>(static_cast<quint64>(to) - static_cast<quint64>(from));
}

qint64 advanced(qint64 from, qint64 by)
{
    return static_cast<qint64>(static_cast<quint64>(from) + static_cast<quint64>(by));
}

} // namespace

QByteArray headToBytes(const std::vector<HeadEntry>& entries)
{
    size_t count = 0;
    for (const HeadEntry& entry : entries) {
        count += entry.samples.size();
    }
    ByteWriter writer;
    const size_t foreseen = 1 + 12 * count + 8 * entries.size();
    writer.buffer().reserve(static_cast<qsizetype>(foreseen));
    writer.put(Version);
    qint64 at = 0;
    for (const HeadEntry& entry : entries) {
        const bool hasPeaks = std::ranges::any_of(entry.samples, isPeak);
        writer.putSigned(entry.track.series);
        writer.putSigned(entry.track.span);
        writer.putVarint(entry.samples.size() << 1 | (hasPeaks ? 1 : 0));
        for (const OpenSample& sample : entry.samples) {
            writer.putSigned(distance(at, sample.at));
            writer.putDouble(sample.value);
            if (hasPeaks) {
                writer.putDouble(sample.peak);
            }
            at = sample.at;
        }
    }
    return writer.bytes();
}

bool headFromBytes(QByteArrayView bytes, std::vector<HeadEntry>& entries)
{
    ByteReader reader(bytes);
    if (reader.take() != Version) {
        return false;
    }
    qint64 at = 0;
    while (reader.left() > 0) {
        HeadEntry entry;
        entry.track.series = reader.takeSigned();
        entry.track.span = reader.takeSigned();
        const quint64 size = reader.takeVarint();
        const bool hasPeaks = (size & 1) != 0;
        // Nine bytes a sample at least: what promises more is not believed, nor made room for.
        if (!reader.ok() || (size >> 1) > static_cast<quint64>(reader.left()) / 9) {
            return false;
        }
        entry.samples.reserve(size >> 1);
        for (quint64 i = 0; i < size >> 1; ++i) {
            at = advanced(at, reader.takeSigned());
            const double value = reader.takeDouble();
            entry.samples.push_back({at, value, hasPeaks ? reader.takeDouble() : value});
        }
        if (!reader.ok()) {
            return false;
        }
        entries.push_back(std::move(entry));
    }
    return true;
}

} // namespace stowage
