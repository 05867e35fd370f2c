// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/FindingDatesFile.h"
#include "models/placement/PlacementWatch.h"

#include <QObject>

namespace stowage {

/// Keeps the ages of a watch's findings on disk: a while after they change, and at its own end. GUI thread;
/// watch and clock outlive it.
class FindingDatesKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Every{60'000};

    FindingDatesKeeper(FindingDatesFile file, const PlacementWatch& watch, const Clock& clock);
    ~FindingDatesKeeper() override;

private:
    void noteChange();
    void write();

    const FindingDatesFile m_file;
    const PlacementWatch& m_watch;
    const Clock& m_clock;
    bool m_isDue = false;
};

} // namespace stowage
