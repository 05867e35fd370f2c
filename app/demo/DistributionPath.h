// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace stowage {

/// A path of the distribution API: `/v2/<name>/<route>/<reference>`, as registries and cache peers share it.
struct DistributionPath
{
    enum class Route
    {
        Manifests,
        Blobs,
        Tags
    };

    QByteArray name;
    Route route = Route::Manifests;
    QByteArray reference; ///< a tag or digest; "list" under Tags

    /// Nothing when the path is another one, or its name or reference is against the grammar of
    /// distribution 2.8.
    static std::optional<DistributionPath> parse(QByteArrayView path);
};

} // namespace stowage
