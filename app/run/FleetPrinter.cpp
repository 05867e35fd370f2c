// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/FleetPrinter.h"

#include "app/run/Console.h"
#include "app/run/PlacementPrinter.h"
#include "app/run/PrewarmPrinter.h"
#include "app/run/Report.h"
#include "app/run/TextTable.h"
#include "models/fleet/ImageModel.h"
#include "models/fleet/LayerModel.h"
#include "models/fleet/NodeModel.h"
#include "models/fleet/SourceModel.h"

namespace stowage {
namespace {

template <class Model>
Result<void> arrange(Model& model, const Invocation& invocation)
{
    if (!invocation.filter.isEmpty()) {
        auto filter = model.parseFilter(invocation.filter);
        if (!filter) {
            return fail(std::move(filter.error()));
        }
        model.setFilter(std::move(*filter));
    }
    return invocation.sort.isEmpty() ? Result<void>{} : model.sortBy(invocation.sort);
}

template <class EntityId>
EntityId idOf(RowId row)
{
    return {static_cast<uint32_t>(row)};
}

} // namespace

Result<ExitStatus> FleetPrinter::print() const
{
    const QString& command = m_invocation.command;
    if (command == QLatin1String("images")) {
        return printRows<ImageModel>(
            "images", [](const Fleet& f, RowId row) { return jsonImage(f, idOf<ImageId>(row)); });
    }
    if (command == QLatin1String("layers")) {
        return printRows<LayerModel>(
            "layers", [](const Fleet& f, RowId row) { return jsonLayer(f, idOf<LayerId>(row)); });
    }
    if (command == QLatin1String("nodes")) {
        return printRows<NodeModel>("nodes",
                                    [](const Fleet& f, RowId row) { return jsonNode(f, idOf<NodeId>(row)); });
    }
    if (command == QLatin1String("sources")) {
        return printRows<SourceModel>(
            "sources", [](const Fleet& f, RowId row) { return jsonSource(f, idOf<SourceId>(row)); });
    }
    if (command == QLatin1String("prewarm")) {
        return PrewarmPrinter(m_fleet, m_profile, m_invocation, m_parts.hosts).print();
    }
    if (PlacementPrinter::prints(command)) {
        return PlacementPrinter(m_fleet, m_profile, m_invocation).print();
    }
    return printSnapshot();
}

template <class Model, class JsonOf>
Result<ExitStatus> FleetPrinter::printRows(const char* name, JsonOf jsonOf) const
{
    Model model(m_fleet);
    if (auto arranged = arrange(model, m_invocation); !arranged) {
        return fail(std::move(arranged.error()));
    }
    if (!m_invocation.json) {
        Console::print(TextTable::print(model, Ink::of(m_invocation)));
        return ExitStatus::Fine;
    }
    Json document = jsonDocument(name, m_fleet.now(), m_profile.name);
    Json& rows = document[name] = Json::array();
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.push_back(jsonOf(m_fleet, model.rowId(row)));
    }
    Console::print(document);
    return ExitStatus::Fine;
}

ExitStatus FleetPrinter::printSnapshot() const
{
    if (m_invocation.json) {
        Console::print(snapshotDocument(m_fleet, m_profile, m_parts));
    } else {
        Console::print(Ink::of(m_invocation).marks(Report::print(m_fleet, m_profile, m_parts)));
    }
    return ExitStatus::Fine;
}

} // namespace stowage
