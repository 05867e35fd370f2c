// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// Whether a node holds a digest. Unknown never counts as absent, nor as a copy.
enum class Presence : quint8
{
    Unknown,
    Held,
    Absent
};

QString presenceName(Presence presence); ///< "unknown", "held", "absent"

/// What a presence rests on; words by evidenceText().
enum class Evidence : quint8
{
    NotAsked,          ///< nobody asked yet
    LocalHit,          ///< HEAD 200 with OCI-Namespace
    JsonMiss,          ///< HEAD 404 with a JSON type and a length
    BareMiss,          ///< HEAD 404 without either: namespace not mirrored or name filtered
    ForwardedHit,      ///< HEAD 200 without OCI-Namespace: another node's copy
    SizeMismatch,      ///< HEAD 200 whose length is not the descriptor's
    Silent,            ///< no answer in time
    Unreachable,       ///< no connection
    Unauthorized,      ///< 401 or 403
    ServerFault,       ///< 5xx
    Unintelligible,    ///< an answer outside the protocol
    NamespaceNotAsked, ///< its registry's namespace is not among those the profile says are mirrored
    RateLimited,       ///< 429
    SaysYesToAll,      ///< the peer says it holds a digest that cannot exist: none of its answers counts
    Listed,            ///< in the list of all that the node's own store holds
    NotListed,         ///< not in that list
};

/// How many there are. They are kept on disk by number and in four bits in memory.
inline constexpr size_t EvidenceCount = static_cast<size_t>(Evidence::NotListed) + 1;

/// One phrase for the reader: "HEAD 404 with JSON".
QString evidenceText(Evidence evidence);

} // namespace stowage
