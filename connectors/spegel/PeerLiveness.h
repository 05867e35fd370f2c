// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/fleet/NodeObservation.h"

#include <optional>

namespace stowage {

/// Whether a peer answers at its address, judged from its answers to `/readyz`. No time, no sockets.
///
/// Any HTTP answer is life, but for 502, 503 and 504, which Spegel never says and a proxy before it does. A
/// first missed probe changes nothing; `missesUntilGone` in a row make it gone, the first answer makes it
/// live again.
class PeerLiveness
{
public:
    explicit PeerLiveness(int missesUntilGone) : m_missesUntilGone(missesUntilGone) {}

    /// Takes the result of one probe. True when state() or reason() changed.
    bool probed(const HttpResult& readyz);

    /// The newest probe was missed.
    bool isMissing() const { return m_misses > 0; }
    NodeState state() const { return m_state; } ///< Unseen, Live or Gone
    /// Why it is gone and what to do, or what its /readyz says while it lives; empty when all is well.
    const QString& reason() const { return m_reason; }
    /// Why it is gone; nothing while it is not.
    const std::optional<Error>& trouble() const { return m_trouble; }

private:
    bool become(NodeState state, const QString& reason);

    int m_missesUntilGone;
    int m_misses = 0;
    NodeState m_state = NodeState::Unseen;
    QString m_reason;
    std::optional<Error> m_trouble;
};

} // namespace stowage
