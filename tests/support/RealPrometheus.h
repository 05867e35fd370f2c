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

/// Debian's prometheus, which scrapes every second, with its data in a folder of the caller's.
class RealPrometheus
{
public:
    explicit RealPrometheus(const QString& folder);

    bool start(const std::vector<ScrapeJob>& jobs);
    void stop() { m_process.stop(); }

    /// Takes over another configuration while it runs.
    bool reload(const std::vector<ScrapeJob>& jobs);

    QString error() const { return m_process.error(); }
    QByteArray url() const { return m_process.url(); }

private:
    bool writeConfig(const std::vector<ScrapeJob>& jobs) const;

    QString m_folder;
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
