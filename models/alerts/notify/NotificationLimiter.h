// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/Notification.h"

#include <deque>
#include <optional>
#include <vector>

namespace stowage {

/// Never more than so many notices a minute; what is above waits and becomes one digest, which counts as one
/// of the next minute's. A plain value.
class NotificationLimiter
{
public:
    static constexpr std::chrono::minutes Window{1};
    static constexpr int MostLines = 20; ///< of a digest; the rest is counted

    explicit NotificationLimiter(int mostPerMinute) : m_most(std::max(1, mostPerMinute)) {}

    /// The notice itself when it may go now; otherwise it waits for the digest. One of an incident that waits
    /// already takes its place.
    std::optional<Notification> pass(Notification notice, Timestamp now);

    /// The digest, once a place is free again.
    std::optional<Notification> digest(Timestamp now);

    /// All of them in one notice. At least one.
    Notification inOne(std::vector<Notification> all, Timestamp now);

    /// When digest() has something to say; none: nothing waits.
    std::optional<Timestamp> dueAt() const;

    /// What waits.
    const std::vector<Notification>& waiting() const { return m_waiting; }

private:
    bool hasPlace(Timestamp now);

    int m_most;
    std::deque<Timestamp> m_sent; ///< within the window
    std::vector<Notification> m_waiting;
    quint32 m_digests = 0;
};

} // namespace stowage
