// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/FindingDatesKeeper.h"
#include "app/compose/FleetSession.h"
#include "app/compose/ViewFile.h"
#include "app/json/IncidentFile.h"
#include "app/json/PlacementFile.h"
#include "app/json/SeriesFile.h"
#include "app/json/TimelineFile.h"
#include "views/shell/Shell.h"
#include "views/theme/Theme.h"

#include <QObject>

#include <functional>
#include <memory>

namespace stowage {

class FleetGate;
class LatePage;

/// The window upon a session: theme, shell, and the pages of this version. Ends before the session does.
class WindowSession : public QObject
{
    Q_OBJECT

public:
    /// `theme`: a built-in name. The application gets its style and colours from it.
    WindowSession(FleetSession& session, const Clock& clock, const QString& theme, QObject* parent = nullptr);
    ~WindowSession() override;

    Shell& shell() { return *m_shell; }
    const Theme& theme() const { return m_theme; }

    /// All pages, now: for whoever looks into them rather than at them. Else all but the first are built soon
    /// after the first frame, or when they are looked at.
    void buildPages();

private:
    void addPages(const Clock& clock);
    template <class What>
    void addLate(std::function<What*()> make);
    void buildSoon(const Clock& clock);
    LatePage* nextUnbuilt() const;
    void judgeHosts(const Clock& clock);
    void switchTheme();

    FleetSession& m_session;
    Theme m_theme;
    PlacementTracker m_placement;
    PlacementWatch m_placementWatch;
    FindingDatesKeeper m_findingDates;
    PlacementFile m_placementFile;
    IncidentFile m_incidentFile;
    SeriesFile m_seriesFile;
    TimelineFile m_timelineFile;
    ViewFile m_viewFile;
    std::unique_ptr<FleetGate> m_gate;
    std::unique_ptr<Shell> m_shell;
};

} // namespace stowage
