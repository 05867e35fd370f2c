// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerConnector.h"

#include "connectors/alerts/PollOutcome.h"

namespace stowage {

AlertmanagerConnector::AlertmanagerConnector(HttpEngine& engine, const Clock& clock,
                                             AlertmanagerSettings settings, QObject* parent)
    : Connector(parent), m_engine(engine), m_clock(clock), m_settings(std::move(settings)),
      m_endpoint(engine.addEndpoint(m_settings.endpoint))
{
    m_status.id = m_settings.id;
    m_status.kind = QStringLiteral("alertmanager");
    m_status.url = QString::fromUtf8(m_settings.endpoint.baseUrl);
    m_status.capabilities = {QStringLiteral("alerts"), QStringLiteral("silences")};
    m_status.limits = pollLimits(m_settings.pollInterval);
}

AlertmanagerConnector::~AlertmanagerConnector()
{
    stop();
    m_engine.removeEndpoint(m_endpoint);
}

void AlertmanagerConnector::start()
{
    stop();
    ++m_generation;
    m_isRunning = true;
    m_memory.reset();
    m_silences.clear();
    m_toldAt.reset();
    m_wasYoung = false;
    m_leftOut = 0;
    m_youth = {};
    m_status.state = Freshness::Unseen;
    m_status.lastAnswer = {};
    m_status.settled = false;
    m_status.error.reset();
    m_status.coverage.reset();
    m_status.warnings.clear();
    m_status.progress = tr("connecting");
    poll();
    tell({}); // last: whoever hears of it may stop us
}

void AlertmanagerConnector::stop()
{
    m_isRunning = false;
    m_waiting.reset();
    m_pollAgain = false;
    dropPoll();
}

void AlertmanagerConnector::refresh()
{
    if (m_poll != nullptr) {
        m_pollAgain = true;
    } else if (m_isRunning) {
        poll();
    }
}

void AlertmanagerConnector::poll()
{
    m_waiting.reset(); // calls off the timer that was set for this one
    m_pollAgain = false;
    m_poll = new AlertmanagerPoll(m_engine, m_endpoint, m_settings,
                                  {m_memory, isAllDue(), m_settings.mostAlerts, m_clock.now()}, this);
    connect(m_poll, &AlertmanagerPoll::finished, this, &AlertmanagerConnector::takeReading);
    m_poll->start();
}

void AlertmanagerConnector::takeReading()
{
    AlertmanagerReading& reading = m_poll->reading();
    AlertReport report;
    if (reading.hasAnswered) {
        m_status.lastAnswer = m_clock.now();
    }
    if (reading.error) {
        m_youth.lose();
        m_toldAt.reset(); // whoever took us for gone wants to hear all again
    } else {
        m_youth.take(reading.status ? reading.status->startedAt : Timestamp{},
                     reading.serverNow.value_or(m_clock.now()), m_clock.monotonic());
        report = reportOf(reading);
    }
    takeStatus(reading);
    dropPoll();
    schedule();
    tell(std::move(report));
}

/// What was told of a young server is told once more when it is young no longer: what is missing then is
/// over.
bool AlertmanagerConnector::isAllDue() const
{
    const Timestamp now = m_clock.now(); // which jumps after the machine has slept
    const bool isGrownUp = m_wasYoung && !m_youth.isYoung(m_clock.monotonic());
    return !m_toldAt || isGrownUp || now < *m_toldAt || now - *m_toldAt >= TellEvery;
}

AlertReport AlertmanagerConnector::reportOf(AlertmanagerReading& reading)
{
    AlertReport report;
    AlertmanagerAlerts& alerts = reading.alerts;
    const bool isYoung = m_youth.isYoung(m_clock.monotonic());
    if (!alerts.isUnchanged) {
        report.isWhole = alerts.isWhole;
        report.isYoung = isYoung;
        report.alerts = std::move(alerts.alerts);
        report.leftOut = alerts.leftOut;
        tellRunOut(std::move(alerts.ranOut), report);
        m_toldAt = m_clock.now();
        m_wasYoung = isYoung;
        m_leftOut = alerts.leftOut;
    }
    if (reading.silences && (!m_memory || !alerts.isUnchanged || reading.silences->silences != m_silences)) {
        m_silences = reading.silences->silences;
        report.silences = m_silences;
    }
    m_memory = std::move(alerts.memory);
    return report;
}

void AlertmanagerConnector::tellRunOut(std::vector<AlertRuleFailure> ranOut, AlertReport& report)
{
    const bool isNews = !ranOut.empty() || m_ranOut > 0;
    m_ranOut = ranOut.size();
    if (isNews) {
        report.failures = std::move(ranOut);
    }
}

QStringList AlertmanagerConnector::warningsOf(const AlertmanagerReading& reading)
{
    QStringList warnings;
    if (m_youth.isYoung(m_clock.monotonic())) {
        warnings << tr("it began anew a moment ago, and may not have been told of all alerts again");
    }
    if (m_leftOut > 0) {
        warnings << tr("%n alert(s) cannot be read, or are too many", nullptr, static_cast<int>(m_leftOut));
    }
    if (const quint64 count = reading.silences ? reading.silences->leftOut : 0; count > 0) {
        warnings << tr("%n silence(s) cannot be read, or are too many", nullptr, static_cast<int>(count));
    }
    if (m_ranOut > 0) {
        warnings << tr("%n alert(s) ran out because nobody sends them any more: what they were about may "
                       "not be over",
                       nullptr, static_cast<int>(m_ranOut));
    }
    const Millis ahead = reading.serverNow ? *reading.serverNow - m_clock.now() : Millis{0};
    if (const QString warning = clockWarning(ahead); !warning.isEmpty()) {
        warnings << warning;
    }
    return warnings;
}

void AlertmanagerConnector::takeStatus(const AlertmanagerReading& reading)
{
    takePollOutcome(m_status, reading.error, reading.hasAnswered);
    if (reading.error) {
        return;
    }
    if (reading.status) {
        m_status.version = reading.status->version;
    }
    m_status.coverage = Coverage{reading.unseen.isEmpty() && m_leftOut == 0, reading.unseen};
    m_status.warnings = warningsOf(reading);
}

void AlertmanagerConnector::schedule()
{
    m_waiting = std::make_unique<QObject>();
    m_clock.after(m_pollAgain ? Millis{0} : m_settings.pollInterval, m_waiting.get(), [this] { poll(); });
}

void AlertmanagerConnector::tell(AlertReport report)
{
    const EndpointStats stats = m_engine.stats(m_endpoint);
    m_status.requestsSent = stats.sent;
    m_status.requestsFailed = stats.failed;
    m_status.phases = stats.lastConnect;
    Delta delta;
    delta.source = m_settings.id;
    delta.generation = m_generation;
    delta.at = m_clock.now();
    delta.status = m_status;
    delta.alerts = std::move(report);
    Q_EMIT Connector::delta(delta);
}

void AlertmanagerConnector::dropPoll()
{
    if (AlertmanagerPoll* poll = std::exchange(m_poll, nullptr)) {
        poll->disconnect(this);
        poll->deleteLater();
    }
}

} // namespace stowage
