// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Image.h"

#include <vector>

namespace stowage {

/// A digest worth asking every peer for, with the name it is pulled by.
struct WantedContent
{
    Digest digest;
    ContentKind kind = ContentKind::Layer;
    qint64 bytes = 0;
    QString repository;
    QString registryNamespace;

    bool operator==(const WantedContent&) const = default;
};

/// What matters now, as the registries told it. Implemented over the fleet; read by placement connectors.
class Inventory
{
public:
    Inventory() = default;
    Inventory(const Inventory&) = delete;
    Inventory& operator=(const Inventory&) = delete;
    virtual ~Inventory() = default;

    /// Each digest once, layers first.
    virtual std::vector<WantedContent> wanted() const = 0;

    /// Grows whenever wanted() would answer otherwise.
    virtual quint64 revision() const = 0;
};

} // namespace stowage
