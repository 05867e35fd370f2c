// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryMetrics.h"

#include "connectors/registry/RegistryNames.h"

namespace stowage {
namespace {

/// The value at the end of a sample's line; the lines of counters carry no time.
double sampleValue(QByteArrayView line)
{
    return line.sliced(line.lastIndexOf(' ') + 1).toByteArray().trimmed().toDouble();
}

QString labelValue(QByteArrayView line, QByteArrayView label)
{
    const QByteArray opening = label.toByteArray() + "=\"";
    const qsizetype begin = line.indexOf(opening);
    if (begin < 0) {
        return {};
    }
    const QByteArrayView rest = line.sliced(begin + opening.size());
    return escapedForDisplay(rest.first(std::max<qsizetype>(0, rest.indexOf('"'))));
}

} // namespace

RegistryMetrics readRegistryMetrics(QByteArrayView page)
{
    RegistryMetrics metrics;
    while (!page.isEmpty()) {
        const qsizetype end = page.indexOf('\n');
        const QByteArrayView line = end < 0 ? page : page.first(end);
        page = end < 0 ? QByteArrayView() : page.sliced(end + 1);
        if (!line.startsWith("registry_")) {
            continue;
        }
        metrics.isRegistry = true;
        if (line.startsWith("registry_proxy_")) {
            metrics.isVersion3 = true; // 2.8 counts what it proxies in /debug/vars alone
            metrics.hasProxied = metrics.hasProxied || sampleValue(line) > 0;
        } else if (line.startsWith("registry_storage_cache_requests_total")) {
            metrics.isVersion3 = true;
        } else if (metrics.storageDriver.isEmpty() && line.startsWith("registry_storage_action_seconds")) {
            metrics.storageDriver = labelValue(line, "driver");
        }
    }
    return metrics;
}

} // namespace stowage
