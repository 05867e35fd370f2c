// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace stowage {

/// Which ways to people have had a word of an incident since it opened, or was last reopened: a way that has
/// not, for it was broken or not there yet, is not helped by another's word. A plain value.
class NotificationReach
{
public:
    /// What earlier runs have told: the log's NoticeSent events, in their order.
    void restore(std::span<const AlertEvent> sent);

    /// These are told now. `isFirst`: what was told before was of an earlier time.
    void add(const QString& incident, const QStringList& channels, bool isFirst);

    /// Those that have had no word of it.
    QStringList lacking(const QString& incident, const QStringList& channels) const;

    void rename(const QString& from, const QString& to);
    void forget(const QString& incident) { m_had.remove(incident); }

private:
    struct Had
    {
        quint32 reopened = 0; ///< of what was restored
        QStringList channels;
    };

    QHash<QString, Had> m_had; ///< by incident
};

} // namespace stowage
