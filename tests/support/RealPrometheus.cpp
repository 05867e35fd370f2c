// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealPrometheus.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace stowage::test {

RealPrometheus::RealPrometheus(const QString& folder)
    : m_folder(folder), m_process("STOWAGE_PROMETHEUS", folder, [folder](quint16 port) {
          return QStringList{QStringLiteral("--config.file=%1/prometheus.yml").arg(folder),
                             QStringLiteral("--storage.tsdb.path=%1/data").arg(folder),
                             QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                             QStringLiteral("--rules.alert.resend-delay=5s"),
                             QStringLiteral("--log.level=warn")};
      })
{
    QDir().mkpath(m_folder);
}

bool RealPrometheus::start(const std::vector<ScrapeJob>& jobs)
{
    return writeConfig(jobs) && m_process.start();
}

bool RealPrometheus::reload(const std::vector<ScrapeJob>& jobs)
{
    return writeConfig(jobs) && ::kill(static_cast<pid_t>(m_process.pid()), SIGHUP) == 0;
}

bool RealPrometheus::writeConfig(const std::vector<ScrapeJob>& jobs) const
{
    QByteArray text = "global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s";
    text += (m_alerting.externalLabels.isEmpty() ? "" : ", external_labels: " + m_alerting.externalLabels) +
            "}\n";
    if (!m_alerting.rules.isEmpty()) {
        QFile rules(m_folder + QStringLiteral("/rules.yml"));
        if (!rules.open(QIODevice::WriteOnly) || rules.write(m_alerting.rules) != m_alerting.rules.size()) {
            return false;
        }
        text += "rule_files: [rules.yml]\n";
    }
    if (!m_alerting.alertmanager.isEmpty()) {
        text += "alerting: {alertmanagers: [{static_configs: [{targets: [\"" + m_alerting.alertmanager +
                "\"]}]}]}\n";
    }
    text += "scrape_configs:\n";
    for (const ScrapeJob& job : jobs) {
        text += "  - job_name: " + job.name + "\n    static_configs: [{targets: [\"" +
                job.targets.join("\", \"") + "\"]}]\n";
    }
    QFile file(m_folder + QStringLiteral("/prometheus.yml"));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

RealNodeExporter::RealNodeExporter(const QString& folder)
    : m_process("STOWAGE_NODE_EXPORTER", folder, [](quint16 port) {
          return QStringList{QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port)};
      })
{
}

} // namespace stowage::test
