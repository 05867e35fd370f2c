// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/EndpointExam.h"

#include "models/core/Listed.h"

namespace stowage {
namespace {

QString addressesText(const std::vector<QHostAddress>& addresses)
{
    QStringList texts;
    for (const QHostAddress& address : addresses) {
        texts << address.toString();
    }
    return texts.isEmpty() ? EndpointExam::tr("none") : listed(texts);
}

} // namespace

EndpointExam::EndpointExam(const HostResolver& resolver, const Clock& clock, DoctorPatience patience,
                           DoctorEndpoint server, QObject* parent)
    : QObject(parent), m_resolver(resolver), m_clock(clock), m_patience(patience),
      m_server(std::move(server)), m_url(QUrl::fromEncoded(m_server.endpoint.baseUrl)),
      m_tcp4(clock, patience.tcp), m_tcp6(clock, patience.tcp), m_tls(clock, patience.tls)
{
    const auto tcpDone = [this] {
        if (--m_tcpOpen == 0) {
            takeTcp();
        }
    };
    connect(&m_tcp4, &TcpCheck::finished, this, tcpDone);
    connect(&m_tcp6, &TcpCheck::finished, this, tcpDone);
    connect(&m_tls, &TlsCheck::certificateShown, this, [this](const QString& issuer, Timestamp endsAt) {
        Q_EMIT certificateShown(QStringLiteral("%1:%2").arg(m_url.host()).arg(m_port), issuer, endsAt);
    });
    connect(&m_tls, &TlsCheck::finished, this, &EndpointExam::takeTls);
}

void EndpointExam::start()
{
    m_begun = m_clock.monotonic();
    m_port = static_cast<quint16>(m_url.port(m_url.scheme() == QLatin1String("https") ? 443 : 80));
    if (m_server.endpoint.proxy.isEmpty()) {
        m_resolver.resolve(m_url.host(), this, [this](const ResolvedHost& host) { takeNames(host); });
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (const DoctorStep step :
                 {DoctorStep::Dns, DoctorStep::Tcp4, DoctorStep::Tcp6, DoctorStep::Tls}) {
                skip(step, tr("reached through a proxy, which does this"));
            }
            finish(true);
        },
        Qt::QueuedConnection);
}

void EndpointExam::takeNames(const ResolvedHost& host)
{
    m_host = host;
    Finding finding = dnsFinding(host);
    finding.took = m_clock.monotonic() - m_begun;
    tell(DoctorStep::Dns, finding);
    if (host.v4.empty() && host.v6.empty()) {
        for (const DoctorStep step : {DoctorStep::Tcp4, DoctorStep::Tcp6, DoctorStep::Tls}) {
            skip(step, tr("the name has no address"));
        }
        finish(false);
        return;
    }
    m_tcp4.start(host.v4, m_port);
    m_tcp6.start(host.v6, m_port);
}

Finding EndpointExam::dnsFinding(const ResolvedHost& host) const
{
    const QString trouble = host.trouble.isEmpty() ? QString() : QStringLiteral("; ") + host.trouble;
    switch (host.way) {
    case ResolvedHost::Way::Literal:
        return Finding::skipped(tr("a literal address: there is no name to look up"));
    case ResolvedHost::Way::HostsFile:
        return Finding::fine(tr("from the system, not from the DNS: IPv4 %1, IPv6 %2")
                                 .arg(addressesText(host.v4), addressesText(host.v6)) +
                             trouble);
    case ResolvedHost::Way::Dns: {
        const QString detail =
            tr("A %1; AAAA %2").arg(addressesText(host.v4), addressesText(host.v6)) + trouble;
        return trouble.isEmpty()
                   ? Finding::fine(detail)
                   : Finding::warning(detail,
                                      tr("Look at the name server: half an answer slows every connection."));
    }
    case ResolvedHost::Way::Nothing:
        break;
    }
    return Finding::failed(tr("%1 has no address").arg(m_url.host()) + trouble,
                           tr("Check the name in the profile, and this machine's name servers."));
}

void EndpointExam::takeTcp()
{
    tell(DoctorStep::Tcp4, tcpFinding(m_tcp4, m_tcp6, QStringLiteral("IPv4"), false));
    tell(DoctorStep::Tcp6,
         tcpFinding(m_tcp6, m_tcp4, QStringLiteral("IPv6"), m_host.way == ResolvedHost::Way::Dns));
    const auto& address = m_tcp4.reached() ? m_tcp4.reached() : m_tcp6.reached();
    if (!address) {
        skip(DoctorStep::Tls, tr("there is no connection"));
        finish(false);
    } else if (m_url.scheme() != QLatin1String("https")) {
        skip(DoctorStep::Tls, tr("plain HTTP: there is no certificate"));
        finish(true);
    } else {
        m_tls.start(m_server.endpoint, *address, m_port, m_url.host());
    }
}

Finding EndpointExam::tcpFinding(const TcpCheck& own, const TcpCheck& other, const QString& family,
                                 bool isAaaa) const
{
    if (!own.isTried()) {
        return Finding::skipped(tr("there is no %1 address").arg(family));
    }
    const QString port = QString::number(m_port);
    if (own.reached()) {
        return Finding::fine(tr("%1 port %2 answers").arg(own.reached()->toString(), port), own.took());
    }
    if (!other.reached()) {
        return Finding::failed(
            tr("port %1 does not answer: %2").arg(port, own.trouble()),
            tr("Check that the server runs, its address and port, and the firewall between."), own.took());
    }
    const QString detail =
        isAaaa ? tr("an AAAA record exists but IPv6 does not answer: %1").arg(own.trouble())
               : tr("there is an %1 address but it does not answer: %2").arg(family, own.trouble());
    return Finding::warning(
        detail,
        tr("Remove that address from the name or let the server listen on it: clients that try it first "
           "wait."),
        own.took());
}

void EndpointExam::takeTls(Finding finding)
{
    const bool isReachable = finding.verdict != Verdict::Failed;
    tell(DoctorStep::Tls, std::move(finding));
    finish(isReachable);
}

void EndpointExam::tell(DoctorStep step, Finding finding)
{
    finding.subject = m_server.label;
    Q_EMIT found(step, finding);
}

void EndpointExam::skip(DoctorStep step, const QString& why)
{
    tell(step, Finding::skipped(why));
}

void EndpointExam::finish(bool isReachable)
{
    m_isReachable = isReachable;
    Q_EMIT finished();
}

} // namespace stowage
