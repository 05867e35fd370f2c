// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/alertmanager/AlertmanagerPoll.h"
#include "connectors/alertmanager/AlertmanagerYouth.h"
#include "models/ports/Clock.h"
#include "models/ports/Connector.h"

#include <memory>

namespace stowage {

/// An Alertmanager as a source of alerts: what stands, what silences and inhibits it, again and again. It is
/// read and nothing else.
///
/// Each poll that reads the alerts tells all of them; one that does not tells none, and how the source
/// stands. So a server that is gone ends no alert.
class AlertmanagerConnector final : public Connector
{
    Q_OBJECT

public:
    /// Both outlive the connector.
    AlertmanagerConnector(HttpEngine& engine, const Clock& clock, AlertmanagerSettings settings,
                          QObject* parent = nullptr);
    ~AlertmanagerConnector() override;

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

private:
    void poll();
    void takeReading();
    AlertReport reportOf(AlertmanagerReading& reading);
    void takeStatus(const AlertmanagerReading& reading);
    QStringList warningsOf(const AlertmanagerReading& reading);
    void schedule();
    void tell(AlertReport report);
    void dropPoll();

    HttpEngine& m_engine;
    const Clock& m_clock;
    AlertmanagerSettings m_settings;
    EndpointId m_endpoint;
    SourceStatus m_status;
    quint64 m_generation = 0;
    std::unique_ptr<QObject> m_waiting; ///< context of the next poll's timer
    AlertmanagerPoll* m_poll = nullptr;
    bool m_isRunning = false;
    bool m_pollAgain = false;
    std::shared_ptr<const AlertmanagerAlerts> m_alerts; ///< of the last poll that read them
    AlertmanagerYouth m_youth;
    quint64 m_ranOut = 0; ///< lately
    Millis m_ranOutAt{0}; ///< by the monotonic clock
};

} // namespace stowage
