// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/ports/AlertLog.h"

#include <QSet>

namespace stowage {

/// Asks the log what happened to an incident: what persons did, what people were told, and the turns of its
/// alerts. The log outlives it.
class IncidentPast : public QObject
{
    Q_OBJECT

public:
    static constexpr quint32 MostEvents = 500;

    explicit IncidentPast(AlertLog& log, QObject* parent = nullptr);

    /// Answered by found(). Once.
    void look(const Incident& incident);

Q_SIGNALS:
    /// The newest of all, the newest first; MostEvents at most.
    void found(const std::vector<stowage::AlertEvent>& events);

private:
    void take(const AlertLogPage& page);

    AlertLog& m_log;
    QSet<quint64> m_requests; ///< not answered yet
    std::vector<AlertEvent> m_events;
};

} // namespace stowage
