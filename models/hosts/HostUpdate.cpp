// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostUpdate.h"

#include <algorithm>

namespace stowage {
namespace {

/// What was not told this time stays as it was.
template <class T>
void keep(std::optional<T>& now, const std::optional<T>& before)
{
    if (!now) {
        now = before;
    }
}

void keep(QString& now, const QString& before)
{
    if (now.isEmpty()) {
        now = before;
    }
}

void keep(QStringList& now, const QStringList& before)
{
    if (now.isEmpty()) {
        now = before;
    }
}

void keep(QHash<QString, double>& now, const QHash<QString, double>& before)
{
    if (now.isEmpty()) {
        now = before;
    }
}

void keepFacts(HostFacts& now, const HostFacts& before)
{
    keep(now.cores, before.cores);
    keep(now.memoryBytes, before.memoryBytes);
    keep(now.swapBytes, before.swapBytes);
    keep(now.diskBytes, before.diskBytes);
    keep(now.linkBitsPerSecond, before.linkBitsPerSecond);
    keep(now.bootedAt, before.bootedAt);
    keep(now.os, before.os);
    keep(now.kernel, before.kernel);
    keep(now.cpuModel, before.cpuModel);
    keep(now.agent, before.agent);
}

void keepIdentity(HostIdentity& now, const HostIdentity& before)
{
    keep(now.name, before.name);
    keep(now.addresses, before.addresses);
    keep(now.hostname, before.hostname);
    keep(now.machineId, before.machineId);
    keep(now.instance, before.instance);
}

} // namespace

void keepUntold(HostObservation& now, const HostObservation& before)
{
    keepIdentity(now.identity, before.identity);
    keepFacts(now.facts, before.facts);
    keep(now.cpuLimit, before.cpuLimit);
    keep(now.containers, before.containers);
    keep(now.services, before.services);
    now.at = std::max(now.at, before.at);
}

} // namespace stowage
