// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/Manifest.h"

#include <QByteArrayView>

namespace stowage {

/// The largest manifest that is read; registries refuse larger ones on push (distribution: 4 MiB).
constexpr qint64 MaxManifestBytes = 4 * 1024 * 1024;

/// The largest content that is believed, 1 PiB, a descriptor and all of a manifest together: sums over
/// thousands of platforms still fit in 63 bits.
constexpr qint64 MaxContentBytes = qint64{1} << 50;

/// The `Accept` that every request of a manifest carries: without the OCI types, 2.8 answers 404 for OCI
/// content.
QByteArray manifestAccept();

/// Reads a manifest or an index (OCI image-spec 1.1; Docker schema 2 and manifest list). The body's own
/// `mediaType` decides; `contentType` only where there is none. Malformed, with what is wrong, for: not JSON
/// or nested too deep, a body that is both kinds at once (CVE-2021-41190), missing or foreign digests, sizes
/// that are negative, not integers or over MaxContentBytes, media types and platforms with characters outside
/// their grammars. Unsupported for schema 1 and unknown media types.
Result<Manifest> parseManifest(QByteArrayView body, QByteArrayView contentType);

/// The platform that an image's config names: "linux/arm64/v8". Malformed where os or architecture are
/// missing or odd.
Result<QString> parseConfigPlatform(QByteArrayView body);

} // namespace stowage
