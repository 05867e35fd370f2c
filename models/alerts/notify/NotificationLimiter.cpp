// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationLimiter.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NotificationLimiter)
};

} // namespace

std::optional<Notification> NotificationLimiter::pass(Notification notice, Timestamp now)
{
    // While some wait, those that come behind them wait too: the order is kept.
    if (m_waiting.empty() && hasPlace(now)) {
        m_sent.push_back(now);
        return notice;
    }
    const auto same = std::ranges::find_if(m_waiting, [&](const Notification& each) {
        return !each.incident.isEmpty() && each.incident == notice.incident;
    });
    if (same == m_waiting.end()) {
        m_waiting.push_back(std::move(notice));
    } else {
        *same = std::move(notice);
    }
    return std::nullopt;
}

std::optional<Notification> NotificationLimiter::digest(Timestamp now)
{
    if (m_waiting.empty() || !hasPlace(now)) {
        return std::nullopt;
    }
    m_sent.push_back(now);
    return inOne(std::exchange(m_waiting, {}), now);
}

Notification NotificationLimiter::inOne(std::vector<Notification> all, Timestamp now)
{
    if (all.size() == 1) {
        return std::move(all.front());
    }
    Notification digest;
    digest.id = QStringLiteral("digest/%1/%2").arg(now.time_since_epoch().count()).arg(++m_digests);
    digest.kind = NotificationKind::Digest;
    digest.at = now;
    for (const Notification& each : all) {
        digest.severity = std::max(digest.severity, each.severity);
        digest.alerts += each.alerts;
        digest.tells << each.id;
        if (digest.lines.size() < MostLines) {
            digest.lines << each.title;
        }
    }
    //: in place of that many notices, which were too many for one minute
    digest.title = Words::tr("%n more incident(s) need a look", nullptr, static_cast<int>(all.size()));
    if (all.size() > MostLines) {
        digest.lines << Words::tr("and %n more", nullptr, static_cast<int>(all.size()) - MostLines);
    }
    digest.detail = digest.lines.join(u'\n');
    digest.link = QStringLiteral("stowage://now");
    return digest;
}

std::optional<Timestamp> NotificationLimiter::dueAt() const
{
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    return m_sent.size() < static_cast<size_t>(m_most) ? m_waiting.front().at : m_sent.front() + Window;
}

bool NotificationLimiter::hasPlace(Timestamp now)
{
    // A clock that was set back must not close the way for longer than the window.
    while (!m_sent.empty() && (now - m_sent.front() >= Window || now < m_sent.front())) {
        m_sent.pop_front();
    }
    return m_sent.size() < static_cast<size_t>(m_most);
}

} // namespace stowage
