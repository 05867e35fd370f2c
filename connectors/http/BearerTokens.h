// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/AuthChallenge.h"
#include "connectors/http/SteadyTime.h"
#include "models/core/Secret.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace stowage {

/// What a token is for. Tokens are kept a scope.
struct TokenScope
{
    QByteArray realm;
    QByteArray service;
    QByteArray scope;

    bool operator==(const TokenScope&) const = default;

    /// The URL to ask (https://distribution.github.io/distribution/spec/auth/token).
    QByteArray url() const;
};

/// The Bearer tokens of one endpoint, and who waits for which. Fetches nothing itself.
class BearerTokens
{
public:
    /// What a request that was answered 401 does next.
    enum class Renewal : quint8
    {
        Resend, ///< another one has renewed the token meanwhile
        Fetch,  ///< be the one who fetches; the others wait
        Wait,   ///< somebody fetches already
    };

    /// The token to send with a request for this scope (HttpRequest::scope) and path, when one is known and
    /// not over. Null bytes otherwise.
    Secret tokenFor(const QByteArray& scope, const QByteArray& path, SteadyTime now) const;

    /// Whether this server has ever asked for Bearer: then Basic is kept for the token service.
    bool isBearer() const { return !m_learnt.empty(); }

    /// Learns from a challenge what requests like this one need.
    TokenScope learn(const AuthChallenge& challenge, const QByteArray& scope, const QByteArray& path);

    /// A request that had sent `sent` (empty: nothing) was answered 401.
    Renewal renew(const TokenScope& scope, const Secret& sent, quint64 exchange, SteadyTime now);

    /// The token came (or not: empty secret). Gives those who wait, the fetcher's client first.
    std::vector<quint64> settle(const TokenScope& scope, const Secret& token, std::chrono::seconds life,
                                SteadyTime now);

    /// Somebody who waits does not any more.
    void forget(quint64 exchange);

private:
    struct Entry
    {
        TokenScope scope;
        Secret token;
        SteadyTime until{};
        bool fetching = false;
        std::vector<quint64> waiting;
    };

    Entry& entry(const TokenScope& scope);

    std::vector<Entry> m_entries; ///< few: one a repository at most; the oldest are dropped
    std::unordered_map<std::string, TokenScope> m_learnt; ///< by the request's scope, or path
};

/// The token service's answer, or why it is none (kind Unauthorized or Malformed).
struct BearerToken
{
    Secret token;
    std::chrono::seconds life{60}; ///< what the specification has a client assume

    static Result<BearerToken> parse(const QByteArray& json);
};

} // namespace stowage
