// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/AlertmanagerProbe.h"

#include "connectors/alertmanager/AlertmanagerPages.h"

namespace stowage {

void AlertmanagerProbe::start()
{
    HttpRequest request;
    request.target = "/api/v2/status";
    ask(std::move(request), patience().answer,
        [this](const HttpResult& result, Millis took) { takeStatus(result, took); });
}

Finding AlertmanagerProbe::authentication(const HttpResult& result) const
{
    if (!result) {
        return Finding::failed(result.error().message, result.error().todo);
    }
    if (result->status == 401 || result->status == 403) {
        return Finding::failed(
            hasCredentials() ? tr("the credentials are refused: HTTP %1").arg(result->status)
                             : tr("it asks for credentials: HTTP %1").arg(result->status),
            hasCredentials() ? tr("Check user and password or token, and that they are still valid.")
                             : tr("Give this source credentials in the profile ('auth')."));
    }
    return Finding::fine(hasCredentials() ? tr("the credentials are accepted")
                                          : tr("no credentials are needed"));
}

void AlertmanagerProbe::takeStatus(const HttpResult& result, Millis took)
{
    Finding access = authentication(result);
    access.took = took;
    tell(DoctorStep::Authentication, access);
    if (access.verdict == Verdict::Failed) {
        const QString why = result ? tr("it does not let us in") : tr("there is no answer to judge");
        skip(DoctorStep::Identity, why);
        skip(DoctorStep::Capability, why);
        Q_EMIT finished();
        return;
    }
    const auto status = readAlertmanagerStatus(*result);
    if (!status) {
        tell(DoctorStep::Identity,
             Finding::failed(
                 tr("it does not tell its status as Alertmanager does: %1").arg(status.error().message),
                 status.error().todo));
        skip(DoctorStep::Capability, tr("it is not an Alertmanager"));
        Q_EMIT finished();
        return;
    }
    tell(DoctorStep::Identity, Finding::fine(tr("an Alertmanager, version %1").arg(status->version), took));
    HttpRequest alerts;
    alerts.target = "/api/v2/alerts";
    ask(std::move(alerts), patience().answer,
        [this](const HttpResult& told, Millis time) { takeAlerts(told, time); });
}

void AlertmanagerProbe::takeAlerts(const HttpResult& result, Millis took)
{
    simdjson::dom::parser parser;
    const auto list =
        result ? alertmanagerList(parser, *result) : Result<simdjson::dom::array>(fail(result.error()));
    if (list) {
        tell(DoctorStep::Capability,
             Finding::fine(tr("it tells %n alert(s)", nullptr, static_cast<int>(list->size())), took));
    } else if (list.error().kind == ErrorKind::TooLarge) { // for a look; the connector reads more
        tell(DoctorStep::Capability, Finding::fine(tr("it tells very many alerts"), took));
    } else {
        tell(DoctorStep::Capability,
             Finding::failed(tr("it does not list its alerts: %1").arg(list.error().message),
                             list.error().todo, took));
    }
    Q_EMIT finished();
}

} // namespace stowage
