// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QMetaType>

#include <array>
#include <compare>
#include <cstring>

namespace stowage {

/// A SHA-256 content digest: 32 bytes, compared as bytes, printed as `sha256:<64 hex>`.
/// (OCI image-spec 1.1, descriptor.md; other algorithms are refused: no registry here serves them.)
class Digest
{
public:
    static constexpr qsizetype Size = 32;

    /// All zero: "no digest".
    constexpr Digest() = default;

    /// Reads `sha256:` and 64 lower-case hex digits, exactly; anything else is Malformed.
    static Result<Digest> parse(QByteArrayView text);

    /// The digest of these bytes.
    static Digest of(QByteArrayView content);

    /// Takes 32 raw bytes (as the database keeps them); Malformed for any other length.
    static Result<Digest> fromBytes(QByteArrayView raw);

    bool isNull() const { return m_bytes == std::array<unsigned char, Size>{}; }
    QByteArrayView bytes() const { return QByteArrayView(m_bytes.data(), Size); }

    /// `sha256:…`, whole.
    QByteArray toByteArray() const;
    QString toString() const;

    /// The first `digits` hex digits without the algorithm, for narrow places.
    QString shortHex(int digits = 8) const;

    auto operator<=>(const Digest&) const = default;

    /// The leading bytes are as random as any hash.
    size_t hash() const
    {
        size_t value;
        std::memcpy(&value, m_bytes.data(), sizeof value);
        return value;
    }

private:
    std::array<unsigned char, Size> m_bytes{};
};

inline size_t qHash(const Digest& digest, size_t seed = 0)
{
    return digest.hash() ^ seed;
}

} // namespace stowage

template <>
struct std::hash<stowage::Digest>
{
    size_t operator()(const stowage::Digest& digest) const noexcept { return digest.hash(); }
};

Q_DECLARE_METATYPE(stowage::Digest)
