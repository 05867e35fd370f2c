// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerPoll.h"

#include "connectors/prometheus/Background.h"

#include <malloc.h>

namespace stowage {
namespace {

/// What an earlier reading took is free by now, but glibc keeps it for the thread that read: of ten thousand
/// alerts a dozen megabytes, for each thread of the pool.
void giveBackMemory(qsizetype bytesToRead)
{
#if defined(__GLIBC__)
    constexpr qsizetype Large = 1 << 20;
    if (bytesToRead >= Large) {
        malloc_trim(0);
    }
#endif
}

} // namespace

AlertmanagerPoll::AlertmanagerPoll(HttpEngine& engine, EndpointId endpoint,
                                   const AlertmanagerSettings& settings, AlertmanagerWish wish,
                                   QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_settings(settings), m_wish(std::move(wish))
{
}

HttpCall* AlertmanagerPoll::ask(const char* target)
{
    HttpRequest request;
    request.target = target;
    request.deadline = m_settings.deadline;
    request.idleLimit = m_settings.deadline;
    request.bodyLimit = m_settings.bodyLimit;
    return m_engine.send(m_endpoint, std::move(request), this);
}

void AlertmanagerPoll::start()
{
    m_open = 2;
    connect(ask("/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"),
            &HttpCall::finished, this, &AlertmanagerPoll::takeAlerts);
    connect(ask("/api/v2/silences"), &HttpCall::finished, this, &AlertmanagerPoll::takeSilences);
}

/// Ten thousand alerts are seven megabytes: read on another thread.
void AlertmanagerPoll::takeAlerts(const HttpResult& result)
{
    if (!result) {
        m_reading.error = result.error();
        endOne();
        return;
    }
    m_reading.hasAnswered = true;
    m_reading.serverNow = dateOf(result->headers);
    m_wish.now = m_reading.serverNow.value_or(m_wish.now);
    m_wish.mostAlerts = m_settings.mostAlerts;
    const auto read = [answer = *result, wish = m_wish] {
        giveBackMemory(answer.body.size());
        return std::make_shared<Result<AlertmanagerAlerts>>(readAlertmanagerAlerts(answer, wish));
    };
    inBackground(this, read, [this](const std::shared_ptr<Result<AlertmanagerAlerts>>& alerts) {
        if (*alerts) {
            m_reading.alerts = std::move(**alerts);
        } else {
            m_reading.error = alerts->error();
        }
        endOne();
    });
}

void AlertmanagerPoll::takeSilences(const HttpResult& result)
{
    if (!result) {
        note(QStringLiteral("silences"), result.error());
        endOne();
        return;
    }
    m_reading.hasAnswered = true;
    using Silences = std::shared_ptr<const Result<AlertmanagerSilences>>;
    const auto read = [answer = *result]() -> Silences {
        return std::make_shared<const Result<AlertmanagerSilences>>(readAlertmanagerSilences(answer));
    };
    inBackground(this, read, [this](const Silences& silences) {
        if (*silences) {
            m_reading.silences = **silences;
        } else {
            note(QStringLiteral("silences"), silences->error());
        }
        endOne();
    });
}

void AlertmanagerPoll::takeStatus(const HttpResult& result)
{
    const auto status =
        result ? readAlertmanagerStatus(*result) : Result<AlertmanagerStatus>(fail(result.error()));
    if (status) {
        m_reading.status = *status;
    } else {
        note(QStringLiteral("status"), status.error());
    }
    Q_EMIT finished();
}

void AlertmanagerPoll::note(const QString& what, Error error)
{
    error.where = what;
    m_reading.unseen << error.text();
}

void AlertmanagerPoll::endOne()
{
    if (--m_open > 0) {
        return;
    }
    if (m_reading.error) {
        Q_EMIT finished();
        return;
    }
    connect(ask("/api/v2/status"), &HttpCall::finished, this, &AlertmanagerPoll::takeStatus);
}

} // namespace stowage
