// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "connectors/registry/RegistryMetrics.h"

#include <QStringList>

namespace stowage {

/// Which registry this is, as far as that can be known: no route and no metric of distribution tells its
/// version.
struct RegistryVersion
{
    int major = 0; ///< 2 or 3 of distribution; 0: not known, or another registry
    QString text;  ///< "2.x (by its answers)", "3.x (by its metrics)", "Harbor", or empty

    bool operator==(const RegistryVersion&) const = default;
};

/// Judges by the metrics where the profile names their page; else by the answer to `/v2/`: distribution
/// answers `{}`, 2.8.2 as `application/json; charset=utf-8`, 3.1.1 without the charset (recorded).
RegistryVersion guessVersion(const HttpAnswer& ping, const RegistryMetrics& metrics);

/// The known wrong answers of that version, for the reader; none where the storage is known not to have them.
QStringList versionWarnings(const RegistryVersion& version, const RegistryMetrics& metrics);

} // namespace stowage
