// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerProcess.h"

#include <vector>

namespace stowage::test {

/// A job of Prometheus' configuration with its targets, "127.0.0.1:9100".
struct ScrapeJob
{
    QByteArray name;
    QByteArrayList targets;
};

/// What Prometheus judges and tells whom.
struct PrometheusAlerting
{
    QByteArray rules;          ///< the content of a file of rules; empty: none
    QByteArray alertmanager;   ///< "127.0.0.1:9093"; empty: nobody
    QByteArray externalLabels; ///< `{cluster: "lab"}`, which every alert gets on its way; empty: none
};

/// Debian's prometheus, which scrapes every second, with its data in a folder of the caller's.
class RealPrometheus
{
public:
    explicit RealPrometheus(const QString& folder);

    /// Of the next start or reload. Rules are judged each second, and what stands is sent again every five.
    void setAlerting(PrometheusAlerting alerting) { m_alerting = std::move(alerting); }

    bool start(const std::vector<ScrapeJob>& jobs);
    void stop() { m_process.stop(); }
    void kill() { m_process.kill(); }

    /// With the configuration that it had.
    bool restart() { return m_process.start(); }

    /// Takes over another configuration while it runs.
    bool reload(const std::vector<ScrapeJob>& jobs);

    QString error() const { return m_process.error(); }
    QByteArray url() const { return m_process.url(); }

private:
    bool writeConfig(const std::vector<ScrapeJob>& jobs) const;

    QString m_folder;
    PrometheusAlerting m_alerting;
    ServerProcess m_process;
};

/// Debian's prometheus-node-exporter.
class RealNodeExporter
{
public:
    explicit RealNodeExporter(const QString& folder);

    bool start() { return m_process.start(); }
    void stop() { m_process.stop(); }

    QString error() const { return m_process.error(); }
    quint16 port() const { return m_process.port(); }

private:
    ServerProcess m_process;
};

} // namespace stowage::test
