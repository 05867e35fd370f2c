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
/// A poll that finds a change tells all alerts; where nothing has changed they are told once a minute, and
/// after each time that they could not be read. A poll that cannot read them tells none of them, and how the
/// source stands: a server that is gone ends no alert. Nor does one that is there end those that it let go
/// only because nobody sent them again, for its Prometheus is dead: they are told as what nobody can judge,
/// until somebody sends them again, or whoever sent them sends others for two minutes and not these.
class AlertmanagerConnector final : public Connector
{
    Q_OBJECT

public:
    /// How often alerts are told that do not change.
    static constexpr Millis TellEvery = std::chrono::minutes(1);

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
    bool isAllDue() const;
    AlertReport reportOf(AlertmanagerReading& reading);
    void tellRunOut(std::vector<AlertRuleFailure> ranOut, AlertReport& report);
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
    std::shared_ptr<const AlertmanagerMemory> m_memory; ///< of the last poll that read the alerts
    std::vector<AlertSilence> m_silences;               ///< as they were told last
    std::optional<Timestamp> m_toldAt; ///< when all alerts were told last; none: they are due
    bool m_wasYoung = false;           ///< so they were told
    quint64 m_leftOut = 0;             ///< of them
    AlertmanagerYouth m_youth;
    quint64 m_ranOut = 0; ///< as it was told last
};

} // namespace stowage
