// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "models/ports/SeriesExporter.h"

namespace stowage {

class Clock;

/// Series as a file: a `stowage/series/1` document a line, one for each.
class SeriesFile final : public SeriesExporter
{
public:
    /// Both outlive the exporter.
    SeriesFile(const Profile& profile, const Clock& clock) : m_profile(profile), m_clock(clock) {}

    std::unique_ptr<FileExport> begin(std::vector<SeriesCut> series) const override;

private:
    const Profile& m_profile;
    const Clock& m_clock;
};

} // namespace stowage
