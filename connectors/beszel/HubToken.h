// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Secret.h"

namespace stowage {

/// What signing in gives.
struct HubToken
{
    Secret token;
    QString user; ///< the record's id
    /// By the hub's clock; nothing where the token does not tell it.
    std::optional<Timestamp> expires;

    /// {"record": {"id"}, "token"}; Malformed when it is not that.
    static Result<HubToken> parse(const QByteArray& json);
};

/// The `exp` of a JWT. Its signature is the hub's affair.
std::optional<Timestamp> tokenExpiry(const QByteArray& jwt);

} // namespace stowage
