// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmStepModel.h"

#include "models/core/Listed.h"
#include "models/placement/PrewarmWords.h"

#include <numeric>

namespace stowage {
namespace {

QString sourceOf(const PrewarmStep& step)
{
    QStringList names;
    for (const PrewarmSupply& supply : step.supplies) {
        names << (supply.isUpstream() ? supply.upstream : supply.peer);
    }
    return listed(names);
}

QString shortSourceOf(const PrewarmStep& step)
{
    QStringList names;
    for (const PrewarmSupply& supply : step.supplies) {
        names << (supply.isUpstream() ? supply.upstream : supply.peer);
    }
    return someNames(names);
}

} // namespace

PrewarmStepModel::PrewarmStepModel(QObject* parent) : EntityTableModel(parent)
{
    const auto text = [this](auto read) {
        return [this, read](RowId id) -> QString {
            return read(step(id));
        };
    };
    const auto number = [this](auto read) {
        return [this, read](RowId id) -> std::optional<qint64> {
            return static_cast<qint64>(read(step(id)));
        };
    };
    begin({
        Column::ofNumber(QStringLiteral("wave"), tr("Wave"), Unit::Count,
                         number([](const PrewarmStep& each) { return each.wave; })),
        Column::ofText(QStringLiteral("node"), tr("Node"),
                       text([](const PrewarmStep& each) { return each.node; })),
        Column::ofText(QStringLiteral("zone"), tr("Zone"),
                       text([](const PrewarmStep& each) { return each.zone; })),
        Column::ofText(QStringLiteral("image"), tr("Image"),
                       text([](const PrewarmStep& each) { return each.reference(); })),
        Column::ofText(QStringLiteral("platform"), tr("Platform"),
                       text([](const PrewarmStep& each) { return each.platform; })),
        Column::ofNumber(QStringLiteral("layers"), tr("Layers"), Unit::Count,
                         number([](const PrewarmStep& each) { return each.layers.size(); })),
        Column::ofNumber(QStringLiteral("bytes"), tr("Fetches"), Unit::Bytes,
                         number([](const PrewarmStep& each) { return each.bytes; })),
        Column::ofText(QStringLiteral("from"), tr("From"), text(sourceOf)).shownAs(text(shortSourceOf)),
        Column::ofText(QStringLiteral("reason"), tr("Why"),
                       text([](const PrewarmStep& each) { return each.reason; }))
            .wide(),
    });
}

void PrewarmStepModel::setPlan(const PrewarmPlan& plan)
{
    // A plan is another whole: nothing of the one before is the same.
    Changes<RowId> gone;
    gone.removed = allRows();
    applyChanges(gone);
    m_plan = plan;
    Changes<RowId> come;
    come.added = allRows();
    applyChanges(come);
}

std::vector<RowId> PrewarmStepModel::allRows() const
{
    std::vector<RowId> rows(m_plan.steps.size());
    std::iota(rows.begin(), rows.end(), RowId{0});
    return rows;
}

const PrewarmStep& PrewarmStepModel::step(RowId id) const
{
    static const PrewarmStep none; // a cell of a row that has just gone
    return id < m_plan.steps.size() ? m_plan.steps[id] : none;
}

} // namespace stowage
