// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace stowage {

/// Whether this is a repository name by the OCI grammar (distribution-spec 1.1, "Pulling manifests"):
/// lower-case components with single separators, at most 255 bytes. What passes is ASCII and free of `..`.
bool isRepositoryName(QByteArrayView name);

/// Whether this is a tag by the OCI grammar: `[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}`.
bool isTag(QByteArrayView tag);

} // namespace stowage
