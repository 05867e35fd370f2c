// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "models/ports/IncidentExporter.h"

namespace stowage {

class Clock;

/// Incidents as a file: CSV with a row each, or one `stowage/incidents/1` document with their members.
class IncidentFile final : public IncidentExporter
{
public:
    /// Both outlive the exporter.
    IncidentFile(const Profile& profile, const Clock& clock) : m_profile(profile), m_clock(clock) {}

    std::unique_ptr<FileExport> begin(Format format, std::vector<Incident> incidents) const override;

private:
    const Profile& m_profile;
    const Clock& m_clock;
};

} // namespace stowage
