// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/RedirectPolicy.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RedirectPolicy)
};

tl::unexpected<Error> refuse(const QString& message, const QString& todo)
{
    return fail({ErrorKind::Redirect, message, {}, todo, {}});
}

/// 303 asks for a GET; 301 and 302 turn a POST into one by old custom (RFC 9110, 15.4.2); 307 and 308 keep
/// it.
HttpMethod methodAfter(int status, HttpMethod method)
{
    if (method == HttpMethod::Head) {
        return method;
    }
    const bool oldCustom = (status == 301 || status == 302) && method == HttpMethod::Post;
    return status == 303 || oldCustom ? HttpMethod::Get : method;
}

} // namespace

bool RedirectPolicy::isRedirect(int status, const HttpHeaders& headers)
{
    const bool code = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return code && headers.contains("Location");
}

Result<RedirectStep> RedirectPolicy::follow(const Url& current, HttpMethod method, int status,
                                            const QByteArray& location,
                                            const std::vector<QByteArray>& visited)
{
    const auto next = current.resolved(location);
    if (!next) {
        return refuse(Words::tr("the server redirects to something that is not an http or https address"),
                      Words::tr("Check the server's or its proxy's redirect rules."));
    }
    if (current.isHttps() && !next->isHttps()) {
        return refuse(
            Words::tr("the server redirects from https to unprotected http at %1").arg(next->authority()),
            Words::tr("Make the server redirect to https; Stowage does not leave it."));
    }
    const HttpMethod nextMethod = methodAfter(status, method);
    // Coming back by another method is no circle: a POST answered 303 to its own address is common.
    if (nextMethod == method && std::ranges::find(visited, next->text) != visited.end()) {
        return refuse(Words::tr("the server redirects in a circle"),
                      Words::tr("Check the base URL and the server's or its proxy's redirect rules."));
    }
    if (visited.size() > static_cast<size_t>(MostHops)) {
        return refuse(Words::tr("the server redirects more than %1 times").arg(MostHops),
                      Words::tr("Check the base URL and the server's or its proxy's redirect rules."));
    }
    return RedirectStep{*next, nextMethod, nextMethod == method && method != HttpMethod::Get};
}

} // namespace stowage
