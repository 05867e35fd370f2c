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
    QByteArray text = "global: {scrape_interval: 1s, scrape_timeout: 1s}\nscrape_configs:\n";
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
