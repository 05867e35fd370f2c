// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/notify/PrivateBus.h"

#include <QFile>

namespace stowage::test {
namespace {

constexpr int PatienceMs = 30'000;

/// As small as a bus can be: everybody on it may do everything.
QByteArray config(const QString& socket)
{
    return "<busconfig><type>session</type><listen>unix:path=" + socket.toUtf8() +
           "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
           "eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n";
}

} // namespace

PrivateBus::PrivateBus()
{
    const QString socket = m_folder.filePath(QStringLiteral("bus"));
    QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(config(socket)) < 0) {
        m_error = file.errorString();
        return;
    }
    file.close();
    m_process.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--config-file=%1").arg(file.fileName()), QStringLiteral("--nofork"),
                     QStringLiteral("--print-address=1")});
    if (!m_process.waitForStarted(PatienceMs) || !m_process.waitForReadyRead(PatienceMs)) {
        m_error = m_process.errorString() + QString::fromUtf8(m_process.readAllStandardError());
        return;
    }
    m_address = QString::fromUtf8(m_process.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    m_process.kill();
    m_process.waitForFinished(PatienceMs);
}

} // namespace stowage::test
