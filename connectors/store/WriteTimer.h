// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <optional>
#include <utility>

namespace stowage {

/// How long what is accepted takes until it is safe on disk; of what goes in one piece the oldest counts. All
/// times are monotonic.
class WriteTimer
{
public:
    /// Something is to be written.
    void accept(Millis now) { m_accepted = m_accepted.value_or(now); }

    /// All that was accepted is on its way.
    void send()
    {
        const auto accepted = std::exchange(m_accepted, {});
        m_sent = m_sent ? m_sent : accepted;
    }

    /// All that is on its way is safe: how long the oldest of it took. Nothing when there was none.
    std::optional<Millis> finish(Millis now)
    {
        const auto sent = std::exchange(m_sent, {});
        return sent ? std::optional(now - *sent) : std::nullopt;
    }

    /// For how long the oldest has been waiting.
    std::optional<Millis> age(Millis now) const
    {
        const auto& oldest = m_sent ? m_sent : m_accepted;
        return oldest ? std::optional(now - *oldest) : std::nullopt;
    }

private:
    std::optional<Millis> m_accepted; ///< not on its way
    std::optional<Millis> m_sent;     ///< on its way
};

} // namespace stowage
