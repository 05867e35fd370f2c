// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryErrors.h"

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
        return {ErrorKind::NotFound, {}};
    case 405:
        return {ErrorKind::Unsupported, {}};
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
