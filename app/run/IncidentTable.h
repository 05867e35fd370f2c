// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

/// Incidents of one moment as a table for the command line: severity, state, title, alerts, told, subjects,
/// zone, owner, acknowledged, muted, opened, age, reopened, storm, id, impact. In the order given unless
/// sorted. RowId is the place in that order; StateRole is incidentStateName().
class IncidentTable final : public EntityTableModel
{
    Q_OBJECT

public:
    IncidentTable(std::vector<Incident> incidents, Timestamp now, QObject* parent = nullptr);

    const Incident& incidentAt(int row) const { return m_incidents[rowId(row)]; }

protected:
    std::vector<RowId> allRows() const override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;

private:
    std::vector<Column> makeColumns() const;

    const std::vector<Incident> m_incidents;
    const Timestamp m_now;
};

} // namespace stowage
