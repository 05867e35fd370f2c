// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Digest.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace stowage {
namespace {

constexpr QByteArrayView Prefix{"sha256:"};

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Error notADigest()
{
    return {ErrorKind::Malformed,
            QCoreApplication::translate("Digest", "a digest is sha256: and 64 lower-case hex digits"),
            {},
            {},
            {}};
}

} // namespace

Result<Digest> Digest::parse(QByteArrayView text)
{
    if (!text.startsWith(Prefix) || text.size() != Prefix.size() + 2 * Size) {
        return fail(notADigest());
    }
    Digest digest;
    const QByteArrayView hex = text.sliced(Prefix.size());
    for (qsizetype i = 0; i < Size; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return fail(notADigest());
        }
        digest.m_bytes[static_cast<size_t>(i)] = static_cast<unsigned char>(high << 4 | low);
    }
    return digest;
}

Digest Digest::of(QByteArrayView content)
{
    Digest digest;
    QCryptographicHash hasher(QCryptographicHash::Sha256);
    hasher.addData(content);
    std::memcpy(digest.m_bytes.data(), hasher.resultView().data(), Size);
    return digest;
}

Result<Digest> Digest::fromBytes(QByteArrayView raw)
{
    if (raw.size() != Size) {
        return fail(notADigest());
    }
    Digest digest;
    std::memcpy(digest.m_bytes.data(), raw.data(), Size);
    return digest;
}

QByteArray Digest::toByteArray() const
{
    return Prefix.toByteArray() + bytes().toByteArray().toHex();
}

QString Digest::toString() const
{
    return QString::fromLatin1(toByteArray());
}

QString Digest::shortHex(int digits) const
{
    return QString::fromLatin1(
               bytes().first((std::min<qsizetype>(digits, 2 * Size) + 1) / 2).toByteArray().toHex())
        .left(digits);
}

} // namespace stowage
