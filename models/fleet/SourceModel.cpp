// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/SourceModel.h"

#include "models/core/Listed.h"
#include "models/fleet/Words.h"

#include <algorithm>

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
        // Cache peers list nothing: each cell has its own evidence.
        return status.hasInventory() ? SourceModel::tr("not read yet") : QString();
    }
    //: coverage of a source: everything was read
    return status.coverage->complete
               ? SourceModel::tr("complete")
               : SourceModel::tr("%n not seen", nullptr, static_cast<int>(status.coverage->unseen.size()));
}

/// What a person should look at first has the highest.
qint64 severityOf(const SourceStatus& status)
{
    switch (status.state) {
    case Freshness::Live:
        return status.error || (status.coverage && !status.coverage->complete) ? 2 : 0;
    case Freshness::Unseen:
        return status.error ? 4 : 1;
    case Freshness::Stale:
        return 3;
    case Freshness::Offline:
        break;
    }
    return 4;
}

/// Microseconds until the answer had come whole; of two address families the faster counts.
std::optional<qint64> latencyOf(const PhaseTimes& times)
{
    const auto tcp = times.tcp4 && times.tcp6 ? std::min(times.tcp4, times.tcp6)
                     : times.tcp4             ? times.tcp4
                                              : times.tcp6;
    std::optional<qint64> sum;
    for (const auto& phase : {times.dns, tcp, times.tls, times.firstByte, times.body}) {
        if (phase) {
            sum = sum.value_or(0) + phase->count();
        }
    }
    return sum;
}

QString latencyText(const SourceStatus& status)
{
    const auto micros = latencyOf(status.phases);
    return micros ? SourceModel::tr("%1 ms").arg(static_cast<double>(*micros) / 1'000, 0, 'f', 1)
                  : SourceModel::tr("not measured");
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

    const auto count = [status](auto member) {
        return [status, member](RowId id) {
            return static_cast<qint64>(status(id).*member);
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
                       [status](RowId id) { return listed(status(id).capabilities); }),
        Column::ofText(QStringLiteral("error"), tr("Error"),
                       [status](RowId id) { return status(id).error ? status(id).error->text() : QString(); })
            .wide(),
        Column::ofText(QStringLiteral("coverage"), tr("Coverage"),
                       [status](RowId id) { return coverageOf(status(id)); })
            .shownAs([status](RowId id) { return coverageText(status(id)); }),
        ageColumn([status](RowId id) { return status(id).lastAnswer; }, tr("never answered")),
        Column::ofNumber(QStringLiteral("latency"), tr("Latency"), Unit::Count,
                         [status](RowId id) { return latencyOf(status(id).phases); })
            .shownAs([status](RowId id) { return latencyText(status(id)); }),
        Column::ofNumber(QStringLiteral("requests"), tr("Requests"), Unit::Count,
                         count(&SourceStatus::requestsSent)),
        Column::ofNumber(QStringLiteral("failed"), tr("Failed"), Unit::Count,
                         count(&SourceStatus::requestsFailed)),
        Column::ofNumber(QStringLiteral("severity"), tr("Severity"), Unit::Count,
                         [status](RowId id) { return severityOf(status(id)); }),
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
