// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/BearerTokens.h"
#include "connectors/http/EndpointState.h"

#include <memory>
#include <optional>
#include <vector>

namespace stowage {

/// One request on its way through attempts, redirects and renewals, until it has its one result.
struct Exchange
{
    enum class Kind : quint8
    {
        Call,
        BatchItem,
        TokenFetch
    };

    quint64 id = 0;
    Kind kind = Kind::Call;
    quint64 batch = 0; ///< of a batch item
    size_t index = 0;
    EndpointState* endpoint = nullptr;
    HttpRequest request;

    QByteArray url; ///< where it goes now; empty until it is aimed
    HttpMethod method = HttpMethod::Get;
    bool atOrigin = true;            ///< of the endpoint: only there go credentials
    bool dropsBody = false;          ///< a redirect turned it into a GET
    std::vector<QByteArray> visited; ///< URLs of redirects so far

    int attempts = 1;
    bool streamed = false; ///< part of the answer has been told already: no way back
    bool renewed = false;  ///< a 401 has been answered with a new token already
    Secret sentToken;
    TokenScope tokenScope; ///< of a token fetch

    quint64 departure = 0;                  ///< for the width
    std::unique_ptr<CurlTransfer> transfer; ///< while in flight
    qint64 unacknowledged = 0;              ///< a stream's bytes that the GUI thread has not seen yet

    bool isStream() const { return request.stream && kind == Kind::Call; }
};

/// Works out the first URL, or why there is none.
std::optional<Error> aim(Exchange& exchange);

/// Whether the read-only gate lets it leave as it stands; the error otherwise.
std::optional<Error> gateRefusal(const Exchange& exchange);

/// What goes out. Nothing when a header field is not one (see HeaderLists).
std::optional<TransferPlan> plan(Exchange& exchange, SteadyTime now);

/// Turns it towards where a redirect leads, or gives the error.
std::optional<Error> turn(Exchange& exchange, int status, const QByteArray& location);

} // namespace stowage
