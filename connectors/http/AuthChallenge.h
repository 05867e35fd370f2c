// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <optional>
#include <vector>

namespace stowage {

/// One challenge of a WWW-Authenticate field (RFC 9110, 11.6.1).
struct AuthChallenge
{
    QByteArray scheme;                                         ///< lower case
    QByteArray token68;                                        ///< instead of parameters, for some schemes
    std::vector<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case, values unquoted

    QByteArray parameter(QByteArrayView name) const;

    bool operator==(const AuthChallenge&) const = default;

    /// All challenges of one field value; what follows a violation of the grammar is left out.
    static std::vector<AuthChallenge> parse(QByteArrayView field);

    /// The first challenge of that scheme (lower case) among all the answer's fields.
    static std::optional<AuthChallenge> find(const HttpHeaders& headers, QByteArrayView scheme);
};

} // namespace stowage
