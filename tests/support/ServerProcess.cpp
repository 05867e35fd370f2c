// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ServerProcess.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

namespace stowage::test {
namespace {

constexpr int Attempts = 5;             // another process may take a port between our look and the server's
constexpr int LooksAtTheSocket = 1'500; // of 20 ms

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1'000);
}

} // namespace

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

ServerProcess::ServerProcess(const char* variable, QString folder,
                             std::function<QStringList(quint16)> arguments)
    : m_variable(variable), m_folder(std::move(folder)), m_arguments(std::move(arguments))
{
    QDir().mkpath(m_folder);
}

ServerProcess::~ServerProcess()
{
    stop();
}

QByteArray ServerProcess::url() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port);
}

bool ServerProcess::start()
{
    const QString program = m_program.isEmpty() ? qEnvironmentVariable(m_variable) : m_program;
    if (!QFile::exists(program)) {
        m_error =
            QStringLiteral("there is no program at \"%1\" (%2)").arg(program, QLatin1String(m_variable));
        return false;
    }
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        if (tryStart(program)) {
            return true;
        }
        stop();
    }
    return false;
}

void ServerProcess::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::tryStart(const QString& program)
{
    if (m_port == 0 || !m_error.isEmpty()) {
        m_port = freePort();
    }
    m_error.clear();
    m_process.setStandardOutputFile(m_folder + QStringLiteral("/log"), QIODevice::Append);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_folder);
    m_process.start(program, m_arguments(m_port));
    for (int look = 0; look < LooksAtTheSocket; ++look) {
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning) {
            break;
        }
        if (accepts(m_port)) {
            return true;
        }
    }
    QFile log(m_folder + QStringLiteral("/log"));
    const QByteArray end = log.open(QIODevice::ReadOnly) ? log.readAll().right(400) : QByteArray();
    m_error = QStringLiteral("%1 did not come up: %2").arg(program, QString::fromUtf8(end));
    return false;
}

} // namespace stowage::test
