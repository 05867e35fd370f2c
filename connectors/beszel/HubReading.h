// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubList.h"

namespace stowage {

/// What one look at several lists gave.
struct HubSnapshot
{
    std::vector<HubCollection> collections; ///< those that were read, whole
    QStringList refused;                    ///< those that the hub does not let us see, each with its reason
    std::vector<HubSystem> systems;
    std::vector<HubDetails> details;
    std::vector<HubContainer> containers;
    std::vector<HubService> services;
    std::vector<HubAlert> alerts;
    std::vector<HubAlertTurn> turns;
    std::vector<HubQuietHours> quiet;
    std::vector<HubStats> stats; ///< of machines, a page each
    quint32 leftOut = 0;
    quint32 alertsLeftOut = 0;     ///< of it, alerts and what was of them
    bool areAlertsPartial = false; ///< one of the alerts could not be read
    /// There are no systems, or a list is shorter than the hub counted. So it is with a token that is over,
    /// too: to be believed only after the hub has said that the token is good.
    bool isSuspect = false;

    bool has(HubCollection collection) const
    {
        return std::find(collections.begin(), collections.end(), collection) != collections.end();
    }
};

/// Reads lists of a hub one after the other. Ends once.
class HubReading : public QObject
{
    Q_OBJECT

public:
    HubReading(HttpEngine& engine, EndpointId endpoint, HubSession& session, const BeszelSettings& settings,
               std::vector<HubQuery> queries, QObject* parent = nullptr);

    void start();
    /// What was read; to be taken once, at the end.
    HubSnapshot takeSnapshot() { return std::exchange(m_snapshot, {}); }
    bool isOf(HubCollection collection) const;

Q_SIGNALS:
    void finished();
    /// The hub gave no list of systems, or nothing at all; what is not there for this account is in
    /// `refused`.
    void failed(const stowage::Error& error);

private:
    void next();
    void takePage(const HubPage& page);
    bool isSuspect(const HubList& list) const;

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    HubSession& m_session;
    const BeszelSettings& m_settings;
    std::vector<HubQuery> m_queries;
    size_t m_at = 0;
    HubSnapshot m_snapshot;
};

} // namespace stowage
