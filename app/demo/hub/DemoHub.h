// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroServer.h"
#include "app/demo/hub/DemoHubAlerts.h"
#include "app/demo/hub/DemoHubFilter.h"
#include "app/demo/hub/DemoHubRecords.h"

#include <QHash>
#include <QSet>

namespace stowage {

/// A Beszel hub over the machines of a world that answers as Beszel 0.18.8 does (contract beszel.md,
/// recordings): sign-in, lists, the stream of events, five tiers of history. What misbehaves is asked for by
/// name.
class DemoHub
{
public:
    static constexpr char User[] = "ops@example.test";
    static constexpr char Password[] = "demo-hub";
    /// The hub cuts a stream that is older, or silent for longer.
    static constexpr std::chrono::minutes LongestStream{30};
    static constexpr std::chrono::minutes LongestSilence{5};

    /// The world must outlive the hub, and so must an engine that it shares with others.
    explicit DemoHub(const DemoWorld& world, MicroEngine* shared = nullptr);

    Result<void> start();
    void stop();

    /// To be called when time has passed: samples and events that are due go to whoever has subscribed.
    void tick();

    MicroServer& server() { return m_server; }
    const std::vector<DemoSystem>& systems() const { return m_systems; }
    const DemoHubAlerts& alerts() const { return *m_alerts; } ///< once it was started
    int subscribers() const;
    int signIns() const { return m_signIns; }

    // What it can be made to do.
    void cutStreams();
    /// Tokens given so far are no longer taken: lists are empty, and renewal is refused.
    void expireTokens() { m_tokens.clear(); }
    void refuseStreams(bool isRefused) { m_refusesStreams = isRefused; }
    /// Signing in takes this code as well; empty: none.
    void askCode(const QByteArray& code) { m_code = code; }
    void setStatus(const QByteArray& machine, const QByteArray& status);
    void remove(const QByteArray& machine);
    /// Tokens given from now on are this user's, who sees own alerts alone; empty: the first, who sees all.
    void actAs(const QByteArray& user) { m_user = user; }

private:
    struct Client
    {
        std::shared_ptr<MicroStream> stream;
        QSet<QByteArray> topics;
        Millis openedAt{0};
        Millis toldAt{0};
    };

    MicroAnswer handle(const MicroRequest& request);
    MicroAnswer signIn(const MicroRequest& request);
    MicroAnswer signInByCode(const MicroRequest& request);
    MicroAnswer renew(const MicroRequest& request);
    MicroAnswer openStream();
    MicroAnswer subscribe(const MicroRequest& request);
    MicroAnswer listed(const MicroRequest& request, QByteArrayView collection);
    std::vector<QByteArray> records(QByteArrayView collection, const DemoHubFilter& filter,
                                    const QByteArray& sort) const;
    MicroAnswer listedAlerts(const MicroRequest& request, bool isOfHistory,
                             const DemoHubFilter& filter) const;
    MicroAnswer listedStats(const MicroRequest& request, bool isOfContainers,
                            const DemoHubFilter& filter) const;
    MicroResponse page(const MicroRequest& request, size_t count,
                       const std::function<QByteArray(size_t)>& record) const;
    MicroResponse answer(int status, const QByteArray& json) const;
    MicroResponse withDate(MicroResponse response) const;
    MicroResponse token();
    bool isAuthorised(const MicroRequest& request) const;
    void follow(DemoSystem& system);
    void setUp(DemoSystem& system, bool isUp, Millis since);
    void judgeAlerts();
    void tell(const QByteArray& topic, const QByteArray& action, const QByteArray& record);
    void tellSystem(const DemoSystem& system);

    const DemoWorld& m_world;
    DemoHubRecords m_records;
    std::vector<DemoSystem> m_systems;
    QSet<QByteArray> m_tokens;
    QHash<QByteArray, Client> m_clients;
    std::unique_ptr<DemoHubAlerts> m_alerts;
    QByteArray m_user;
    QByteArray m_code;
    QByteArray m_mfaId;
    QByteArray m_otpId;
    quint64 m_numbers = 0;
    int m_signIns = 0;
    bool m_refusesStreams = false;
    MicroServer m_server;
};

} // namespace stowage
