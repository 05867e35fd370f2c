// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "models/placement/PlacementTracker.h"
#include "models/ports/PlacementExporter.h"

namespace stowage {

/// A placement as a file: `stowage/placement/1`, or CSV as RFC 4180 has it. Names from outside cannot become
/// formulas of a spreadsheet.
class PlacementFile final : public PlacementExporter
{
public:
    /// All of it outlives the files that are begun.
    PlacementFile(const Fleet& fleet, const PlacementTracker& tracker, const Profile& profile)
        : m_fleet(fleet), m_tracker(tracker), m_profile(profile)
    {
    }

    std::unique_ptr<PlacementExport> begin(Format format, PlacementExtract extract) const override;

private:
    const Fleet& m_fleet;
    const PlacementTracker& m_tracker;
    const Profile& m_profile;
};

} // namespace stowage
