// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/secrets/SecretRef.h"

#include <QString>

#include <variant>

namespace stowage {

/// User and password with each request (HTTP Basic).
struct BasicAuth
{
    QString user;
    SecretRef password;
};

/// A ready token with each request (Bearer).
struct TokenAuth
{
    SecretRef token;
};

/// User and password once, for a session (a Beszel hub).
struct SignInAuth
{
    QString user;
    SecretRef password;
};

using Auth = std::variant<std::monostate, BasicAuth, TokenAuth, SignInAuth>;

} // namespace stowage
