// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

#include <QStringList>

#include <optional>

namespace stowage {

/// A registry as the profile describes it.
struct RegistrySettings
{
    QString id;
    Endpoint endpoint;
    QString registryNamespace; ///< the name clients pull by: "docker.io"
    QStringList repositories;  ///< exact names and patterns with `*`; empty: all that the catalog lists
    Millis pollInterval{60'000};
    /// How long the server may be silent over a list. Registries on S3 need a minute, and a client that gives
    /// up earlier makes them log errors. Other answers get a quarter of it.
    Millis patience{120'000};
    QByteArray metricsUrl; ///< of the debug server, absolute; empty: none
    /// Between two readings of that page for its figures; nought: it is only asked which registry this is.
    Millis metricsInterval{15'000};
    std::optional<double> cpuLimit; ///< cores that its process may use
    bool isProxy = false;           ///< declared a pull-through proxy
};

} // namespace stowage
