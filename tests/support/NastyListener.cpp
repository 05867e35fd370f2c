// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NastyListener.h"

#include "tests/support/FaultyContent.h"
#include "tests/support/NastyConnection.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr int BurstLength = 3;

QString certificateName(Fault fault)
{
    switch (fault) {
    case Fault::SelfSigned:
        return QStringLiteral("selfsigned");
    case Fault::Expired:
        return QStringLiteral("expired");
    case Fault::WrongHost:
        return QStringLiteral("wronghost");
    default:
        return QStringLiteral("good");
    }
}

} // namespace

NastyListener::NastyListener(QHostAddress address, std::shared_ptr<TestCertificates> certificates)
    : m_address(std::move(address)), m_certificates(std::move(certificates))
{
}

NastyListener::~NastyListener()
{
    closeConnections(); // they tell the listener of their end, so they end while it still is one
}

quint16 NastyListener::open()
{
    m_held.abort();
    setListenBacklogSize(512);
    if (listen(m_address, m_port)) {
        m_port = serverPort();
    }
    return isListening() ? m_port : quint16{0};
}

void NastyListener::script(const QByteArray& method, const QByteArray& path,
                           std::vector<ServerAnswer> answers)
{
    m_scripts[{method, path}] = {std::move(answers), 0};
}

void NastyListener::misbehave(Fault fault, Millis interval)
{
    m_fault = fault;
    m_interval = interval;
    m_burstLeft = BurstLength;
    closeConnections();
    if (fault == Fault::Refuses) {
        close();
        // Bound and not listening it refuses as well, and no other program gets the port meanwhile.
        m_held.bind(m_address, m_port, QAbstractSocket::ReuseAddressHint | QAbstractSocket::ShareAddress);
    } else if (!isListening()) {
        open();
    }
}

void NastyListener::closeConnections()
{
    for (const QPointer<NastyConnection>& connection : std::exchange(m_connections, {})) {
        delete connection.data();
    }
}

void NastyListener::incomingConnection(qintptr descriptor)
{
    QTcpSocket* socket = makeSocket(descriptor);
    auto* connection = new NastyConnection(socket, ++m_connectionCount, *this);
    std::erase_if(m_connections, [](const QPointer<NastyConnection>& one) { return one.isNull(); });
    m_connections.emplace_back(connection);
}

QTcpSocket* NastyListener::makeSocket(qintptr descriptor)
{
    if (!m_certificates) {
        auto* plain = new QTcpSocket;
        plain->setSocketDescriptor(descriptor);
        return plain;
    }
    auto* secure = new QSslSocket;
    secure->setSocketDescriptor(descriptor);
    const QString name = certificateName(m_fault);
    secure->setLocalCertificate(m_certificates->file(name + QStringLiteral(".pem")));
    secure->setPrivateKey(m_certificates->file(name + QStringLiteral(".key")), QSsl::Ec);
    if (m_wantsClientCertificate) {
        QSslConfiguration configuration = secure->sslConfiguration();
        configuration.setCaCertificates(
            QSslCertificate::fromPath(m_certificates->file(QStringLiteral("ca.pem"))));
        configuration.setMissingCertificateIsFatal(true);
        secure->setSslConfiguration(configuration);
        secure->setPeerVerifyMode(QSslSocket::VerifyPeer);
    } else {
        secure->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    secure->startServerEncryption();
    return secure;
}

ServerAnswer NastyListener::answerFor(RecordedRequest request)
{
    m_mostAtOnce = std::max(m_mostAtOnce, ++m_waiting);
    ServerAnswer answer = goodAnswer(request);
    if (m_fault != Fault::None) {
        answer.fault = m_fault;
        answer.interval = m_interval;
    }
    if (answer.fault == Fault::UnavailableBurst) {
        answer = m_burstLeft-- > 0 ? ServerAnswer::text("busy", 503) : goodAnswer(request);
        answer.fault = Fault::None;
    }
    spoilContent(answer, request, m_stranger);
    m_requests.push_back(std::move(request));
    return answer;
}

ServerAnswer NastyListener::goodAnswer(const RecordedRequest& request)
{
    const ServerAnswer* found = scripted(request.method, request.path);
    if (found == nullptr) {
        found = scripted("*", request.path);
    }
    if (found == nullptr && request.method == "HEAD") {
        found = scripted("GET", request.path);
    }
    if (found != nullptr) {
        return *found;
    }
    return m_handler ? m_handler(request) : ServerAnswer::text("no such path", 404);
}

const ServerAnswer* NastyListener::scripted(const QByteArray& method, const QByteArray& path)
{
    const auto found = m_scripts.find({method, path});
    if (found == m_scripts.end() || found->second.answers.empty()) {
        return nullptr;
    }
    Script& script = found->second;
    const size_t now = script.next;
    script.next = std::min(now + 1, script.answers.size() - 1);
    return &script.answers[now];
}

} // namespace stowage::test
