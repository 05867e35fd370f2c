// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryVersion.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Context
{
    Q_DECLARE_TR_FUNCTIONS(RegistryVersion)
};

int majorByPing(const HttpAnswer& ping)
{
    if (ping.status != 200 || ping.body.trimmed() != "{}" ||
        !ping.headers.contains("Docker-Distribution-Api-Version")) {
        return 0;
    }
    const QByteArray type = ping.headers.value("Content-Type");
    if (type == "application/json; charset=utf-8") {
        return 2;
    }
    return type == "application/json" ? 3 : 0;
}

} // namespace

RegistryVersion guessVersion(const HttpAnswer& ping, const RegistryMetrics& metrics)
{
    if (metrics.isRegistry) {
        const int major = metrics.isVersion3 ? 3 : 2;
        return {major, QStringLiteral("%1.x (by its metrics)").arg(major)};
    }
    if (ping.headers.value("WWW-Authenticate").contains("service=\"harbor-registry\"")) {
        return {0, QStringLiteral("Harbor")};
    }
    const int major = majorByPing(ping);
    return major == 0 ? RegistryVersion{}
                      : RegistryVersion{major, QStringLiteral("%1.x (by its answers)").arg(major)};
}

QStringList versionWarnings(const RegistryVersion& version, const RegistryMetrics& metrics)
{
    const bool mayBeS3 =
        metrics.storageDriver.isEmpty() || metrics.storageDriver.startsWith(QLatin1String("s3"));
    if (version.major != 3 || !mayBeS3) {
        return {};
    }
    return {
        Context::tr(
            "On S3, 3.0.0 to 3.1.1 leave team/app out of the catalog where team/app-extra stands beside it "
            "(distribution#4903). Name such repositories in the profile."),
        Context::tr(
            "On S3, 3.1 leaves tag 0.1.20 out of the list where 0.1.2 stands beside it (distribution#4891). "
            "Tags that were known are asked for again before they are given up.")};
}

} // namespace stowage
