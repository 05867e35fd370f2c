// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace stowage {

/// The few facts that a crawl wants from the registry's debug page (`http.debug.prometheus`).
struct RegistryMetrics
{
    bool isRegistry = false; ///< the page is a distribution's
    bool isVersion3 = false; ///< has counters that came with 3.0
    bool hasProxied =
        false; ///< a `registry_proxy_*` counter is above zero: only a pull-through proxy counts there
    QString storageDriver; ///< "filesystem", "s3aws"; empty before the first storage call

    bool operator==(const RegistryMetrics&) const = default;
};

RegistryMetrics readRegistryMetrics(QByteArrayView page);

} // namespace stowage
