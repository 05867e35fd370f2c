// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <optional>

namespace stowage {

/// The target of the first link with relation `next` among the `Link` fields, as it stands there (RFC 8288,
/// 3); nothing when there is none. Several links in one field and quoted, escaped or absent parameters are
/// understood.
std::optional<QByteArray> nextLink(const HttpHeaders& headers);

/// Makes a link's target one that can be asked below `baseUrl`: relative, absolute and percent-encoded
/// targets are resolved against the request's own (`requestTarget`, below the base). A link to this host by
/// another scheme, as registries behind a TLS terminator write it, is asked the way we came. Redirect when it
/// leads to another host, Malformed when it is not a URL or leaves `/v2/`.
Result<QByteArray> resolveNextLink(const QByteArray& baseUrl, const QByteArray& requestTarget,
                                   const QByteArray& link);

} // namespace stowage
