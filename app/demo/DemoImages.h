// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoWorld.h"

namespace stowage {

/// Which of the two families of media types an image is written in.
enum class DemoDialect : quint8
{
    Oci,
    Docker
};

/// A layer of that size. The label stands for its bytes: the digest is the label's.
size_t addDemoLayer(DemoWorld& world, const QByteArray& label, qint64 bytes,
                    DemoDialect dialect = DemoDialect::Oci);

/// A manifest over these layers with a config of its own ("amd64", …), both real JSON under their true
/// digests. The label makes the config, and with it the manifest, differ from others over the same layers.
size_t addDemoManifest(DemoWorld& world, const QByteArray& label, const QByteArray& architecture,
                       const std::vector<size_t>& layers, DemoDialect dialect = DemoDialect::Oci);

/// One platform of an index.
struct DemoPlatform
{
    QByteArray architecture;
    size_t manifest = 0;
};

size_t addDemoIndex(DemoWorld& world, const std::vector<DemoPlatform>& platforms,
                    DemoDialect dialect = DemoDialect::Oci);

/// What a push does: links the image with all its parts and sets the tag.
void pushDemoImage(DemoWorld& world, const QByteArray& repository, const QByteArray& tag, size_t image);

} // namespace stowage
