// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/placement/PlainPlacement.h"

#include <algorithm>

namespace stowage::test {
namespace {

enum class Fate
{
    NotHeld, ///< nobody held it before
    Kept,
    Lost,
    MayBeLost
};

PlainPlacement::Ids without(PlainPlacement::Ids nodes, const PlainPlacement::Ids& lost)
{
    std::erase_if(nodes, [&lost](uint32_t node) { return lost.contains(node); });
    return nodes;
}

Fate fateOf(const PlainPlacement& plain, uint32_t content, const PlainPlacement::Ids& lost)
{
    const auto holders = plain.nodesWhere(content, Presence::Held);
    if (holders.empty()) {
        return Fate::NotHeld;
    }
    if (!without(holders, lost).empty()) {
        return Fate::Kept;
    }
    return without(plain.nodesWhere(content, Presence::Unknown), lost).empty() ? Fate::Lost : Fate::MayBeLost;
}

} // namespace

PlainPlacement::Lost PlainPlacement::lose(const Ids& nodes) const
{
    Lost lost;
    const auto all = layers();
    for (uint32_t id = 0; id < all.size(); ++id) {
        if (!all[id].isAlive || !isLayer[id]) {
            continue;
        }
        const Ids before = nodesWhere(id, Presence::Held);
        switch (fateOf(*this, id, nodes)) {
        case Fate::Lost:
            lost.layers.insert(id);
            break;
        case Fate::MayBeLost:
            lost.layersMaybe.insert(id);
            break;
        case Fate::Kept:
            ++lost.surviving;
            if (before.size() > 1 && without(before, nodes).size() == 1) {
                lost.leftSingle.insert(id);
            }
            break;
        case Fate::NotHeld:
            break;
        }
    }
    for (uint32_t image = 0; image < images.size(); ++image) {
        for (quint32 i = 0; i < images[image].size(); ++i) {
            const Platform& platform = images[image][i];
            if (!isServable(platform, {}) || isServable(platform, nodes)) {
                continue;
            }
            const bool isCertain = std::ranges::any_of(
                platform.content, [&](uint32_t id) { return fateOf(*this, id, nodes) == Fate::Lost; });
            (isCertain ? lost.broken : lost.mayBreak).insert({image, i});
            if (isCertain) {
                lost.forcedUpstream.merge(without(nodesWhere(platform.manifest, Presence::Held), nodes));
            }
        }
    }
    return lost;
}

std::optional<size_t> PlainPlacement::smallestBreak(uint32_t image) const
{
    if (std::ranges::none_of(images[image], [this](const Platform& p) { return isServable(p, {}); })) {
        return std::nullopt;
    }
    std::optional<size_t> smallest;
    for (uint32_t chosen = 0; chosen < (1U << zones.size()); ++chosen) {
        Ids nodes;
        for (uint32_t node = 0; node < zones.size(); ++node) {
            if ((chosen >> node & 1U) != 0) {
                nodes.insert(node);
            }
        }
        const bool breaks = std::ranges::any_of(images[image], [&](const Platform& platform) {
            return isServable(platform, {}) && !isServable(platform, nodes);
        });
        if (breaks && (!smallest || nodes.size() < *smallest)) {
            smallest = nodes.size();
        }
    }
    return smallest;
}

} // namespace stowage::test
