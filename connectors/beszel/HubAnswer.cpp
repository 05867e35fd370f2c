// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAnswer.h"

#include "connectors/http/RetryAfter.h"
#include "connectors/registry/Json.h"

#include <QCoreApplication>

namespace stowage {
namespace {

constexpr qsizetype LongestMessage = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubAnswer)
};

struct Meaning
{
    ErrorKind kind;
    QString todo;
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 400:
        return {ErrorKind::Malformed,
                Words::tr("Check that the hub is of a version that this program knows.")};
    case 401:
        return {ErrorKind::Unauthorized, Words::tr("Check user and password in the profile.")};
    case 403:
        return {ErrorKind::Forbidden,
                Words::tr("Use an account of the hub's users, not a superuser's, that may "
                          "see the systems.")};
    case 404:
        return {ErrorKind::NotFound, Words::tr("Check that the address in the profile is a Beszel hub's.")};
    case 429:
        return {ErrorKind::RateLimited, Words::tr("Give this source a lower budget.")};
    default:
        break;
    }
    return status >= 500 ? Meaning{ErrorKind::ServerFault, Words::tr("Look into the hub's log.")}
                         : Meaning{ErrorKind::Malformed,
                                   Words::tr("Check that the address in the profile is a Beszel hub's.")};
}

/// PocketBase's {"message": "…"}; nothing of what another server might say.
QString messageOf(const QByteArray& body)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    const auto message = root ? json::text(*root, "message") : std::nullopt;
    return message ? QString::fromUtf8(message->toByteArray()).left(LongestMessage).simplified() : QString();
}

} // namespace

Result<HttpAnswer> hubAnswer(const HttpResult& result)
{
    if (!result) {
        return fail(result.error());
    }
    const HttpAnswer& answer = *result;
    const bool isJson = answer.headers.value("Content-Type").toLower().startsWith("application/json");
    if (answer.status < 200 || answer.status > 299) {
        auto [kind, todo] = meaningOf(answer.status);
        const QString told = isJson ? messageOf(answer.body) : QString();
        //: %1 is a status of HTTP, %2 what the server says
        const QString message = told.isEmpty() ? Words::tr("HTTP %1").arg(answer.status)
                                               : Words::tr("HTTP %1: %2").arg(answer.status).arg(told);
        return fail({kind, message, {}, todo, retryAfter(answer.headers, Timestamp{})});
    }
    if (!answer.body.isEmpty() && !isJson) {
        return fail({ErrorKind::Malformed,
                     Words::tr("it answers with a web page where the hub's interface should be"),
                     {},
                     Words::tr("Check that the address in the profile is the hub's own, without a path."),
                     {}});
    }
    return answer;
}

} // namespace stowage
