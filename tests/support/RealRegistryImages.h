// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Image.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace stowage::test {

/// An image to be pushed: its manifests and the blobs they name, all made up but true to their digests.
struct MadeImage
{
    struct Part
    {
        QByteArray body;
        QByteArray mediaType;
        Digest digest() const { return Digest::of(body); }
    };

    std::vector<Part> blobs;     ///< configs and layers
    std::vector<Part> manifests; ///< children first; the last is what a tag points at
};

/// Bytes that look like content, the same for the same name.
QByteArray madeLayer(const QString& name, qsizetype bytes);

/// A plain OCI manifest upon these layers. `platform` as "linux/arm64/v8".
MadeImage madeImage(const QString& name, const std::vector<QByteArray>& layers,
                    const QString& platform = QStringLiteral("linux/amd64"));

/// An index over images of `platforms`, with an attestation beside them as BuildKit adds it.
MadeImage madeIndex(const std::vector<std::pair<QString, MadeImage>>& platforms, bool hasAttestation);

/// Writes an OCI image layout (image-spec 1.1, image-layout.md) with each image under its reference name;
/// false when the disk refuses.
bool writeLayout(const QString& folder, const QMap<QString, MadeImage>& images);

} // namespace stowage::test
