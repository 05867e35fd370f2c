// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "connectors/http/Url.h"

#include <vector>

namespace stowage {

/// Where a redirect leads.
struct RedirectStep
{
    Url url;
    HttpMethod method = HttpMethod::Get;
    bool keepsBody = false;
};

/// Redirects are followed by hand, so that every hop is judged: at most five, no circle, never from https to
/// http, never to another protocol (RFC 9110, 15.4).
class RedirectPolicy
{
public:
    static constexpr int MostHops = 5;

    /// Whether this answer asks to go elsewhere at all.
    static bool isRedirect(int status, const HttpHeaders& headers);

    /// The next step, or why it is not taken (kind Redirect; `where` is left to the caller). `visited` are
    /// the URLs of this request so far, with the current one as the last.
    static Result<RedirectStep> follow(const Url& current, HttpMethod method, int status,
                                       const QByteArray& location, const std::vector<QByteArray>& visited);
};

} // namespace stowage
