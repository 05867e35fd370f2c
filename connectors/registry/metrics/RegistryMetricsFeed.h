// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/registry/RegistrySettings.h"
#include "connectors/registry/metrics/RegistryHealth.h"
#include "connectors/registry/metrics/RegistryInstances.h"
#include "connectors/registry/metrics/RegistryMetricsPage.h"
#include "connectors/registry/metrics/RegistryMetricsTelling.h"
#include "models/ports/Clock.h"

#include <QObject>

namespace stowage {

/// Reads the debug server of a registry again and again: its metrics page, and what it says of its health.
/// That it cannot be read is a note, and says nothing of the registry.
class RegistryMetricsFeed : public QObject
{
    Q_OBJECT

public:
    /// `settings.metricsUrl` is what is read. Engine and clock must outlive the feed.
    RegistryMetricsFeed(HttpEngine& engine, const Clock& clock, const RegistrySettings& settings,
                        QObject* parent = nullptr);
    ~RegistryMetricsFeed() override;

    void start();

    /// Nothing is told any more; for who destroys it later.
    void close() { m_isClosed = true; }

    /// What the crawl says of the registry proper, since its own health check may not see that. Nothing: its
    /// catalog can be read.
    void setCatalogError(const std::optional<Error>& error);

    /// What a person should know of the metrics: why they cannot be read, that several processes answer, that
    /// the health check fails or sees nothing. For SourceStatus::warnings.
    QStringList notes() const;

    quint64 requestsSent() const { return m_engine.stats(m_endpoint).sent; }
    quint64 requestsFailed() const { return m_engine.stats(m_endpoint).failed; }

Q_SIGNALS:
    void told(const stowage::RegistryMetricsTelling& telling);
    void notesChanged();

private:
    void ask();
    void takePage(const HttpResult& result);
    void readPage(const HttpAnswer& answer);
    void tell(const RegistryReading& reading);
    HostObservation observe(const RegistryInstances::Taken& taken) const;
    bool isBlind() const;
    void noteChanges();

    HttpEngine& m_engine;
    const Clock& m_clock;
    QString m_source;
    Millis m_every;
    std::optional<double> m_cpuLimit;
    QString m_address;
    QString m_targetName; ///< "127.0.0.1:5001"
    QByteArray m_page;    ///< target of the metrics page
    EndpointId m_endpoint;
    RegistryMetricsPage m_reader;
    quint32 m_epoch = 0;
    RegistryInstances m_instances;
    RegistryHealth m_health;
    std::optional<Error> m_catalogError;
    std::optional<Error> m_trouble; ///< why the page could not be read, or not to its end
    QStringList m_notes;            ///< as they were told last
    int m_asked = 0;
    bool m_isPageAwaited = false;
    bool m_isHealthAwaited = false;
    bool m_isClosed = false;
};

} // namespace stowage
