// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/IncidentTable.h"

#include "app/run/IncidentWords.h"
#include "models/alerts/AlertModel.h"

namespace stowage {

IncidentTable::IncidentTable(std::vector<Incident> incidents, Timestamp now, QObject* parent)
    : EntityTableModel(parent), m_incidents(std::move(incidents)), m_now(now)
{
    begin(makeColumns());
}

std::vector<Column> IncidentTable::makeColumns() const
{
    const auto of = [this](RowId id) -> const Incident& {
        return m_incidents[id];
    };
    const auto text = [of](auto member) {
        return [of, member](RowId id) {
            return of(id).*member;
        };
    };
    const auto count = [of](auto how) {
        return [of, how](RowId id) -> std::optional<qint64> {
            return static_cast<qint64>(how(of(id)));
        };
    };
    const auto now = [this] {
        return m_now;
    };
    return {
        Column::ofText(QStringLiteral("severity"), tr("Severity"),
                       [of](RowId id) { return alertSeverityName(of(id).severity); })
            .shownAs([of](RowId id) { return alertSeverityText(of(id).severity); })
            .ranked(alertSeverityNames()),
        Column::ofText(QStringLiteral("state"), tr("State"),
                       [of](RowId id) { return incidentStateName(of(id).state); })
            .shownAs([of](RowId id) { return incidentStateText(of(id).state); }),
        Column::ofText(QStringLiteral("id"), tr("Incident"), text(&Incident::id)),
        Column::ofText(QStringLiteral("title"), tr("Title"), text(&Incident::title)).wide(),
        Column::ofNumber(QStringLiteral("alerts"), tr("Alerts"), Unit::Count,
                         count([](const Incident& incident) { return incident.members.size(); })),
        Column::ofNumber(QStringLiteral("told"), tr("Messages"), Unit::Count,
                         count([](const Incident& incident) { return incident.told; })),
        Column::ofText(QStringLiteral("subjects"), tr("Subjects"),
                       [of](RowId id) { return subjectNames(of(id)); }),
        Column::ofText(QStringLiteral("zone"), tr("Zone"), text(&Incident::zone)),
        Column::ofText(QStringLiteral("owner"), tr("Owner"), text(&Incident::owner)),
        Column::ofText(QStringLiteral("acknowledged"), tr("Acknowledged by"),
                       text(&Incident::acknowledgedBy)),
        Column::ofText(QStringLiteral("muted"), tr("Muted until"),
                       [of, this](RowId id) {
                           const Incident& incident = of(id);
                           return incident.isMuted(m_now) ? toRfc3339(incident.mutedUntil) : QString();
                       }),
        Column::ofAge(
            QStringLiteral("age"), tr("Age"), [of](RowId id) { return of(id).openedAt; }, now),
        Column::ofNumber(QStringLiteral("reopened"), tr("Reopened"), Unit::Count,
                         count([](const Incident& incident) { return incident.reopened; })),
        Column::ofText(QStringLiteral("storm"), tr("Storm"),
                       [of](RowId id) { return of(id).isStorm ? QStringLiteral("storm") : QString(); })
            .shownAs([of](RowId id) { return of(id).isStorm ? tr("storm") : QString(); }),
        Column::ofText(QStringLiteral("detail"), tr("Detail"), text(&Incident::detail)),
        Column::ofNumber(QStringLiteral("impact"), tr("Impact"), Unit::Count,
                         count([](const Incident& incident) { return incident.impact; })),
    };
}

std::vector<RowId> IncidentTable::allRows() const
{
    std::vector<RowId> rows;
    for (size_t i = 0; i < m_incidents.size(); ++i) {
        rows.push_back(i);
    }
    return rows;
}

QString IncidentTable::state(RowId id) const
{
    return incidentStateName(m_incidents[id].state);
}

std::optional<Millis> IncidentTable::age(RowId id) const
{
    return ageOf(m_incidents[id].openedAt, m_now);
}

} // namespace stowage
