// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/PolicyFacts.h"

#include "models/fleet/Fleet.h"
#include "models/fleet/Words.h"
#include "models/placement/PlacementWatch.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Repositories,
    Copies,
    Zones,
    BrokenImages,
    BelowLayers,
    BelowBytes,
    ImageNames,
    Since
};

FactSchema makeSchema()
{
    return {QStringLiteral("policy"),
            SubjectKind::Unknown,
            {
                {QStringLiteral("repositories"), FactUnit::Text},
                {QStringLiteral("copies"), FactUnit::Count},
                {QStringLiteral("zones"), FactUnit::Count},
                {QStringLiteral("images.broken"), FactUnit::Count},
                {QStringLiteral("layers.below"), FactUnit::Count},
                {QStringLiteral("bytes.below"), FactUnit::Bytes},
                {QStringLiteral("images.names"), FactUnit::Text},
                {QStringLiteral("since"), FactUnit::Moment},
            }};
}

constexpr size_t NamesShown = 3;

/// What certainly breaks one policy.
struct Breach
{
    std::vector<ImageId> images;
    Roaring layers;
    double bytes = 0;
    Timestamp since{};
};

QHash<QString, Breach> breachesOf(const std::vector<PlacementFinding>& findings)
{
    QHash<QString, Breach> breaches;
    for (const PlacementFinding& finding : findings) {
        if (finding.kind != PlacementFindingKind::CoverageBroken || !finding.isCertain) {
            continue;
        }
        Breach& breach = breaches[finding.rule];
        breach.images.insert(breach.images.end(), finding.images.begin(), finding.images.end());
        for (const LayerId layer : finding.layers) {
            breach.layers.add(layer.value);
        }
        const bool isEarlier = breach.since == Timestamp{} || finding.since < breach.since;
        breach.since = finding.since != Timestamp{} && isEarlier ? finding.since : breach.since;
    }
    return breaches;
}

void putPolicy(const Fleet& fleet, const QString& repositories, const PlacementGoal& goal,
               const Breach& breach, FactTable& table)
{
    const size_t row = table.add(repositories.isEmpty() ? QStringLiteral("*") : repositories);
    double bytes = 0;
    for (const uint32_t layer : breach.layers) {
        bytes += static_cast<double>(fleet.layer(LayerId{layer}).descriptor.bytes);
    }
    std::vector<ImageId> shown = breach.images;
    shown.resize(std::min(shown.size(), NamesShown));
    table.setText(row, Repositories, repositories);
    table.set(row, Copies, static_cast<double>(goal.copies));
    table.set(row, Zones, static_cast<double>(goal.zones));
    table.set(row, BrokenImages, static_cast<double>(breach.images.size()));
    table.set(row, BelowLayers, static_cast<double>(breach.layers.cardinality()));
    table.set(row, BelowBytes, bytes);
    table.setText(row, ImageNames, referencesOf(fleet, shown));
    if (breach.since != Timestamp{}) {
        table.set(row, Since, static_cast<double>(breach.since.time_since_epoch().count()));
    }
}

} // namespace

const FactSchema& PolicyFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void PolicyFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    if (world.fleet == nullptr || world.placement == nullptr || !world.placement->isComputed()) {
        return;
    }
    const auto breaches = breachesOf(world.placement->findings());
    const PlacementPolicies& policies = world.placement->policies();
    putPolicy(*world.fleet, {}, policies.base, breaches.value(QString()), table);
    for (const CoverageRule& rule : policies.coverage) {
        putPolicy(*world.fleet, rule.repositories, rule.goal, breaches.value(rule.repositories), table);
    }
    table.setKnown();
}

} // namespace stowage
