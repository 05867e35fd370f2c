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
#include "models/hosts/HostBook.h"
#include "models/metrics/baseline/BaselineBook.h"
#include "models/metrics/baseline/BaselineKeeper.h"
#include "models/self/SelfWatch.h"

#include <memory>

namespace stowage {

class AlertDesk;
class HostDesk;
class HttpEngine;
class SqliteAlertLog;
class SqliteHistory;
class SqliteSeries;

/// The databases of this program, each with its bound on what may wait for the disk.
struct OwnStores
{
    SqliteHistory& fleet;
    SqliteSeries& series;
    SqliteAlertLog& alerts;
};

/// What Stowage finds out by itself and tells the desk of alerts: its own rules over what is known, what else
/// happened, and how the program itself does. Made once the last known fleet is in place, for what is there
/// then is no news. GUI thread; all that it is given outlives it.
///
/// Rules go on while the screen is frozen: sources, nodes, peers and hosts are kept here a second time, as
/// they stand now. Who holds what is not, which would double the largest part of all that is known: what
/// follows from it alone (key images, policies) waits until the screen goes on.
class OwnWatch : public QObject
{
    Q_OBJECT

public:
    /// `names`: what the profile calls its machines. `folder`: where the data lies.
    OwnWatch(const Fleet& fleet, HostDesk& hosts, const std::vector<HostNames>& names, AlertDesk& desk,
             const OwnStores& stores, std::vector<AlertRule> rules, const QString& folder,
             const HostResolver& resolver, const Clock& clock, const NameScouts& scouts = {});

    /// What a connector told, as it came, its samples judged.
    void take(const Delta& delta);

    /// How many requests wait and are under way is among the figures from now on.
    void watchRequests(const HttpEngine& http);

    /// Looks at the names and the certificates of these from now on.
    void watchServers(const std::vector<DoctorTarget>& targets);

    /// Null: nobody watches how things lie, and rules about it begin and end nothing.
    void setPlacement(const PlacementWatch* placement) { m_gatherer.setPlacement(placement); }

    /// While the screen is frozen.
    void setHeld(bool isHeld) { m_gatherer.setHeld(isHeld); }

    /// Judges everything at once. For the command line and tests.
    void judgeNow();

    SelfWatch& self() { return m_self; }
    const BaselineBook& usual() const { return m_usual; }
    CertificateBook& certificates() { return m_certificates; }
    const FactGatherer& gatherer() const { return m_gatherer; }

private:
    void addStores(const OwnStores& stores, const QString& folder);
    void takeLastKnown(const Fleet& fleet, const HostBook& hosts);
    void judgeAges();
    std::vector<RecalledAlert> recallable();
    void report(const AlertReport& report, const QStringList& doubtful);

    const Clock& m_clock;
    AlertDesk& m_desk;
    Fleet m_live; ///< nothing of it but sources, nodes and peers, as they stand now
    HostBook m_liveHosts;
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
    QSet<QString> m_recalled; ///< keys of alerts
};

} // namespace stowage
