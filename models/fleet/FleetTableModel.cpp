// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetTableModel.h"

#include "models/fleet/FleetQuestions.h"
#include "models/fleet/SoleHolders.h"
#include "models/fleet/Words.h"

namespace stowage {

FleetTableModel::FleetTableModel(const Fleet& fleet, QObject* parent)
    : EntityTableModel(parent), m_fleet(fleet)
{
    connect(&fleet, &Fleet::changed, this,
            [this](const ChangeSet& changes) { applyChanges(rowChanges(changes)); });
}

void FleetTableModel::normalize(std::vector<RowId>& rows)
{
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

Column FleetTableModel::ageColumn(std::function<Timestamp(RowId)> seenAt, const QString& never) const
{
    return Column::ofAge(QStringLiteral("age"), tr("Age"), std::move(seenAt),
                         [this] { return m_fleet.now(); })
        .orElse(never);
}

Column FleetTableModel::cellsColumn(const char* id, const QString& title, quint32 Layer::*count,
                                    Presence presence, const LayerOf& layer) const
{
    const Fleet& fleet = m_fleet;
    return Column::ofNumber(QString::fromLatin1(id), title, Unit::Count,
                            [layer, count](RowId row) { return static_cast<qint64>(layer(row).*count); })
        .searchedAs([&fleet, layer, presence](RowId row) {
            return namesOf(fleet, fleet.nodesWhere(layer(row).id, presence));
        })
        .soughtBy([&fleet, layer, presence](std::string_view needle) {
            return [layer, question = NodeQuestion(fleet, needle, presence)](RowId row) {
                return question.has(layer(row).id);
            };
        })
        .shownAs([&fleet, layer, presence](RowId row) { return cellsText(fleet, layer(row), presence); });
}

Column FleetTableModel::onlyOnColumn(const char* id, SoleHolders& holders, const LayerOf& layer) const
{
    const Fleet& fleet = m_fleet;
    return Column::ofText(QString::fromLatin1(id), tr("Only on"),
                          [&fleet, &holders, layer](RowId row) {
                              const NodeId sole = holders.of(layer(row));
                              return sole.isValid() ? fleet.node(sole).seen.name : QString();
                          })
        .shownAs([&fleet, &holders, layer](RowId row) {
            return onlyOnText(fleet, layer(row), holders.of(layer(row)));
        });
}

std::optional<Millis> FleetTableModel::ageSince(Timestamp at) const
{
    return ageOf(at, m_fleet.now());
}

} // namespace stowage
