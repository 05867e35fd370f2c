// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "models/ports/TimelineExporter.h"

namespace stowage {

class Clock;

/// The timeline as a file: CSV with a row an entry, or one `stowage/timeline/1` document.
class TimelineFile final : public TimelineExporter
{
public:
    /// Both outlive the exporter.
    TimelineFile(const Profile& profile, const Clock& clock) : m_profile(profile), m_clock(clock) {}

    std::unique_ptr<FileExport> begin(Format format, std::vector<TimelineEntry> entries) const override;

private:
    const Profile& m_profile;
    const Clock& m_clock;
};

} // namespace stowage
