// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/TcpCheck.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace stowage {
namespace {

constexpr size_t MostAddresses = 8;

} // namespace

TcpCheck::TcpCheck(const Clock& clock, Millis deadline, QObject* parent)
    : QObject(parent), m_clock(clock), m_deadline(deadline)
{
}

void TcpCheck::start(const std::vector<QHostAddress>& addresses, quint16 port)
{
    m_begun = m_clock.monotonic();
    m_isTried = !addresses.empty();
    if (!m_isTried) {
        QMetaObject::invokeMethod(
            this, [this] { finish({}); }, Qt::QueuedConnection);
        return;
    }
    for (size_t i = 0; i < std::min(addresses.size(), MostAddresses); ++i) {
        auto* socket = new QTcpSocket(this);
        socket->setProxy(QNetworkProxy::NoProxy);
        ++m_open;
        const auto connected = [this, address = addresses[i]] {
            m_reached = address;
            finish({});
        };
        const auto failed = [this, socket] {
            if (--m_open == 0) {
                finish(socket->errorString());
            }
        };
        // Queued: a refusal may come from within connectToHost().
        connect(socket, &QTcpSocket::connected, this, connected, Qt::QueuedConnection);
        connect(socket, &QTcpSocket::errorOccurred, this, failed, Qt::QueuedConnection);
        socket->connectToHost(addresses[i], port);
    }
    m_clock.after(m_deadline, this, [this] { finish(tr("no answer within %1 ms").arg(m_deadline.count())); });
}

void TcpCheck::finish(const QString& trouble)
{
    if (m_isDone) {
        return;
    }
    m_isDone = true;
    m_trouble = trouble;
    m_took = m_clock.monotonic() - m_begun;
    const auto sockets = findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : sockets) {
        socket->disconnect(this);
        socket->abort();
    }
    Q_EMIT finished();
}

} // namespace stowage
