// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Delta.h"

#include <vector>

namespace stowage {

/// Deltas that wait to be written. Once they are many, what is overtaken by later ones is dropped, so that a
/// disk that stays full costs memory for one fleet and not for all that ever happened to it.
class DeltaBacklog
{
public:
    /// From how many entries on (images, nodes, sightings) overtaken ones are looked for.
    static constexpr size_t Plenty = 50'000;

    void add(Delta delta);
    void add(std::vector<Delta> deltas);

    bool isEmpty() const { return m_deltas.empty(); }
    size_t entries() const { return m_entries; }
    const std::vector<Delta>& deltas() const { return m_deltas; }
    std::vector<Delta> take();

private:
    void shrink();

    std::vector<Delta> m_deltas;
    size_t m_entries = 0;
    size_t m_shrinkAt = Plenty;
};

/// The same deltas without what later ones overtake: images, nodes and statuses keep their newest word, a
/// cell its newest and its newest definite one. Written in order, the result leaves the same database.
std::vector<Delta> withoutOvertaken(std::vector<Delta> deltas);

} // namespace stowage
