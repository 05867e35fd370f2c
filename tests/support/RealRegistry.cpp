// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealRegistry.h"

#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace stowage::test {
namespace {

constexpr int Attempts = 5;           // another process may take a port between our look and the registry's
constexpr int LooksAtTheSocket = 500; // of 20 ms

/// Two ports that are free now.
std::pair<quint16, quint16> freePorts()
{
    QTcpServer one;
    QTcpServer other;
    one.listen(QHostAddress::LocalHost, 0);
    other.listen(QHostAddress::LocalHost, 0);
    return {one.serverPort(), other.serverPort()};
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1'000);
}

} // namespace

RealRegistry::RealRegistry(QString folder, QByteArray upstream)
    : m_folder(std::move(folder)), m_upstream(std::move(upstream))
{
    QDir().mkpath(m_folder + QStringLiteral("/data"));
}

RealRegistry::~RealRegistry()
{
    stop();
}

bool RealRegistry::start()
{
    const QString binary = qEnvironmentVariable("STOWAGE_DOCKER_REGISTRY");
    if (!QFile::exists(binary)) {
        m_error =
            QStringLiteral("there is no docker-registry at \"%1\" (STOWAGE_DOCKER_REGISTRY)").arg(binary);
        return false;
    }
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (tryStart()) {
            return true;
        }
        stop();
    }
    return false;
}

void RealRegistry::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
}

bool RealRegistry::tryStart()
{
    if (m_port == 0 || !m_error.isEmpty()) {
        std::tie(m_port, m_debugPort) = freePorts(); // a restart keeps its ports
    }
    m_error.clear();
    if (!writeConfig(m_port, m_debugPort)) {
        m_error = QStringLiteral("cannot write the configuration");
        return false;
    }
    m_process.setStandardOutputFile(m_folder + QStringLiteral("/log"), QIODevice::Append);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(qEnvironmentVariable("STOWAGE_DOCKER_REGISTRY"),
                    {QStringLiteral("serve"), m_folder + QStringLiteral("/config.yml")});
    for (int look = 0; look < LooksAtTheSocket; ++look) {
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning) {
            break;
        }
        if (accepts(m_port) && accepts(m_debugPort)) {
            return true;
        }
    }
    m_error = QStringLiteral("docker-registry did not come up; its log is %1/log").arg(m_folder);
    return false;
}

bool RealRegistry::writeConfig(quint16 port, quint16 debugPort)
{
    QFile file(m_folder + QStringLiteral("/config.yml"));
    QByteArray text = R"(version: 0.1
log: {level: warn, formatter: json, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: DATA}
DELETE
http:
  addr: 127.0.0.1:PORT
  secret: loopback
  relativeurls: true
  debug: {addr: "127.0.0.1:DEBUG", prometheus: {enabled: true, path: /metrics}}
health: {storagedriver: {enabled: true, interval: 10s, threshold: 3}}
)";
    text.replace("DATA", QFile::encodeName(m_folder) + "/data")
        .replace("PORT", QByteArray::number(port))
        .replace("DEBUG", QByteArray::number(debugPort))
        .replace("DELETE\n", m_upstream.isEmpty() ? "  delete: {enabled: true}\n" : "");
    if (!m_upstream.isEmpty()) {
        text += "proxy: {remoteurl: \"" + m_upstream + "\"}\n";
    }
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QString RealRegistry::host() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

QByteArray RealRegistry::url() const
{
    return "http://" + host().toLatin1();
}

QByteArray RealRegistry::metricsUrl() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_debugPort) + "/metrics";
}

QMap<QString, quint64> RealRegistry::requestCounters() const
{
    static const QRegularExpression line(
        QStringLiteral(
            R"re(^registry_http_requests_total\{code="(\d+)",handler="(\w+)",method="(\w+)"\} (\S+)$)re"),
        QRegularExpression::MultilineOption);
    QMap<QString, quint64> counters;
    auto matches = line.globalMatch(QString::fromUtf8(fetchNow(metricsUrl())));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        counters.insert(match.captured(2) + QLatin1Char(' ') + match.captured(3) + QLatin1Char(' ') +
                            match.captured(1),
                        static_cast<quint64>(match.captured(4).toDouble()));
    }
    return counters;
}

qsizetype RealRegistry::storedFiles() const
{
    qsizetype count = 0;
    for (QDirIterator files(m_folder + QStringLiteral("/data"), QDir::Files, QDirIterator::Subdirectories);
         files.hasNext(); files.next()) {
        ++count;
    }
    return count;
}

QMap<QString, quint64> countersSince(QMap<QString, quint64> after, const QMap<QString, quint64>& before)
{
    for (auto counter = before.cbegin(); counter != before.cend(); ++counter) {
        after[counter.key()] -= counter.value();
    }
    for (auto counter = after.begin(); counter != after.end();) {
        counter = *counter == 0 ? after.erase(counter) : std::next(counter);
    }
    return after;
}

QString registryFolderTemplate()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    const QString parent = memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
    return parent + QStringLiteral("/stowage-registry-XXXXXX");
}

QByteArray fetchNow(const QByteArray& url)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkReply* reply = manager.get(QNetworkRequest(QUrl::fromEncoded(url)));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

} // namespace stowage::test
