// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/PlacementPrinter.h"

#include "app/json/PlacementJson.h"
#include "app/json/PlacementParts.h"
#include "app/run/Console.h"
#include "app/run/PlacementWords.h"
#include "app/run/TextTable.h"
#include "models/fleet/PlacementFilter.h"
#include "models/fleet/PlacementTableModel.h"
#include "models/placement/FindingDates.h"
#include "models/placement/PlacementFindings.h"

#include <QCoreApplication>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace stowage {
namespace {

/// The rows that are asked for. Its model does not change, so a proxy will do.
class PlacementRows final : public QSortFilterProxyModel
{
public:
    PlacementRows(PlacementTableModel& model, const Fleet& fleet, const QString& reference,
                  const PlacementFilter& filter)
        : m_model(model), m_fleet(fleet), m_reference(reference), m_filter(filter)
    {
        setSourceModel(&model);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const Image& image = m_fleet.image(m_model.imageAt(row)).image;
        const bool isNamed = m_reference.isEmpty() || image.reference() == m_reference;
        return isNamed && m_filter.matches(image, m_fleet.layer(m_model.layerAt(row)));
    }

private:
    const PlacementTableModel& m_model;
    const Fleet& m_fleet;
    const QString& m_reference;
    const PlacementFilter& m_filter;
};

} // namespace

bool PlacementPrinter::prints(const QString& command)
{
    return command == QLatin1String("placement") || command == QLatin1String("whatif") ||
           command == QLatin1String("risk");
}

Result<ExitStatus> PlacementPrinter::print() const
{
    if (m_invocation.command == QLatin1String("whatif")) {
        return printWhatIf();
    }
    return m_invocation.command == QLatin1String("risk") ? Result<ExitStatus>(printRisk()) : printPlacement();
}

Result<ExitStatus> PlacementPrinter::printPlacement() const
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
    const auto filter = PlacementFilter::parse(m_invocation.filter, m_fleet);
    if (!filter) {
        return fail(filter.error());
    }
    if (m_invocation.json) {
        Console::print(placementDocument(m_fleet, m_profile, reference, *filter));
        return ExitStatus::Fine;
    }
    PlacementTableModel model(m_fleet);
    if (!m_invocation.sort.isEmpty()) {
        if (auto sorted = model.sortBy(m_invocation.sort); !sorted) {
            return fail(std::move(sorted.error()));
        }
    }
    const PlacementRows rows(model, m_fleet, reference, *filter);
    Console::print(TextTable::print(rows, Ink::of(m_invocation)));
    return ExitStatus::Fine;
}

Result<ExitStatus> PlacementPrinter::printWhatIf() const
{
    const PlacementMap map = PlacementMap::read(m_fleet);
    const auto loss = parseLoss(map, m_profile.policies(), m_invocation.lose);
    if (!loss) {
        return fail(loss.error());
    }
    const WhatIf result = whatIf(map, *loss);
    if (m_invocation.json) {
        Console::print(whatIfDocument(map, result, m_invocation.lose, m_fleet.now(), m_profile.name));
    } else {
        Console::print(Ink::of(m_invocation).marks(whatIfWords(map, result)));
    }
    return ExitStatus::Fine;
}

ExitStatus PlacementPrinter::printRisk() const
{
    const PlacementMap map = PlacementMap::read(m_fleet);
    const PlacementPolicies policies = m_profile.policies();
    auto findings = placementFindings(map, policies, m_fleet.now());
    FindingDates().date(findings, map, m_fleet.now());
    if (m_invocation.json) {
        Console::print(riskDocument(map, policies, findings, m_fleet.now(), m_profile.name));
    } else {
        Console::print(Ink::of(m_invocation).marks(riskWords(map, findings)));
    }
    return std::ranges::any_of(findings, isTold) ? ExitStatus::Findings : ExitStatus::Fine;
}

} // namespace stowage
