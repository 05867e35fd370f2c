// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/FleetSession.h"
#include "app/compose/NotifyDesk.h"
#include "app/run/ExitStatus.h"
#include "app/run/MetricsServer.h"
#include "models/placement/PlacementWatch.h"

#include <QObject>

namespace stowage {

/// `stowage collect`: without a face it asks the sources, keeps what they tell, judges, tells people by the
/// profile's webhooks and commands, and serves figures of its own; until it is sent away. With --self-test it
/// only tests the way to people, and ends.
class CollectRun : public QObject
{
    Q_OBJECT

public:
    CollectRun(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent = nullptr);
    ~CollectRun() override;

    void start();

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void makeNotifier();
    void serveMetrics();
    void sayIncidents(const IncidentChanges& changes) const;
    void judgeAges();
    QByteArray metrics();
    void test();
    void lookAtTest();
    void endTest();

    const Invocation m_invocation;
    const Clock& m_clock;
    FleetSession m_session;
    PlacementTracker m_placement;
    PlacementWatch m_placementWatch;
    std::unique_ptr<NotifyDesk> m_notify;
    MetricsServer m_metrics;
    bool m_isEnded = false;
};

} // namespace stowage
