// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/BearerTokens.h"
#include "connectors/http/CurlTransfer.h"
#include "connectors/http/HostQueue.h"
#include "connectors/http/HttpEngine.h"
#include "connectors/http/ReadOnlyGate.h"
#include "connectors/http/Url.h"

#include <memory>

namespace stowage {

/// What the engine's thread knows about one endpoint.
class EndpointState
{
public:
    EndpointState(EndpointId id, Endpoint config);

    const EndpointId id;
    const Endpoint config;
    const std::optional<Url> base; ///< nothing when the profile's URL is not one
    const QByteArray prefix;       ///< the base's text without a trailing slash
    /// The server alone, "http://host:port"; empty where a proxy must see whole URLs. What follows it in the
    /// prefix comes before each path.
    const QByteArray server;
    HostQueue queue;
    ReadOnlyGate gate;
    BearerTokens tokens;
    HeaderLists headerLists;
    EndpointStats stats;
    bool statsChanged = false; ///< stands in the engine's list of news
    bool isReady = false;      ///< stands in the scheduler's round
    bool isCalling = false;    ///< stands in its round of those with single calls
    bool isWaiting = false;    ///< will be woken by the scheduler

    /// The value of `Authorization` for a request to the endpoint's own origin; `token` is the Bearer token
    /// in it.
    QByteArray authorization(const HttpRequest& request, const QByteArray& url, SteadyTime now,
                             Secret* token) const;

    /// The value of `Authorization` for the token service. A registry names the service itself, often at
    /// another origin, and relies on being sent the user's password there. That is only done where it can not
    /// be read on the way: over https, to this machine, or over the same plain http to the same host that has
    /// it already.
    QByteArray realmAuthorization(const Url& realm) const;

    /// "source (host:port)" for errors.
    QString where(const QByteArray& url) const;

    /// An idle handle, or a new one.
    std::unique_ptr<CurlTransfer> borrow(bool foreign, const QByteArray& userAgent, TransferContext& context);
    void giveBack(std::unique_ptr<CurlTransfer> transfer);

private:
    QByteArray m_fixedAuthorization; ///< Basic or a ready token
    std::vector<std::unique_ptr<CurlTransfer>> m_idle;
    std::vector<std::unique_ptr<CurlTransfer>> m_idleForeign;
};

} // namespace stowage
