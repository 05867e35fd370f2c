// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace stowage {

/// One server of a source: a registry has one, a group of cache peers has many.
struct DoctorEndpoint
{
    QString label; ///< "n1"; names it in a summary of many
    Endpoint endpoint;
    std::optional<Endpoint> metrics;
};

/// A source as the doctor needs to know it.
struct DoctorTarget
{
    QString sourceId;
    QString kind; ///< "registry", "spegel", "beszel", …; others get the steps up to TLS
    std::vector<DoctorEndpoint> endpoints;
    QStringList namespaces; ///< of cache peers
};

} // namespace stowage
