// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/TlsCheck.h"

#include "models/core/Listed.h"

#include <QCryptographicHash>
#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace stowage {
namespace {

constexpr qint64 RenewWithinDays = 14;

QString issuerOf(const QSslCertificate& certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName) +
                              certificate.issuerInfo(QSslCertificate::Organization);
    return names.isEmpty() ? QStringLiteral("?") : names.front();
}

/// The names a certificate is for, as its subject alternative names say.
QString subjectsOf(const QSslCertificate& certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty()) {
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    }
    return listed(names.mid(0, 5));
}

QByteArray pinOf(const QSslCertificate& certificate)
{
    return "sha256//" +
           QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256).toBase64();
}

QString todoFor(QSslError::SslError error, const QString& names)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return TlsCheck::tr("Renew the server's certificate.");
    case QSslError::CertificateNotYetValid:
        return TlsCheck::tr("Check the clocks of this machine and of the server.");
    case QSslError::HostNameMismatch:
        return TlsCheck::tr("Use a name that the certificate is for (%1), or have one issued for this name.")
            .arg(names);
    default:
        return TlsCheck::tr("Name the certificate authority's file for this source in the profile.");
    }
}

} // namespace

TlsCheck::TlsCheck(const Clock& clock, Millis deadline, QObject* parent)
    : QObject(parent), m_clock(clock), m_deadline(deadline)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_errors = errors;
        m_socket.ignoreSslErrors(); // nothing is sent; what is wrong is told
    });
    connect(
        &m_socket, &QSslSocket::encrypted, this, [this] { takeCertificate(); }, Qt::QueuedConnection);
    connect(
        &m_socket, &QSslSocket::errorOccurred, this,
        [this] {
            finish(Finding::failed(
                tr("the handshake failed: %1").arg(m_socket.errorString()),
                tr("Check that this port speaks TLS, and whether it asks for a client certificate.")));
        },
        Qt::QueuedConnection);
}

void TlsCheck::start(const Endpoint& endpoint, const QHostAddress& address, quint16 port, const QString& host)
{
    m_begun = m_clock.monotonic();
    m_host = host;
    m_pin = endpoint.pin;
    if (!prepare(endpoint)) {
        return;
    }
    m_clock.after(m_deadline, this, [this] {
        finish(Finding::failed(tr("no handshake within %1 ms").arg(m_deadline.count()),
                               tr("Check that this port speaks TLS.")));
    });
    m_socket.connectToHostEncrypted(address.toString(), port, host);
}

bool TlsCheck::prepare(const Endpoint& endpoint)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!endpoint.caFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(endpoint.caFile, QSsl::Pem,
                                                           QSslCertificate::PatternSyntax::FixedString);
        if (authorities.isEmpty()) {
            const Finding unreadable =
                Finding::failed(tr("no certificate can be read from %1").arg(endpoint.caFile),
                                tr("Check the path and that the file is PEM."));
            QMetaObject::invokeMethod(
                this, [this, unreadable] { finish(unreadable); }, Qt::QueuedConnection);
            return false;
        }
        configuration.setCaCertificates(authorities);
    }
    m_socket.setSslConfiguration(configuration);
    if (!endpoint.clientCertificate.isEmpty()) {
        m_socket.setLocalCertificate(endpoint.clientCertificate);
        m_socket.setPrivateKey(endpoint.clientKey);
    }
    return true;
}

Finding TlsCheck::judgeErrors() const
{
    QStringList messages;
    for (const QSslError& error : m_errors) {
        messages << error.errorString();
    }
    messages.removeDuplicates();
    return Finding::failed(messages.join(QStringLiteral("; ")),
                           todoFor(m_errors.front().error(), subjectsOf(m_socket.peerCertificate())));
}

void TlsCheck::takeCertificate()
{
    if (m_isDone) {
        return;
    }
    const QSslCertificate certificate = m_socket.peerCertificate();
    if (!certificate.isNull()) {
        Q_EMIT certificateShown(issuerOf(certificate),
                                Timestamp{Millis{certificate.expiryDate().toMSecsSinceEpoch()}});
    }
    finish(judge());
}

Finding TlsCheck::judge() const
{
    if (!m_errors.isEmpty()) {
        return judgeErrors();
    }
    const QSslCertificate certificate = m_socket.peerCertificate();
    if (!m_pin.isEmpty() && pinOf(certificate) != m_pin) {
        return Finding::failed(
            tr("the public key is not the pinned one but %1").arg(QString::fromLatin1(pinOf(certificate))),
            tr("Find out why the key changed before you change the pin."));
    }
    const Timestamp expiry{Millis{certificate.expiryDate().toMSecsSinceEpoch()}};
    const auto days = std::chrono::floor<std::chrono::days>(expiry - m_clock.now()).count();
    const QString detail = tr("issued by %1 for %2, expires in %n day(s)", nullptr, static_cast<int>(days))
                               .arg(issuerOf(certificate), subjectsOf(certificate));
    if (days < RenewWithinDays) {
        return Finding::warning(detail, tr("Renew the server's certificate soon."));
    }
    return Finding::fine(detail);
}

void TlsCheck::finish(Finding finding)
{
    if (m_isDone) {
        return;
    }
    m_isDone = true;
    finding.took = m_clock.monotonic() - m_begun;
    m_socket.disconnect(this);
    m_socket.abort();
    Q_EMIT finished(finding);
}

} // namespace stowage
