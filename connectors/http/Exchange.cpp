// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/Exchange.h"

#include "connectors/http/RedirectPolicy.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Printable ASCII and UTF-8 without blanks: what a request line can carry.
bool isClean(const QByteArray& target)
{
    return std::ranges::none_of(target, [](char c) { return (c >= '\0' && c <= ' ') || c == '\x7f'; });
}

/// Whether libcurl would send it as it stands: nothing to encode, to cut off or to straighten.
bool isPlain(const QByteArray& target)
{
    char before = '\0';
    for (const char c : target) {
        if (c <= ' ' || c >= '\x7f' || c == '#' || (c == '.' && before == '/')) {
            return false;
        }
        before = c;
    }
    return target.startsWith('/');
}

bool isAbsolute(const QByteArray& target)
{
    const QByteArray start = target.first(std::min<qsizetype>(8, target.size())).toLower();
    return start.startsWith("http://") || start.startsWith("https://");
}

QByteArrayView pathOf(const Exchange& exchange, std::optional<Url>& keeper)
{
    keeper = Url::parse(exchange.url);
    return keeper ? QByteArrayView(keeper->path) : QByteArrayView();
}

/// Gzip would make a HEAD's length, and the bytes of a Range, those of the compressed form.
bool acceptsGzip(const Exchange& exchange)
{
    return exchange.method != HttpMethod::Head && !exchange.request.headers.contains("Range") &&
           !exchange.request.headers.contains("Accept-Encoding");
}

QByteArray authorizationOf(Exchange& exchange, SteadyTime now)
{
    exchange.sentToken = {};
    if (exchange.kind == Exchange::Kind::TokenFetch) {
        const auto realm = exchange.visited.empty() ? Url::parse(exchange.url) : std::nullopt;
        return realm ? exchange.endpoint->realmAuthorization(*realm) : QByteArray();
    }
    if (!exchange.atOrigin || exchange.request.headers.contains("Authorization")) {
        return {};
    }
    return exchange.endpoint->authorization(exchange.request, exchange.url, now, &exchange.sentToken);
}

Millis boundedDeadline(Millis wanted, const Endpoint& endpoint)
{
    const Millis longest = endpoint.longestDeadline;
    return longest.count() > 0 && (wanted.count() == 0 || wanted > longest) ? longest : wanted;
}

Error unusableAddress(const EndpointState& endpoint)
{
    return {ErrorKind::Malformed,
            Words::tr("an address that the server gave cannot be requested"),
            endpoint.where(endpoint.base->text),
            Words::tr("Look at what the server answered before."),
            {}};
}

} // namespace

std::optional<Error> aim(Exchange& exchange)
{
    const QByteArray& target = exchange.request.target;
    const EndpointState& endpoint = *exchange.endpoint;
    exchange.method = exchange.request.method;
    if (!endpoint.base) {
        return Error{ErrorKind::Profile,
                     Words::tr("the base URL is not a plain http or https address"),
                     endpoint.config.source,
                     Words::tr("Correct the URL in the profile; credentials have their own place there."),
                     {}};
    }
    if (!isClean(target)) {
        return unusableAddress(endpoint);
    }
    if (target.isEmpty() || target.startsWith('/') || target.startsWith('?')) {
        exchange.url = endpoint.prefix + target;
        return std::nullopt;
    }
    const auto url = isAbsolute(target) ? Url::parse(target) : std::nullopt;
    if (!url) {
        return unusableAddress(endpoint);
    }
    exchange.url = url->text;
    exchange.atOrigin = url->sameOrigin(*endpoint.base);
    return std::nullopt;
}

std::optional<Error> gateRefusal(const Exchange& exchange)
{
    if (exchange.method == HttpMethod::Get || exchange.method == HttpMethod::Head) {
        return std::nullopt;
    }
    std::optional<Url> url;
    const QByteArrayView path = pathOf(exchange, url);
    if (url && exchange.endpoint->gate.lets(exchange.method, path, exchange.atOrigin)) {
        return std::nullopt;
    }
    return Error{ErrorKind::ReadOnly,
                 Words::tr("%1 %2 was not sent: this session only reads")
                     .arg(QString::fromLatin1(httpMethodName(exchange.method)), QString::fromUtf8(path)),
                 exchange.endpoint->where(exchange.url),
                 Words::tr("Unlock the context first if you mean to change something."),
                 {}};
}

std::optional<TransferPlan> plan(Exchange& exchange, SteadyTime now)
{
    EndpointState& endpoint = *exchange.endpoint;
    const HttpRequest& request = exchange.request;
    const QByteArray authorization = authorizationOf(exchange, now);
    TransferPlan plan;
    plan.headers = exchange.atOrigin
                       ? endpoint.headerLists.list(request.headers, authorization)
                       : endpoint.headerLists.list(withoutCredentials(request.headers), authorization);
    if (!plan.headers) {
        return std::nullopt;
    }
    plan.method = exchange.method;
    if (exchange.visited.empty() && !endpoint.server.isEmpty() && isPlain(request.target)) {
        plan.url = endpoint.server;
        plan.target = exchange.url.sliced(endpoint.server.size());
    } else {
        plan.url = exchange.url;
    }
    plan.body = exchange.dropsBody ? QByteArray() : request.body;
    plan.deadline = exchange.isStream() ? Millis{0} : boundedDeadline(request.deadline, endpoint.config);
    plan.idleLimit = request.idleLimit;
    plan.bodyLimit = request.bodyLimit;
    plan.acceptGzip = acceptsGzip(exchange);
    // libcurl silently sends a request again when a kept connection turns out to be dead. For a read that is
    // harmless; of a write nobody knows whether the server acted on it, so it gets a connection of its own.
    plan.freshConnection = request.retry == RetryClass::Write;
    plan.live = exchange.isStream();
    return plan;
}

std::optional<Error> turn(Exchange& exchange, int status, const QByteArray& location)
{
    const auto current = Url::parse(exchange.url);
    if (!current) {
        return Error{ErrorKind::Defect,
                     Words::tr("the redirect's own address is lost"),
                     exchange.endpoint->config.source,
                     {},
                     {}};
    }
    exchange.visited.push_back(current->text);
    const auto step = RedirectPolicy::follow(*current, exchange.method, status, location, exchange.visited);
    if (!step) {
        Error error = step.error();
        error.where = exchange.endpoint->where(exchange.url);
        return error;
    }
    exchange.url = step->url.text;
    exchange.method = step->method;
    exchange.dropsBody |= !step->keepsBody;
    // Once away there is no way back to the credentials: a stranger could send us anywhere at the origin with
    // them.
    exchange.atOrigin = exchange.atOrigin && step->url.sameOrigin(*exchange.endpoint->base);
    return std::nullopt;
}

} // namespace stowage
