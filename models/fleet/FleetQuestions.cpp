// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetQuestions.h"

#include "models/core/FoldedText.h"

#include <algorithm>

namespace stowage {
namespace {

bool isWithin(std::string_view word, const QString& text)
{
    return folded(text).find(word) != std::string::npos;
}

} // namespace

NodeQuestion::NodeQuestion(const Fleet& fleet, std::string_view word, Presence presence)
{
    const PresenceSets& sets = fleet.presences();
    bool isFirst = true;
    for (const Node& node : fleet.nodes()) {
        if (!node.isAlive || !isWithin(word, node.seen.name)) {
            continue;
        }
        const Roaring& known = sets.known(node.id);
        if (presence == Presence::Held) {
            m_layers |= sets.held(node.id);
        } else if (presence == Presence::Absent) {
            m_layers |= known - sets.held(node.id);
        } else if (isFirst) {
            m_layers = known;
        } else {
            m_layers &= known;
        }
        isFirst = false;
    }
    // It is known everywhere, or it is unknown somewhere.
    m_isInverse = presence == Presence::Unknown && !isFirst;
}

ImageQuestion::ImageQuestion(const Fleet& fleet, std::string_view word)
{
    m_isNamed.resize(fleet.images().size());
    for (const FleetImage& image : fleet.images()) {
        m_isNamed[image.id.value] = image.isAlive && isWithin(word, image.image.reference());
    }
}

bool ImageQuestion::isAnyOf(const std::vector<ImageId>& images) const
{
    return std::ranges::any_of(images, [this](ImageId id) { return m_isNamed[id.value]; });
}

} // namespace stowage
