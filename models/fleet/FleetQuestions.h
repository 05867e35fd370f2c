// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <roaring/roaring.hh>

#include <string_view>
#include <vector>

namespace stowage {

// What a filter asks of the fleet, prepared once and then answered for many rows. Each holds for this turn of
// the event loop only; words are sought folded (FoldedText.h).

/// Whether a layer is held, absent or unknown on a node whose name contains a word.
class NodeQuestion
{
public:
    NodeQuestion(const Fleet& fleet, std::string_view word, Presence presence);

    bool has(LayerId layer) const { return m_layers.contains(layer.value) != m_isInverse; }

private:
    Roaring m_layers;
    bool m_isInverse = false; ///< these are the layers of which it is not so
};

/// Whether one of some images has a reference that contains a word.
class ImageQuestion
{
public:
    ImageQuestion(const Fleet& fleet, std::string_view word);

    bool isAnyOf(const std::vector<ImageId>& images) const;

private:
    std::vector<bool> m_isNamed; ///< by ImageId
};

} // namespace stowage
