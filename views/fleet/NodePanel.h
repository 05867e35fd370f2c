// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "views/widgets/Panel.h"

#include <optional>

namespace stowage {

class DetailList;
class Fleet;
class LineList;
class SideColumn;
class TextLabel;
struct ChangeSet;

/// The node that is selected: how it stands and why, who it is, what it holds.
class NodePanel : public Panel
{
    Q_OBJECT

public:
    NodePanel(const Fleet& fleet, const Theme& theme, QWidget* parent = nullptr);

    /// None: says what to do to see one.
    void setNode(std::optional<NodeId> node);

    /// Ages have grown.
    void tick();

    /// Reads the node anew.
    void refresh() { showNode(); }

    /// Reads the node anew if this touches it.
    void take(const ChangeSet& changes);

private:
    void showNode();
    void showDetails();

    const Fleet& m_fleet;
    std::optional<NodeId> m_node;
    SideColumn* m_column;
    TextLabel* m_state;
    DetailList* m_details;
    DetailList* m_metrics;
    LineList* m_images;
    TextLabel* m_noImages;
};

} // namespace stowage
