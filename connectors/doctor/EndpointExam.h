// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/DoctorPatience.h"
#include "connectors/doctor/DoctorTarget.h"
#include "connectors/doctor/Finding.h"
#include "connectors/doctor/HostResolver.h"
#include "connectors/doctor/TcpCheck.h"
#include "connectors/doctor/TlsCheck.h"

#include <QObject>
#include <QUrl>

namespace stowage {

/// The steps of one server below HTTP: name, TCP over both families at once, TLS. Each step is found exactly
/// once and in order, as Skipped with the reason when an earlier one makes it impossible.
class EndpointExam : public QObject
{
    Q_OBJECT

public:
    EndpointExam(const HostResolver& resolver, const Clock& clock, DoctorPatience patience,
                 DoctorEndpoint server, QObject* parent = nullptr);

    /// Nothing is found from within start().
    void start();

    /// Whether a request makes sense; through a proxy it always does.
    bool isReachable() const { return m_isReachable; }

Q_SIGNALS:
    /// As TlsCheck has it; `server` is "host:port".
    void certificateShown(const QString& server, const QString& issuer, stowage::Timestamp endsAt);
    void found(stowage::DoctorStep step, const stowage::Finding& finding);
    void finished();

private:
    void takeNames(const ResolvedHost& host);
    void takeTcp();
    void takeTls(Finding finding);
    Finding dnsFinding(const ResolvedHost& host) const;
    Finding tcpFinding(const TcpCheck& own, const TcpCheck& other, const QString& family, bool isAaaa) const;
    void tell(DoctorStep step, Finding finding);
    void skip(DoctorStep step, const QString& why);
    void finish(bool isReachable);

    const HostResolver& m_resolver;
    const Clock& m_clock;
    DoctorPatience m_patience;
    DoctorEndpoint m_server;
    QUrl m_url;
    quint16 m_port = 0;
    Millis m_begun{0};
    ResolvedHost m_host;
    TcpCheck m_tcp4;
    TcpCheck m_tcp6;
    TlsCheck m_tls;
    int m_tcpOpen = 2;
    bool m_isReachable = false;
};

} // namespace stowage
