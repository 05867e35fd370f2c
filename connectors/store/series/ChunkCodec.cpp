// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/ChunkCodec.h"

#include "connectors/store/series/DecimalColumn.h"
#include "connectors/store/series/IntegerColumn.h"

#include <zstd.h>

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChunkCodec)
};

constexpr quint8 Version = 1;
constexpr quint8 IsPacked = 0x80; ///< by zstd
constexpr qsizetype HeaderSize = 5;
constexpr int Level = 3;
/// Six columns of MostPoints at most, nine bytes a number and some to spare: a chunk that unpacks to more is
/// none of ours.
constexpr quint64 MostUnpacked = 16U << 20;

constexpr quint8 HasMin = 0x01;   ///< some minimum is not the mean
constexpr quint8 HasMax = 0x02;   ///< some maximum is not the mean
constexpr quint8 HasCount = 0x04; ///< some count is not one
constexpr quint8 KnownShape = HasMin | HasMax | HasCount;

/// FNV-1a over words of eight bytes: no two chunks that differ in one word have one sum before it is folded.
quint32 checksum(QByteArrayView bytes)
{
    constexpr quint64 Prime = 0x100000001b3;
    quint64 sum = 0xcbf29ce484222325;
    const auto add = [&sum](quint64 word) {
        sum = (sum ^ word) * Prime;
        sum ^= sum >> 29;
    };
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        add(qFromLittleEndian<quint64>(bytes.data() + at));
    }
    for (; at < bytes.size(); ++at) {
        add(static_cast<quint8>(bytes[at]));
    }
    return static_cast<quint32>(sum ^ (sum >> 32));
}

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

quint8 shapeOf(std::span<const StoredPoint> points)
{
    quint8 shape = 0;
    for (const StoredPoint& point : points) {
        shape |= static_cast<quint8>((isSame(point.min, point.sum) ? 0 : HasMin) |
                                     (isSame(point.max, point.sum) ? 0 : HasMax) |
                                     (point.count == 1 ? 0 : HasCount));
    }
    return shape;
}

Error senseless()
{
    return {ErrorKind::Malformed, Words::tr("a piece of the history on disk is damaged"), {}, {}, {}};
}

} // namespace

struct ChunkCodec::Zstd
{
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> packer{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> unpacker{ZSTD_createDCtx(), &ZSTD_freeDCtx};
    QByteArray room;

    /// Empty when it does not help.
    QByteArray pack(const QByteArray& payload) const
    {
        QByteArray packed(payload.size(), Qt::Uninitialized); // more is no help, and zstd gives up
        const size_t size = ZSTD_compressCCtx(packer.get(), packed.data(), static_cast<size_t>(packed.size()),
                                              payload.data(), static_cast<size_t>(payload.size()), Level);
        packed.truncate(ZSTD_isError(size) != 0 ? 0 : static_cast<qsizetype>(size));
        return packed;
    }

    /// Empty when it cannot be.
    QByteArrayView unpack(QByteArrayView bytes)
    {
        const auto size = ZSTD_getFrameContentSize(bytes.data(), static_cast<size_t>(bytes.size()));
        if (size == 0 || size > MostUnpacked) { // its errors are the greatest numbers
            return {};
        }
        room.resize(static_cast<qsizetype>(size));
        const size_t given = ZSTD_decompressDCtx(unpacker.get(), room.data(), size, bytes.data(),
                                                 static_cast<size_t>(bytes.size()));
        return given == size ? QByteArrayView(room) : QByteArrayView();
    }
};

ChunkCodec::ChunkCodec() : m_zstd(std::make_unique<Zstd>()) {}

ChunkCodec::~ChunkCodec() = default;

QByteArray ChunkCodec::encode(std::span<const StoredPoint> points)
{
    ByteWriter payload;
    payload.putVarint(points.size());
    const auto putNumbers = [&](auto numberOf) {
        m_numbers.resize(points.size());
        std::ranges::transform(points, m_numbers.begin(), numberOf);
        putIntegers(payload, m_numbers);
    };
    const auto putValues = [&](auto valueOf) {
        m_values.resize(points.size());
        std::ranges::transform(points, m_values.begin(), valueOf);
        putDecimals(payload, m_values);
    };
    const quint8 shape = shapeOf(points);
    payload.put(shape);
    putNumbers([](const StoredPoint& point) { return point.at; });
    putValues([](const StoredPoint& point) { return point.sum; });
    if ((shape & HasMin) != 0) {
        putValues([](const StoredPoint& point) { return point.min; });
    }
    if ((shape & HasMax) != 0) {
        putValues([](const StoredPoint& point) { return point.max; });
    }
    if ((shape & HasCount) != 0) {
        putNumbers([](const StoredPoint& point) { return qint64{point.count}; });
    }
    const QByteArray packed = m_zstd->pack(payload.bytes());
    const QByteArray& body = packed.isEmpty() ? payload.bytes() : packed;

    QByteArray bytes(HeaderSize, Qt::Uninitialized);
    bytes[0] = static_cast<char>(packed.isEmpty() ? Version : Version | IsPacked);
    qToLittleEndian(checksum(body), bytes.data() + 1);
    bytes.append(body);
    return bytes;
}

Result<void> ChunkCodec::decode(QByteArrayView bytes, StoredPoints& points)
{
    const quint8 head = bytes.isEmpty() ? quint8{0} : static_cast<quint8>(bytes[0]);
    if (bytes.size() <= HeaderSize || (head & ~IsPacked) != Version) {
        return fail(senseless());
    }
    const QByteArrayView body = bytes.sliced(HeaderSize);
    if (checksum(body) != qFromLittleEndian<quint32>(bytes.data() + 1)) {
        return fail(senseless());
    }
    const size_t before = points.size();
    if (!take((head & IsPacked) != 0 ? m_zstd->unpack(body) : body, points)) {
        points.resize(before);
        return fail(senseless());
    }
    return {};
}

bool ChunkCodec::take(QByteArrayView payload, StoredPoints& points)
{
    ByteReader reader(payload);
    const quint64 count = reader.takeVarint();
    const quint8 shape = reader.take();
    if (!reader.ok() || count == 0 || count > MostPoints || (shape & ~KnownShape) != 0) {
        return false;
    }
    const size_t before = points.size();
    points.resize(before + count);
    const std::span fresh(points.data() + before, count);
    m_numbers.resize(count);
    m_values.resize(count);

    if (!takeIntegers(reader, m_numbers) || !takeDecimals(reader, m_values)) {
        return false;
    }
    for (size_t i = 0; i < count; ++i) {
        fresh[i] = {m_numbers[i], m_values[i], m_values[i], m_values[i], 1};
    }
    const auto takeValues = [&](double StoredPoint::*member) {
        const bool isTaken = takeDecimals(reader, m_values);
        for (size_t i = 0; isTaken && i < count; ++i) {
            fresh[i].*member = m_values[i];
        }
        return isTaken;
    };
    if (((shape & HasMin) != 0 && !takeValues(&StoredPoint::min)) ||
        ((shape & HasMax) != 0 && !takeValues(&StoredPoint::max))) {
        return false;
    }
    if ((shape & HasCount) != 0) {
        if (!takeIntegers(reader, m_numbers)) {
            return false;
        }
        for (size_t i = 0; i < count; ++i) {
            fresh[i].count = static_cast<quint32>(m_numbers[i]);
        }
    }
    return reader.ok() && reader.left() == 0;
}

} // namespace stowage
