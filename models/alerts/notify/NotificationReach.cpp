// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationReach.h"

namespace stowage {

void NotificationReach::restore(std::span<const AlertEvent> sent)
{
    constexpr qsizetype PlaceOfReopened = 2; // in the notice's id, see NotificationJudge
    for (const AlertEvent& event : sent) {
        const QStringList parts = event.other.split(u'/');
        if (event.kind != AlertEventKind::NoticeSent || event.incident.isEmpty() ||
            parts.size() <= PlaceOfReopened + 1) {
            continue;
        }
        const quint32 reopened = parts[PlaceOfReopened].toUInt();
        Had& had = m_had[event.incident];
        if (reopened > had.reopened) {
            had = {reopened, {}};
        }
        if (reopened == had.reopened && !had.channels.contains(event.name)) {
            had.channels << event.name;
        }
    }
}

void NotificationReach::add(const QString& incident, const QStringList& channels, bool isFirst)
{
    Had& had = m_had[incident];
    if (isFirst) {
        had.channels.clear();
    }
    had.channels << lacking(incident, channels);
}

QStringList NotificationReach::lacking(const QString& incident, const QStringList& channels) const
{
    const auto found = m_had.constFind(incident);
    QStringList missing;
    for (const QString& channel : channels) {
        if (found == m_had.cend() || !found->channels.contains(channel)) {
            missing << channel;
        }
    }
    return missing;
}

void NotificationReach::rename(const QString& from, const QString& to)
{
    if (from != to && m_had.contains(from)) {
        const Had had = m_had.take(from);
        if (!m_had.contains(to)) {
            m_had.insert(to, had);
        }
    }
}

} // namespace stowage
