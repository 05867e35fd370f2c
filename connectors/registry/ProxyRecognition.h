// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

namespace stowage {

/// Whether a registry is a pull-through proxy, on which asking for a manifest fetches and stores it.
enum class ProxyVerdict : quint8
{
    Unknown,  ///< not asked yet
    Registry, ///< it answers for itself
    Proxy,
    Unclear, ///< the answer told neither; taken for a registry
};

/// The one question whose answer tells and stores nothing: a manifest by a digest that nobody has. A
/// distribution that answers for itself says 404 MANIFEST_UNKNOWN; as a proxy it wraps its upstream's answer,
/// or the failure to reach it, in an error of its own (2.8.2: seen; 3.x: by its source,
/// registry/proxy/proxymanifeststore.go). Asked once, in a repository that has tags, before the first
/// manifest.
///
/// Other signs: the profile says so (`"proxy": true`); on 3.x, `registry_proxy_*` counters above zero. A
/// Harbor proxy project and other products' caches do not show: they have to be declared.
HttpRequest proxyQuestion(const QString& repository);

/// What the answer means.
ProxyVerdict judgeProxy(const HttpResult& answer);

} // namespace stowage
