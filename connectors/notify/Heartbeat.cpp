// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/Heartbeat.h"

namespace stowage {
namespace {

constexpr qint64 BodyLimit = 64 * 1024;

} // namespace

Heartbeat::Heartbeat(HttpEngine& engine, const Clock& clock, HeartbeatSettings settings, QObject* parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_settings(std::move(settings)),
      m_endpoint(m_engine.addEndpoint(m_settings.endpoint))
{
}

Heartbeat::~Heartbeat()
{
    m_engine.removeEndpoint(m_endpoint);
}

void Heartbeat::start()
{
    m_run = std::make_unique<QObject>();
    beat();
}

void Heartbeat::beat()
{
    m_clock.after(m_settings.every, m_run.get(), [this] { beat(); });
    if (std::exchange(m_isUnderWay, true)) {
        return; // the last one still waits for its answer
    }
    HttpRequest request;
    request.target = m_settings.path;
    request.deadline = m_settings.deadline;
    request.idleLimit = m_settings.deadline;
    request.bodyLimit = BodyLimit;
    request.retry = RetryClass::Probe;
    ++m_sent;
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), this);
    connect(call, &HttpCall::finished, this, &Heartbeat::take);
}

void Heartbeat::take(const HttpResult& result)
{
    m_isUnderWay = false;
    if (result && result->status >= 200 && result->status < 300) {
        m_lastAccepted = m_clock.now();
        m_error.reset();
    } else {
        ++m_failed;
        m_error = result ? Error{ErrorKind::ServerFault,
                                 tr("the dead man's switch answered with status %1").arg(result->status),
                                 m_settings.endpoint.source,
                                 tr("Check its address in the profile."),
                                 {}}
                         : result.error();
    }
    Q_EMIT changed();
}

} // namespace stowage
