// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/json/FleetJson.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/alerts/AlertEvent.h"

namespace stowage {

class AlertBook;
class AlertModel;
class IncidentBook;
class IncidentTable;

/// Prints `stowage alerts` and `stowage incidents`: rows, order and filter are those of the window.
class AlertPrinter
{
public:
    AlertPrinter(const AlertBook& alerts, const IncidentBook& incidents, const Profile& profile,
                 const Invocation& invocation)
        : m_alerts(alerts), m_incidents(incidents), m_profile(profile), m_invocation(invocation)
    {
    }

    /// Whether it is one of these that was asked for.
    static bool prints(const QString& command);

    /// Findings while a critical incident is open, else Fine. Usage when the filter or the sort column is
    /// wrong, or the incident is not known; nothing is printed then. `past`: what happened to the incident
    /// that was asked for and to its alerts, the newest first.
    Result<ExitStatus> print(const std::vector<AlertEvent>& past = {}) const;

    /// What is said of an incident that nobody knows.
    static Error noIncident(const QString& id);

private:
    Result<ExitStatus> printAlerts() const;
    Result<ExitStatus> printIncidents() const;
    Result<ExitStatus> printIncident(const QString& id, const std::vector<AlertEvent>& past) const;
    Json document(const AlertModel& model) const;
    ExitStatus verdict() const;

    const AlertBook& m_alerts;
    const IncidentBook& m_incidents;
    const Profile& m_profile;
    const Invocation& m_invocation;
};

} // namespace stowage
