// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryErrors.h"

#include "connectors/http/Url.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Meaning
{
    ErrorKind kind;
    QString todo;
};

struct Context
{
    Q_DECLARE_TR_FUNCTIONS(RegistryErrors)
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::Unauthorized, Context::tr("Check the credentials in the profile.")};
    case 403:
        return {ErrorKind::Forbidden,
                Context::tr("Ask for the right to read it, or leave it out of the profile.")};
    case 404:
        return {ErrorKind::NotFound,
                Context::tr("Look whether it was deleted, and whether the address in the profile is right.")};
    case 405:
        return {ErrorKind::Unsupported, Context::tr("This server does not offer it; look at its settings.")};
    case 429:
        return {ErrorKind::RateLimited,
                Context::tr("Give it a lower budget, or credentials with a higher limit.")};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::ServerFault, Context::tr("Look into the registry's log.")};
    }
    return {ErrorKind::Malformed, Context::tr("Check that the address is a registry's.")};
}

} // namespace

Error answerError(const HttpAnswer& answer)
{
    const RegistryFault fault = parseFault(answer.body);
    const auto [kind, todo] = meaningOf(answer.status);
    QString message = Context::tr("HTTP %1").arg(answer.status);
    if (!fault.code.isEmpty()) {
        message += QLatin1Char(' ') + fault.code;
    }
    if (!fault.message.isEmpty()) {
        message += QStringLiteral(" (%1)").arg(fault.message);
    }
    return {kind, message, {}, todo, {}};
}

QString inOneLine(const QString& what, Error error)
{
    error.where = what;
    return error.text();
}

Error withOrigin(Error error, const QByteArray& baseUrl, const HttpAnswer& answer)
{
    const std::optional<Url> own = Url::parse(baseUrl);
    const std::optional<Url> other = Url::parse(answer.effectiveUrl);
    if (own && other && !own->sameOrigin(*other)) {
        error.message = Context::tr("redirected to %1: %2").arg(other->authority(), error.message);
    }
    return error;
}

bool isSaidToBeAbsent(const HttpAnswer& answer)
{
    if (answer.status != 404) {
        return false;
    }
    const QString code = parseFault(answer.body).code;
    return code == QLatin1String("NAME_UNKNOWN") || code == QLatin1String("MANIFEST_UNKNOWN") ||
           code == QLatin1String("BLOB_UNKNOWN") ||
           code == QLatin1String("NOT_FOUND"); // the last is Harbor's
}

} // namespace stowage
