// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/NodePanel.h"

#include "models/fleet/Fleet.h"
#include "views/fleet/MetricFacts.h"
#include "views/fleet/NodeFacts.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {

NodePanel::NodePanel(const Fleet& fleet, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Node"), parent), m_fleet(fleet), m_column(new SideColumn(theme)),
      m_state(new TextLabel(theme, fonts::body(), Token::Text2)), m_details(new DetailList(theme)),
      m_metrics(new DetailList(theme)), m_images(new LineList(theme)),
      m_noImages(new TextLabel(theme, fonts::body(), Token::Text2))
{
    setFixedWidth(metrics::SidePanel);
    m_state->setWrapping(true);
    m_noImages->setWrapping(true);
    m_column->addSection({}, m_state);
    m_column->addSection(tr("Who it is"), m_details);
    m_column->addSection(tr("What its peer tells"), m_metrics);
    m_column->addSection(tr("Images it holds whole"), m_images);
    m_column->addSection({}, m_noImages);
    setBody(m_column);
    showNode();
}

void NodePanel::setNode(std::optional<NodeId> node)
{
    if (m_node != node) {
        m_node = node;
        showNode();
    }
}

void NodePanel::tick()
{
    if (m_node && m_fleet.node(*m_node).isAlive) {
        showDetails();
    }
}

void NodePanel::take(const ChangeSet& changes)
{
    if (!m_node) {
        return;
    }
    const auto has = [this](const std::vector<NodeId>& ids) {
        return std::binary_search(ids.begin(), ids.end(), *m_node);
    };
    if (has(changes.nodes.changed) || has(changes.nodes.removed) || has(changes.nodes.added) ||
        has(changes.cellsOf) || !changes.images.isEmpty()) {
        showNode();
    }
}

void NodePanel::showNode()
{
    const bool known = m_node && m_fleet.node(*m_node).isAlive;
    m_column->setSectionVisible(m_details, known);
    m_column->setSectionVisible(m_metrics, known);
    m_column->setSectionVisible(m_images, known);
    if (!known) {
        setTitle(tr("Node"));
        setStatus(std::nullopt);
        setNote({});
        m_state->setText(tr("Choose a row to see who the node is and what it holds."));
        m_column->setSectionVisible(m_noImages, false);
        return;
    }
    const Node& node = m_fleet.node(*m_node);
    setTitle(words::visible(node.seen.name));
    setStatus(words::statusOf(node.state));
    setNote(words::nodeState(node.state));
    m_state->setText(node.seen.reason);
    m_column->setSectionVisible(m_state, !node.seen.reason.isEmpty());
    const std::vector<LineItem> images = imagesHeldWhole(m_fleet, node.id);
    m_images->setItems(images);
    m_column->setSectionVisible(m_images, !images.empty());
    m_column->setSectionVisible(m_noImages, images.empty());
    m_noImages->setText(node.state == NodeState::Live || node.state == NodeState::Stale
                            ? tr("It holds no image whole: none could start here without pulling.")
                            : tr("What it holds is unknown while it does not answer."));
    showDetails();
}

void NodePanel::showDetails()
{
    m_details->setDetails(nodeDetails(m_fleet, m_fleet.node(*m_node)));
    m_metrics->setDetails(metricDetails(m_fleet, *m_node));
}

} // namespace stowage
