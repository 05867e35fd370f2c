// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/spegel/FakePeer.h"

#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

namespace stowage::test {
namespace {

QByteArray response(int status, const QByteArray& headers, const QByteArray& body = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers + "\r\n" + body;
}

QByteArray bare(int status)
{
    return response(status, "Content-Length: 0\r\n");
}

QByteArray json(const QByteArray& body)
{
    return response(
        200, "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n",
        body);
}

} // namespace

FakePeer::FakePeer(QObject* parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    open();
}

void FakePeer::open()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port)) {
        qFatal("a fake peer cannot listen: %s", qPrintable(m_server.errorString()));
    }
    m_port = m_server.serverPort();
}

void FakePeer::close()
{
    m_server.close();
    const auto sockets = m_server.findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : sockets) {
        socket->abort();
    }
}

void FakePeer::serve(QTcpSocket* socket)
{
    while (socket->isOpen()) {
        const QByteArray seen = socket->peek(64 * 1024);
        const qsizetype end = seen.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        const QByteArray head = socket->read(end + 4);
        const QByteArray reply = answer(head);
        if (breaksContent && head.startsWith("HEAD /v2/")) {
            socket->abort();
            return;
        }
        if (reply.isEmpty()) {
            socket->disconnect(this); // says nothing any more
            return;
        }
        socket->write(reply);
    }
}

QByteArray FakePeer::answer(const QByteArray& head)
{
    const QByteArray target = head.split(' ').value(1);
    if (target == "/readyz") {
        ++probes;
        return hangsOnReady ? QByteArray() : bare(readyStatus);
    }
    if (target == "/debug/web/metadata") {
        return identity.isEmpty() ? bare(404) : json("{\"libp2p\":{\"id\":\"" + identity + "\"}}");
    }
    if (target == "/metrics") {
        ++metricsAsked;
        return metrics.isEmpty() ? bare(404)
                                 : response(200,
                                            "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                                            "Content-Length: " +
                                                QByteArray::number(metrics.size()) + "\r\n",
                                            metrics);
    }
    if (target == "/v2/") {
        return bare(200);
    }
    if (!target.startsWith("/v2/")) {
        return bare(404);
    }
    if (isWanted(target)) {
        asked << target;
    } else {
        ++canaries;
    }
    if (!head.toLower().contains("\r\nx-spegel-mirrored: true\r\n")) {
        ++unmarked;
    }
    const bool hangs = hangsOnContent;
    Q_EMIT contentAsked();
    return hangs ? QByteArray() : contentAnswer(target);
}

QByteArray FakePeer::contentAnswer(const QByteArray& target)
{
    if (contentStatus != 0) {
        return bare(contentStatus);
    }
    const QUrl url = QUrl::fromEncoded(target);
    const QString registry = QUrlQuery(url).queryItemValue(QStringLiteral("ns"), QUrl::FullyDecoded);
    if (!mirrored.contains(registry)) {
        return bare(404);
    }
    const QByteArray path = url.path().toLatin1();
    const bool isManifest = path.contains("/manifests/");
    const QByteArray digest = path.mid(path.lastIndexOf('/') + 1);
    const qint64 size =
        content.value((isManifest ? "manifests/" : "blobs/") + digest, claimsAll ? claimedSize : -1);
    if (size < 0) {
        return response(404, QByteArray("Content-Type: application/json\r\nContent-Length: ") +
                                 (isManifest ? "147" : "139") + "\r\n");
    }
    return response(200, "Content-Type: application/octet-stream\r\nDocker-Content-Digest: " + digest +
                             "\r\nContent-Length: " + QByteArray::number(size) + "\r\n" +
                             (forwards ? QByteArray() : "OCI-Namespace: " + registry.toUtf8() + "\r\n"));
}

} // namespace stowage::test
