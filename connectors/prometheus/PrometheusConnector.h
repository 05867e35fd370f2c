// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/HostCensus.h"
#include "connectors/prometheus/PrometheusPoll.h"
#include "connectors/prometheus/PrometheusSeries.h"
#include "connectors/prometheus/RuleAlertMemory.h"
#include "models/ports/Clock.h"
#include "models/ports/Connector.h"

#include <memory>

namespace stowage {

/// A Prometheus server, or what speaks its query API (Thanos, Mimir, VictoriaMetrics), as a source of hosts:
/// asks for all of them together, again and again, and tells how each stands and what it measures. Beside
/// them what its alerting rules give; a poll that could not read that tells nothing of alerts.
class PrometheusConnector : public Connector
{
    Q_OBJECT

public:
    /// Hosts told in one delta; more leave one turn of the event loop after the other.
    static constexpr size_t HostsADelta = 200;

    /// All ports outlive the connector.
    PrometheusConnector(HttpEngine& engine, const Clock& clock, PrometheusSettings settings,
                        QObject* parent = nullptr);
    ~PrometheusConnector() override;

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

    /// Answers whether it is started or not.
    SeriesReader* series() override { return &m_series; }

private:
    void poll();
    void takeReport(const PrometheusReport& report);
    void takeStatus(const PrometheusReport& report);
    void takeOffers(const PrometheusReport& report);
    void takeSlow(const PrometheusReport& report);
    QStringList warningsOf(const PrometheusReport& report) const;
    void flush();
    void schedule();
    void dropPoll();
    Millis rate() const;

    HttpEngine& m_engine;
    const Clock& m_clock;
    PrometheusSettings m_settings;
    EndpointId m_endpoint;
    MetricTable m_table;
    std::optional<Error> m_tableError; ///< nothing can be asked then
    PrometheusSeries m_series;
    HostCensus m_census;
    SourceStatus m_status;
    quint64 m_generation = 0;
    std::unique_ptr<QObject> m_run;     ///< context of timers and queued deltas; none while stopped
    std::unique_ptr<QObject> m_waiting; ///< context of the next poll's timer
    PrometheusPoll* m_poll = nullptr;
    bool m_pollAgain = false;
    std::optional<Millis> m_slowAt; ///< when what hardly changes was read last, by the monotonic clock
    QStringList m_refused;          ///< what the server does not offer
    QStringList m_slowWarnings;     ///< of what hardly changes
    HostCensus::News m_news;        ///< not yet told
    RuleAlertMemory m_alertMemory;
    AlertReport m_alerts; ///< likewise
    bool m_isFlushQueued = false;
};

} // namespace stowage
