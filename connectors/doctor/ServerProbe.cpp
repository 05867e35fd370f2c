// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/ServerProbe.h"

#include <QElapsedTimer>

namespace stowage {

ServerProbe::ServerProbe(HttpEngine& engine, DoctorPatience patience, DoctorEndpoint server, QObject* parent)
    : QObject(parent), m_engine(engine), m_patience(patience), m_server(std::move(server)),
      m_endpoint(engine.addEndpoint(m_server.endpoint))
{
    if (m_server.metrics) {
        m_metrics = engine.addEndpoint(*m_server.metrics);
    }
}

ServerProbe::~ServerProbe()
{
    m_engine.removeEndpoint(m_endpoint);
    if (m_metrics) {
        m_engine.removeEndpoint(*m_metrics);
    }
}

void ServerProbe::ask(HttpRequest request, Millis deadline, Then then)
{
    askAt(m_endpoint, std::move(request), deadline, std::move(then));
}

void ServerProbe::askMetrics(HttpRequest request, Millis deadline, Then then)
{
    askAt(*m_metrics, std::move(request), deadline, std::move(then));
}

void ServerProbe::askAt(EndpointId endpoint, HttpRequest request, Millis deadline, Then then)
{
    request.deadline = deadline;
    request.idleLimit = deadline;
    request.bodyLimit = 1024 * 1024;
    request.retry = RetryClass::Probe;
    request.followRedirects = false;
    HttpCall* call = m_engine.send(endpoint, std::move(request), this);
    QElapsedTimer timer;
    timer.start();
    connect(call, &HttpCall::finished, this, [then = std::move(then), timer](const HttpResult& result) {
        then(result, Millis{timer.elapsed()});
    });
}

void ServerProbe::tell(DoctorStep step, Finding finding)
{
    finding.subject = m_server.label;
    Q_EMIT found(step, finding);
}

void ServerProbe::skip(DoctorStep step, const QString& why)
{
    tell(step, Finding::skipped(why));
}

bool ServerProbe::hasCredentials() const
{
    return !std::holds_alternative<std::monostate>(m_server.endpoint.credentials);
}

} // namespace stowage
