// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/SourceModel.h"

#include "models/fleet/Words.h"

namespace stowage {
namespace {

/// "complete", or what could not be seen, by name and reason; empty before the first full reading.
QString coverageOf(const SourceStatus& status)
{
    if (!status.coverage) {
        return {};
    }
    return status.coverage->complete ? QStringLiteral("complete")
                                     : status.coverage->unseen.join(QStringLiteral("; "));
}

QString coverageText(const SourceStatus& status)
{
    if (!status.coverage) {
        return SourceModel::tr("not read yet");
    }
    //: coverage of a source: everything was read
    return status.coverage->complete
               ? SourceModel::tr("complete")
               : SourceModel::tr("%n not seen", nullptr, static_cast<int>(status.coverage->unseen.size()));
}

} // namespace

SourceModel::SourceModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto status = [&fleet](RowId id) -> const SourceStatus& {
        return fleet.sources()[id].status;
    };
    const auto text = [status](auto member) {
        return [status, member](RowId id) {
            return status(id).*member;
        };
    };

    begin({
        Column::ofText(QStringLiteral("id"), tr("Source"), text(&SourceStatus::id)),
        Column::ofText(QStringLiteral("kind"), tr("Kind"), text(&SourceStatus::kind)),
        Column::ofText(QStringLiteral("state"), tr("State"),
                       [status](RowId id) { return freshnessName(status(id).state); })
            .shownAs([status](RowId id) { return freshnessText(status(id).state); }),
        Column::ofText(QStringLiteral("identity"), tr("Identity"), text(&SourceStatus::identity)),
        Column::ofText(QStringLiteral("version"), tr("Version"), text(&SourceStatus::version)),
        Column::ofText(QStringLiteral("capabilities"), tr("Capabilities"),
                       [status](RowId id) { return status(id).capabilities.join(QStringLiteral(", ")); }),
        Column::ofText(QStringLiteral("error"), tr("Error"),
                       [status](RowId id) { return status(id).error ? status(id).error->text() : QString(); })
            .wide(),
        Column::ofText(QStringLiteral("coverage"), tr("Coverage"),
                       [status](RowId id) { return coverageOf(status(id)); })
            .shownAs([status](RowId id) { return coverageText(status(id)); }),
        ageColumn([status](RowId id) { return status(id).lastAnswer; }, tr("never answered")),
    });
}

std::vector<RowId> SourceModel::allRows() const
{
    return aliveIn(fleet().sources());
}

Changes<RowId> SourceModel::rowChanges(const ChangeSet& changes)
{
    return asRows(changes.sources);
}

QString SourceModel::state(RowId id) const
{
    return freshnessName(fleet().sources()[id].status.state);
}

std::optional<Millis> SourceModel::age(RowId id) const
{
    return ageSince(fleet().sources()[id].status.lastAnswer);
}

} // namespace stowage
