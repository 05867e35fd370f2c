// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/RegistryProbe.h"

#include <simdjson.h>

namespace stowage {
namespace {

constexpr auto VersionHeader = "Docker-Distribution-Api-Version";

bool isRefusal(int status)
{
    return status == 401 || status == 403;
}

/// `{"repositories":[…]}`; an empty registry may say null.
bool isCatalog(const QByteArray& body)
{
    simdjson::dom::parser parser;
    simdjson::dom::element repositories;
    const auto parsed = parser.parse(body.constData(), static_cast<size_t>(body.size()));
    return parsed["repositories"].get(repositories) == simdjson::SUCCESS &&
           (repositories.is_array() || repositories.is_null());
}

/// A header's value as it may be shown: short, and without what is not printable ASCII.
QString shown(const QByteArray& value)
{
    QString text;
    for (const char c : QByteArrayView(value).first(std::min<qsizetype>(value.size(), 60))) {
        text += c >= ' ' && c < 0x7f ? QLatin1Char(c) : QLatin1Char('?');
    }
    return text;
}

QString contentTypeOf(const HttpAnswer& answer)
{
    const QByteArray type = answer.headers.value("Content-Type");
    return type.isEmpty() ? RegistryProbe::tr("without a type") : shown(type);
}

/// A registry names its API version, also while it refuses; some proxies drop the header but leave the JSON.
Finding identityOf(const HttpAnswer& answer)
{
    const QByteArray version = answer.headers.value(VersionHeader);
    if (version.startsWith("registry/2")) {
        return Finding::fine(RegistryProbe::tr("a registry: %1").arg(shown(version)));
    }
    const bool isJson = answer.headers.value("Content-Type").startsWith("application/json");
    if (isJson && (answer.status == 200 || isRefusal(answer.status))) {
        return Finding::warning(
            RegistryProbe::tr("answers JSON as a registry does, but does not name its API version"),
            RegistryProbe::tr("Check that the URL is the registry's own, without a path."));
    }
    return Finding::failed(
        RegistryProbe::tr("not a registry: /v2/ answers HTTP %1, %2")
            .arg(answer.status)
            .arg(contentTypeOf(answer)),
        RegistryProbe::tr(
            "Check the URL in the profile: host, port, and whether a sign-in page or proxy answers "
            "in its place."));
}

Finding capabilityOf(const HttpResult& result)
{
    const QString useProfile =
        RegistryProbe::tr("Name the repositories in the profile: this registry does not list them.");
    if (!result) {
        return Finding::failed(
            RegistryProbe::tr("the catalog does not answer: %1").arg(result.error().message),
            RegistryProbe::tr("Look at the registry's storage: /v2/ is fine while it is not."));
    }
    switch (result->status) {
    case 200:
        break;
    case 401:
    case 403:
        return Finding::warning(RegistryProbe::tr("the catalog is refused: HTTP %1").arg(result->status),
                                useProfile);
    case 404:
    case 405:
        return Finding::warning(RegistryProbe::tr("there is no catalog: HTTP %1").arg(result->status),
                                useProfile);
    default:
        return Finding::failed(
            RegistryProbe::tr("the catalog answers HTTP %1").arg(result->status),
            RegistryProbe::tr("Look at the registry's storage and log: /v2/ is fine while they are not."));
    }
    if (!isCatalog(result->body)) {
        return Finding::failed(
            RegistryProbe::tr("the catalog is not a list of repositories"),
            RegistryProbe::tr("Check what stands between: the answer is not a registry's."));
    }
    return Finding::fine(RegistryProbe::tr("the catalog can be read"));
}

} // namespace

void RegistryProbe::start()
{
    HttpRequest ping;
    ping.target = "/v2/";
    ask(std::move(ping), patience().answer,
        [this](const HttpResult& result, Millis took) { takePing(result, took); });
}

Finding RegistryProbe::authentication(const HttpResult& result) const
{
    if (!result) {
        const Error& error = result.error();
        return Finding::failed(error.message, error.todo);
    }
    if (isRefusal(result->status)) {
        return Finding::failed(
            hasCredentials() ? tr("the credentials are refused: HTTP %1").arg(result->status)
                             : tr("it asks for credentials: HTTP %1").arg(result->status),
            hasCredentials() ? tr("Check user and password or token, and that they are still valid.")
                             : tr("Give this source credentials in the profile ('auth')."));
    }
    if (result->status != 200) {
        return Finding::failed(tr("/v2/ answers HTTP %1").arg(result->status),
                               tr("Look at the registry's log, and at what stands before it."));
    }
    return Finding::fine(hasCredentials() ? tr("the credentials are accepted")
                                          : tr("no credentials are needed"));
}

void RegistryProbe::takePing(const HttpResult& result, Millis took)
{
    Finding access = authentication(result);
    access.took = took;
    tell(DoctorStep::Authentication, access);
    if (!result) {
        skip(DoctorStep::Identity, tr("there is no answer to judge"));
        skip(DoctorStep::Capability, tr("there is no answer to judge"));
        Q_EMIT finished();
        return;
    }
    const Finding identity = identityOf(*result);
    tell(DoctorStep::Identity, identity);
    if (access.verdict == Verdict::Failed || identity.verdict == Verdict::Failed) {
        skip(DoctorStep::Capability,
             access.verdict == Verdict::Failed ? tr("it does not let us in") : tr("it is not a registry"));
        Q_EMIT finished();
        return;
    }
    HttpRequest catalog;
    catalog.target = "/v2/_catalog?n=1";
    catalog.scope = "registry:catalog:*";
    ask(std::move(catalog), patience().catalog,
        [this](const HttpResult& answer, Millis time) { takeCatalog(answer, time); });
}

void RegistryProbe::takeCatalog(const HttpResult& result, Millis took)
{
    Finding capability = capabilityOf(result);
    capability.took = took;
    tell(DoctorStep::Capability, capability);
    Q_EMIT finished();
}

} // namespace stowage
