// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "connectors/registry/RegistryPages.h"

namespace stowage {

/// What an answer outside 2xx and 304 means, with the code and message that the registry gave. Where and, for
/// what is not the registry's protocol, the address are the caller's to add.
Error answerError(const HttpAnswer& answer);

/// "team/api:1.0: what happened. What to do.", as Coverage::unseen and warnings tell it: the source is
/// theirs, so the error's own `where` is left out.
QString inOneLine(const QString& what, Error error);

/// Says so where the answer that the error is about came from another origin than the registry's own, by
/// redirects.
Error withOrigin(Error error, const QByteArray& baseUrl, const HttpAnswer& answer);

/// Whether the registry itself says that this does not exist: 404 with one of the protocol's own codes, not a
/// 404 of whatever stands before it.
bool isSaidToBeAbsent(const HttpAnswer& answer);

} // namespace stowage
