// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/Finding.h"
#include "connectors/http/Endpoint.h"
#include "models/ports/Clock.h"

#include <QHostAddress>
#include <QObject>
#include <QSslSocket>

namespace stowage {

/// Shakes hands once, whatever the certificate is like, to be able to say what is wrong with it; sends
/// nothing.
class TlsCheck : public QObject
{
    Q_OBJECT

public:
    TlsCheck(const Clock& clock, Millis deadline, QObject* parent = nullptr);

    /// `host` is the name that the certificate must be for.
    void start(const Endpoint& endpoint, const QHostAddress& address, quint16 port, const QString& host);

Q_SIGNALS:
    /// The server's certificate, whatever it is like; before finished().
    void certificateShown(const QString& issuer, stowage::Timestamp endsAt);
    void finished(const stowage::Finding& finding);

private:
    bool prepare(const Endpoint& endpoint);
    void takeCertificate();
    Finding judge() const;
    Finding judgeErrors() const;
    void finish(Finding finding);

    const Clock& m_clock;
    Millis m_deadline;
    Millis m_begun{0};
    QSslSocket m_socket;
    QString m_host;
    QByteArray m_pin;
    QList<QSslError> m_errors;
    bool m_isDone = false;
};

} // namespace stowage
