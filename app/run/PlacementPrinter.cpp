// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/PlacementPrinter.h"

#include "app/json/PlacementJson.h"
#include "app/json/PlacementParts.h"
#include "app/run/Console.h"
#include "app/run/PlacementWords.h"
#include "app/run/TextTable.h"
#include "models/fleet/PlacementTableModel.h"
#include "models/placement/FindingDates.h"
#include "models/placement/PlacementFindings.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

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
    if (m_invocation.json) {
        Console::print(placementDocument(m_fleet, m_profile, reference));
        return ExitStatus::Fine;
    }
    PlacementTableModel model(m_fleet);
    if (!reference.isEmpty()) {
        auto filter = model.parseFilter(QStringLiteral("image=\"%1\"").arg(reference));
        if (!filter) {
            return fail(std::move(filter.error()));
        }
        model.setFilter(std::move(*filter));
    }
    Console::print(TextTable::print(model, Ink::of(m_invocation)));
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
