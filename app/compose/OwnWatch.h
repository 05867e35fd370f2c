// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/SessionOptions.h"
#include "connectors/doctor/CertificateScout.h"
#include "connectors/doctor/DoctorNames.h"
#include "connectors/doctor/TcpProbe.h"
#include "connectors/self/ProcProbe.h"
#include "models/alerts/CertificateBook.h"
#include "models/alerts/ChangeWatch.h"
#include "models/alerts/NameWatch.h"
#include "models/alerts/rules/FactGatherer.h"
#include "models/metrics/baseline/BaselineBook.h"
#include "models/metrics/baseline/BaselineKeeper.h"
#include "models/self/SelfWatch.h"

#include <memory>

namespace stowage {

class AlertDesk;
class HostDesk;

/// What Stowage finds out by itself and tells the desk of alerts: its own rules over what is known, what else
/// happened, and how the program itself does. Made once the last known fleet is in place, for what is there
/// then is no news. GUI thread; all that it is given outlives it.
class OwnWatch : public QObject
{
    Q_OBJECT

public:
    /// `folder`: where the data lies.
    OwnWatch(const Fleet& fleet, HostDesk& hosts, AlertDesk& desk, std::vector<AlertRule> rules,
             const QString& folder, const HostResolver& resolver, const Clock& clock,
             const NameScouts& scouts = {});

    /// Looks at the names and the certificates of these from now on.
    void watchServers(const std::vector<DoctorTarget>& targets);

    /// Null: nobody watches how things lie, and rules about it begin and end nothing.
    void setPlacement(const PlacementWatch* placement) { m_gatherer.setPlacement(placement); }

    /// While the screen is frozen the fleet stands still, and says nothing of now.
    void setHeld(bool isHeld) { m_gatherer.setHeld(isHeld); }

    /// Judges everything at once. For the command line and tests.
    void judgeNow() { m_gatherer.gatherNow(); }

    SelfWatch& self() { return m_self; }
    const BaselineBook& usual() const { return m_usual; }
    CertificateBook& certificates() { return m_certificates; }
    const FactGatherer& gatherer() const { return m_gatherer; }

private:
    void addDatabases(const QString& folder);

    ProcProbe m_probe;
    SelfWatch m_self;
    CertificateBook m_certificates;
    BaselineBook m_usual;
    BaselineKeeper m_baselines;
    ChangeWatch m_changes;
    DoctorNames m_resolver;
    TcpProbe m_addresses;
    NameWatch m_names;
    CertificateScout m_scout;
    FactGatherer m_gatherer;
};

} // namespace stowage
