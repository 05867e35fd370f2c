// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/TextKey.h"

namespace stowage {
namespace {

constexpr quint64 Start = 0xcbf29ce484222325U;
constexpr quint64 Prime = 0x100000001b3U;

/// The finish of SplitMix64: FNV alone leaves its low bits to the last letters.
TextKey finished(quint64 hash)
{
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
    hash ^= hash >> 31U;
    return hash == 0 ? 1 : hash;
}

} // namespace

TextKey textKey(QStringView text)
{
    if (text.isEmpty()) {
        return 0;
    }
    quint64 hash = Start;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * Prime;
    }
    return finished(hash);
}

TextKey textKey(TextKey first, TextKey second)
{
    return finished((first * Prime) ^ second);
}

} // namespace stowage
