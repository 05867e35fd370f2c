// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/FleetPrinter.h"

#include "app/json/DocumentJson.h"
#include "app/run/Console.h"
#include "app/run/PrewarmPrinter.h"
#include "app/run/Report.h"
#include "app/run/TextTable.h"
#include "models/fleet/ImageModel.h"
#include "models/fleet/LayerModel.h"
#include "models/fleet/NodeModel.h"
#include "models/fleet/PlacementTableModel.h"
#include "models/fleet/SourceModel.h"

#include <QCoreApplication>

#include <algorithm>

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
    if (m_invocation.command == QLatin1String("prewarm")) {
        return PrewarmPrinter(m_fleet, m_profile, m_invocation).print();
    }
    return printFleet().map([] { return ExitStatus::Fine; });
}

Result<void> FleetPrinter::printFleet() const
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
    return command == QLatin1String("placement") ? printPlacement() : printSnapshot();
}

template <class Model, class JsonOf>
Result<void> FleetPrinter::printRows(const char* name, JsonOf jsonOf) const
{
    Model model(m_fleet);
    if (auto arranged = arrange(model, m_invocation); !arranged) {
        return arranged;
    }
    if (!m_invocation.json) {
        Console::print(TextTable::print(model));
        return {};
    }
    Json document = jsonDocument(name, m_fleet.now(), m_profile.name);
    Json& rows = document[name] = Json::array();
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.push_back(jsonOf(m_fleet, model.rowId(row)));
    }
    Console::print(document);
    return {};
}

Result<void> FleetPrinter::printSnapshot() const
{
    if (m_invocation.json) {
        Console::print(snapshotDocument(m_fleet, m_profile));
    } else {
        Console::print(Report::print(m_fleet, m_profile));
    }
    return {};
}

Result<void> FleetPrinter::printPlacement() const
{
    const QString& reference = m_invocation.image;
    const bool isKnown = std::ranges::any_of(m_fleet.images(), [&](const FleetImage& image) {
        return image.isAlive && image.image.reference() == reference;
    });
    if (!reference.isEmpty() && !isKnown) {
        return fail({ErrorKind::NotFound,
                     QCoreApplication::translate("FleetPrinter", "there is no image %1").arg(reference),
                     m_profile.name,
                     QCoreApplication::translate("FleetPrinter", "stowage images lists what there is."),
                     std::nullopt});
    }
    if (m_invocation.json) {
        Console::print(placementDocument(m_fleet, m_profile, reference));
        return {};
    }
    PlacementTableModel model(m_fleet);
    if (!reference.isEmpty()) {
        auto filter = model.parseFilter(QStringLiteral("image=\"%1\"").arg(reference));
        if (!filter) {
            return fail(std::move(filter.error()));
        }
        model.setFilter(std::move(*filter));
    }
    Console::print(TextTable::print(model));
    return {};
}

} // namespace stowage
