// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookMemory.h"
#include "models/alerts/AlertBookTeller.h"
#include "models/alerts/AlertBookWord.h"

namespace stowage {

/// A window or a quiet time of the policy that is in force.
struct AlertBookQuiet
{
    AlertHoldKind kind = AlertHoldKind::Maintenance;
    const AlertMatcher* matcher = nullptr;
    std::optional<AlertSeverity> upTo; ///< absent: any
    MaintenanceWindow::Span span;
    QString name;
};

/// What alerts are judged by.
struct AlertBookWorld
{
    Timestamp now{};
    const AlertPolicy& policy;
    std::span<const AlertBookSource> sources;
    std::span<const AlertBookQuiet> quiet;
    AlertBookMemory& memory;
};

/// Judges one alert by what its tellings say: decides on turns, tells them, holds back.
class AlertBookJudge
{
public:
    AlertBookJudge(const AlertBookWorld& world, Alert& alert, AlertRecord& record,
                   std::vector<AlertEvent>& events)
        : m_world(world), m_alert(alert), m_record(record), m_tempo(world.policy.tempoOf(alert)),
          m_teller(alert, record, world.now, events)
    {
    }

    /// The alert has its state, holds and the time when it is due again after that. False: nothing is left of
    /// it and it never fired.
    bool judge();

private:
    void turn(AlertWord word);
    void begin();
    void fire();
    void end(Timestamp at, const QString& note);
    void close(Timestamp at);
    void tellEnd(Timestamp at, const QString& note);
    void swingIn();
    void tellSwing(AlertEventKind kind, Timestamp at);
    void takeNewcomers();
    bool isAnyFiring() const;
    bool hasBegunAnew() const;
    bool isSettling() const;
    Timestamp endOfTellings() const;

    void tellStanding(AlertWord word);
    QString whyLost() const;
    void tellFlapping();
    void tellChanges();
    AlertState stateFor(AlertWord word) const;

    void hold();
    std::vector<AlertHold> wantedHolds() const;
    void addOwnHolds(std::vector<AlertHold>& holds) const;
    void addSourcesHolds(std::vector<AlertHold>& holds) const;
    void addPolicysHolds(std::vector<AlertHold>& holds) const;
    void setDue();

    const AlertBookWorld& m_world;
    Alert& m_alert;
    AlertRecord& m_record;
    const AlertTempo& m_tempo;
    AlertBookTeller m_teller;
    AlertWord m_word = AlertWord::Nothing;
};

} // namespace stowage
