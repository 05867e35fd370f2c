// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NastyServer.h"

#include "tests/support/NastyListener.h"
#include "tests/support/TestCertificates.h"

#include <algorithm>

namespace stowage::test {

/// Waits for the function to have run there; tests may.
template <class Function>
auto NastyServer::onServerThread(Function run) const
{
    using Value = decltype(run());
    if constexpr (std::is_void_v<Value>) {
        QMetaObject::invokeMethod(m_listener, run, Qt::BlockingQueuedConnection);
    } else {
        Value value{};
        QMetaObject::invokeMethod(m_listener, run, Qt::BlockingQueuedConnection, &value);
        return value;
    }
}

NastyServer::NastyServer(Protocol protocol, const QHostAddress& address)
    : m_protocol(protocol), m_address(address),
      m_certificates(protocol == Tls ? TestCertificates::shared() : nullptr),
      m_listener(new NastyListener(address, m_certificates))
{
    m_thread.setObjectName(QStringLiteral("nasty server"));
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
    m_port = onServerThread([this] { return m_listener->open(); });
    if (m_port == 0) {
        qFatal("NastyServer cannot listen on %s", qPrintable(address.toString()));
    }
}

NastyServer::~NastyServer()
{
    m_thread.quit();
    m_thread.wait();
}

QByteArray NastyServer::url() const
{
    return (m_protocol == Tls ? "https://" : "http://") + authority().toLatin1();
}

QString NastyServer::authority() const
{
    const bool v6 = m_address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = m_address.toString();
    return QStringLiteral("%1:%2").arg(v6 ? QLatin1Char('[') + host + QLatin1Char(']') : host).arg(m_port);
}

QString NastyServer::caFile() const
{
    return m_certificates ? m_certificates->file(QStringLiteral("ca.pem")) : QString();
}

QString NastyServer::clientCertificate() const
{
    return m_certificates ? m_certificates->file(QStringLiteral("client.pem")) : QString();
}

QString NastyServer::clientKey() const
{
    return m_certificates ? m_certificates->file(QStringLiteral("client.key")) : QString();
}

QByteArray NastyServer::pin() const
{
    return m_certificates ? m_certificates->pin() : QByteArray();
}

void NastyServer::on(const QByteArray& method, const QByteArray& path, std::vector<ServerAnswer> answers)
{
    onServerThread([&] { m_listener->script(method, path, std::move(answers)); });
}

void NastyServer::handle(ServerHandler handler)
{
    onServerThread([&] { m_listener->setHandler(std::move(handler)); });
}

void NastyServer::misbehave(Fault fault, Millis interval)
{
    const QByteArray elsewhere = fault == Fault::RedirectToStranger ? stranger().url() : QByteArray();
    onServerThread([&] {
        m_listener->setStranger(elsewhere);
        m_listener->misbehave(fault, interval);
    });
}

void NastyServer::requireClientCertificate()
{
    onServerThread([this] { m_listener->requireClientCertificate(); });
}

void NastyServer::closeConnections()
{
    onServerThread([this] { m_listener->closeConnections(); });
}

NastyServer& NastyServer::stranger()
{
    if (!m_stranger) {
        m_stranger = std::make_unique<NastyServer>();
        m_stranger->handle([](const RecordedRequest&) { return ServerAnswer::json("{}"); });
        onServerThread([&] { m_listener->setStranger(m_stranger->url()); });
    }
    return *m_stranger;
}

std::vector<RecordedRequest> NastyServer::requests() const
{
    return onServerThread([this] { return m_listener->requests(); });
}

int NastyServer::requestCount() const
{
    return static_cast<int>(onServerThread([this] { return m_listener->requests().size(); }));
}

int NastyServer::requestCount(const QByteArray& path) const
{
    return static_cast<int>(std::ranges::count(requests(), path, &RecordedRequest::path));
}

int NastyServer::connectionCount() const
{
    return onServerThread([this] { return m_listener->connectionCount(); });
}

int NastyServer::mostAtOnce() const
{
    return onServerThread([this] { return m_listener->mostAtOnce(); });
}

} // namespace stowage::test
