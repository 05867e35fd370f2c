// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/FleetSession.h"
#include "app/run/ExitStatus.h"
#include "app/run/IncidentPast.h"
#include "app/run/SeriesLookup.h"
#include "app/run/Settling.h"
#include "models/placement/PlacementWatch.h"

#include <QObject>

namespace stowage {

/// Runs a command that connects, waits until the sources have answered or failed, prints and ends. What the
/// past has to be asked for is asked when they have.
class OneShot : public QObject
{
    Q_OBJECT

public:
    OneShot(const Invocation& invocation, Profile profile, const Clock& clock, const NameScouts& names = {},
            QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    /// All is printed and the session is stopped.
    void finished(stowage::ExitStatus status);

private:
    void tell(const Delta& delta);
    void askOn();
    void judgePlacement();
    void judgeOwn();
    void askPast();
    void askIncident();
    void takeSeries(const Result<SeriesExtract>& extract);
    void printAndEnd();
    bool sayWhatIsWrong() const;
    Result<ExitStatus> print() const;
    Result<ExitStatus> printSeries() const;

    const Invocation m_invocation;
    const Clock& m_clock;
    FleetSession m_session;
    Settling m_settling;
    std::unique_ptr<PlacementTracker> m_placement;
    std::unique_ptr<PlacementWatch> m_placementWatch; ///< once the sources have answered
    std::unique_ptr<SeriesLookup> m_lookup;
    std::unique_ptr<IncidentPast> m_incidentPast;
    std::vector<AlertEvent> m_past;                ///< of the incident that was asked for
    std::optional<Result<SeriesExtract>> m_series; ///< none: not asked for, or not answered in time
    bool m_isJudged = false;
    bool m_isPrinted = false;
};

} // namespace stowage
