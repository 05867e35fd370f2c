// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/NodeModel.h"

#include "models/fleet/Words.h"
#include "models/metrics/MetricWords.h"
#include "models/metrics/PeerMetricsSummary.h"

#include <cmath>

namespace stowage {
namespace {

/// What a person should look at first has the highest.
qint64 severityOf(NodeState state)
{
    switch (state) {
    case NodeState::Live:
        return 0;
    case NodeState::Unseen:
        return 1;
    case NodeState::Stale:
        return 2;
    case NodeState::Unable:
        return 3;
    case NodeState::Gone:
        break;
    }
    return 4;
}

NodeId nodeId(RowId row)
{
    return {static_cast<uint32_t>(row)};
}

/// Over five minutes; nothing when it is not told, or not fresh.
std::optional<double> hitPercent(const Fleet& fleet, NodeId node)
{
    const PeerMetrics* metrics = freshMetrics(fleet, node);
    if (metrics == nullptr || !metrics->cacheOver(MetricWindow::FiveMinutes)) {
        return std::nullopt;
    }
    return metrics->cacheOver(MetricWindow::FiveMinutes)->hitPercent();
}

std::optional<Quantile> resolveP95(const Fleet& fleet, NodeId node)
{
    constexpr double P95 = 0.95;
    const PeerMetrics* metrics = freshMetrics(fleet, node);
    return metrics != nullptr && metrics->resolve ? metrics->resolve->quantile(P95) : std::nullopt;
}

std::optional<qint64> wholeNumber(std::optional<double> number)
{
    return number ? std::optional<qint64>(std::llround(*number)) : std::nullopt;
}

std::optional<qint64> millis(const std::optional<Quantile>& seconds)
{
    return seconds ? std::optional<qint64>(std::llround(seconds->value * 1000)) : std::nullopt;
}

} // namespace

NodeModel::NodeModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto node = [&fleet](RowId id) -> const Node& {
        return fleet.nodes()[id];
    };
    const auto text = [node](auto member) {
        return [node, member](RowId id) {
            return node(id).seen.*member;
        };
    };
    // Of a node that does not answer it is not known what it holds: nothing is shown in place of zero.
    const auto ifKnown = [node](auto member) {
        return [node, member](RowId id) -> std::optional<qint64> {
            const bool isKnown = node(id).state == NodeState::Live || node(id).state == NodeState::Stale;
            return isKnown ? std::optional<qint64>(node(id).*member) : std::nullopt;
        };
    };
    const auto state = [node](RowId id) {
        return nodeStateName(node(id).state);
    };
    const auto stateText = [node](RowId id) {
        return nodeStateText(node(id).state);
    };
    const auto sources = [node, &fleet](RowId id) {
        return namesOf(fleet, node(id).sources);
    };

    begin({
        Column::ofText(QStringLiteral("name"), tr("Node"), text(&NodeObservation::name)),
        Column::ofText(QStringLiteral("zone"), tr("Zone"), text(&NodeObservation::zone)),
        Column::ofText(QStringLiteral("state"), tr("State"), state).shownAs(stateText),
        Column::ofText(QStringLiteral("reason"), tr("Reason"), text(&NodeObservation::reason)).wide(),
        Column::ofNumber(QStringLiteral("layers"), tr("Layers"), Unit::Count, ifKnown(&Node::heldLayers))
            .orElse(tr("unknown")),
        Column::ofNumber(QStringLiteral("bytes"), tr("Held"), Unit::Bytes, ifKnown(&Node::heldBytes))
            .orElse(tr("unknown")),
        Column::ofText(QStringLiteral("sources"), tr("Sources"), sources),
        ageColumn([node](RowId id) { return node(id).seen.at; }, tr("never seen")),
        Column::ofText(QStringLiteral("identity"), tr("Identity"), text(&NodeObservation::identity)),
        Column::ofAge(
            QStringLiteral("changed"), tr("Changed"), [node](RowId id) { return node(id).changedAt; },
            [&fleet] { return fleet.now(); })
            .orElse(tr("never")),
        Column::ofNumber(QStringLiteral("hits"), tr("Hits"), Unit::Count,
                         [&fleet](RowId id) { return wholeNumber(hitPercent(fleet, nodeId(id))); })
            .shownAs([&fleet](RowId id) { return formatPercent(hitPercent(fleet, nodeId(id))); }),
        Column::ofNumber(QStringLiteral("resolve"), tr("Resolve p95"), Unit::Age,
                         [&fleet](RowId id) { return millis(resolveP95(fleet, nodeId(id))); })
            .shownAs([&fleet](RowId id) { return formatQuantile(resolveP95(fleet, nodeId(id))); }),
        Column::ofNumber(QStringLiteral("severity"), tr("Severity"), Unit::Count,
                         [node](RowId id) { return severityOf(node(id).state); }),
    });
}

std::vector<RowId> NodeModel::allRows() const
{
    return aliveIn(fleet().nodes());
}

Changes<RowId> NodeModel::rowChanges(const ChangeSet& changes)
{
    return asRows(changes.nodes);
}

QString NodeModel::state(RowId id) const
{
    return nodeStateName(fleet().nodes()[id].state);
}

std::optional<Millis> NodeModel::age(RowId id) const
{
    return ageSince(fleet().nodes()[id].seen.at);
}

} // namespace stowage
