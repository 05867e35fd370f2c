// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/core/Secret.h"

#include <variant>
#include <vector>

namespace stowage {

/// How much a server may be asked. Both limits hold at once.
struct Budget
{
    double requestsPerSecond = 0; ///< 0: no limit
    int connections = 4;          ///< at most; the queue narrows itself below it when the server suffers
};

struct BasicCredentials
{
    QString user;
    Secret password;
};

/// A ready token, sent as `Authorization: <scheme> <token>`, or bare when the scheme is empty.
struct TokenCredentials
{
    QByteArray scheme;
    Secret token;
};

using Credentials = std::variant<std::monostate, BasicCredentials, TokenCredentials>;

/// A request that is a read although its method is not GET or HEAD: exact method and exact path (no query).
struct DeclaredRead
{
    HttpMethod method = HttpMethod::Post;
    QByteArray path;
};

/// How a server is reached. Everything about trust, credentials and limits is decided here, once.
struct Endpoint
{
    QString source;     ///< the profile's id; errors name it
    QByteArray baseUrl; ///< "https://host:port/prefix", no trailing slash, no credentials
    QString caFile;     ///< PEM; empty: the system's
    QString clientCertificate;
    QString clientKey;
    QByteArray pin;   ///< "sha256//base64" of the public key; empty: none
    QByteArray proxy; ///< URL; empty: none, the environment is not asked
    /// Fixed addresses instead of DNS: "host:port:address,address" (IPv6 in brackets).
    std::vector<QByteArray> resolve;
    Budget budget;
    Millis longestDeadline{0}; ///< bounds the deadline of every request; 0: as each request says
    Credentials credentials;
    std::vector<DeclaredRead> declaredReads;
    bool readOnly = true; ///< refuse all but GET, HEAD and the declared reads before anything leaves
};

} // namespace stowage
