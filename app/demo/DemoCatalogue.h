// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoImages.h"

#include <span>

namespace stowage {

/// A node by its place: zone and number from 0. Both wrap around in fleets that are smaller.
struct DemoNodeRef
{
    size_t zone = 0;
    size_t node = 0;
};

/// An image of the demonstration, before it is built.
struct DemoImageSpec
{
    QByteArray repository;
    QByteArray tag;
    QByteArray base;         ///< "repository:tag" of an earlier image whose layers come first; empty for none
    std::vector<int> layers; ///< its own, in MiB
    int spread = 0;          ///< of a hundred nodes so many hold it whole
    bool isMultiArch = false;
    DemoDialect dialect = DemoDialect::Oci;

    QByteArray reference() const { return repository + ':' + tag; }
};

/// A layer with chosen holders, so that there is something to lose.
struct DemoFragileLayer
{
    const char* image;
    size_t layer; ///< of the image's own
    std::vector<DemoNodeRef> holders;
};

/// The first `images` of the demonstration: twenty by name, those beyond made up from the seed.
std::vector<DemoImageSpec> demoCatalogue(int images, quint64 seed);

/// Layers with one holder, and nine whose second holder is the node that dies in "dead-peer".
const std::vector<DemoFragileLayer>& demoFragileLayers();

} // namespace stowage
