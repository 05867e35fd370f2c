// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/doctor/ScriptedServer.h"

#include <QSslServer>
#include <QTcpSocket>

namespace stowage::test {
namespace {

std::unique_ptr<QTcpServer> makeServer(const std::optional<QSslConfiguration>& tls)
{
    if (!tls) {
        return std::make_unique<QTcpServer>();
    }
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

} // namespace

ScriptedServer::ScriptedServer(const std::optional<QSslConfiguration>& tls)
    : m_server(makeServer(tls)), m_isTls(tls.has_value())
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray head = socket->peek(64 * 1024);
                if (!head.contains("\r\n\r\n")) {
                    return;
                }
                asked << socket->readAll();
                const QByteArray path = head.split(' ').value(1);
                socket->write(m_answers.value(path, "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"));
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!m_server->listen(QHostAddress::LocalHost)) {
        qFatal("a scripted server cannot listen: %s", qPrintable(m_server->errorString()));
    }
}

QByteArray ScriptedServer::url(const QByteArray& host) const
{
    return (m_isTls ? "https://" : "http://") + host + ':' + QByteArray::number(port());
}

void ScriptedServer::answer(const QByteArray& path, int status, const QByteArray& headers,
                            const QByteArray& body)
{
    m_answers.insert(path, "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers +
                               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace stowage::test
