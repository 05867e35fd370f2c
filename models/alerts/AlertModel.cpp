// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertModel.h"

#include <algorithm>

namespace stowage {
namespace {

std::vector<RowId> rowsOf(const std::vector<AlertId>& ids)
{
    std::vector<RowId> rows(ids.size());
    std::ranges::transform(ids, rows.begin(), [](AlertId id) { return id.value; });
    return rows;
}

/// What of two tables is not the same, row by row.
Changes<RowId> difference(const std::vector<Alert>& before, const std::vector<Alert>& after)
{
    const Alert hole;
    Changes<RowId> changes;
    for (size_t row = 0; row < std::max(before.size(), after.size()); ++row) {
        const Alert& was = row < before.size() ? before[row] : hole;
        const Alert& is = row < after.size() ? after[row] : hole;
        if (was.key == is.key) {
            if (was != is) {
                changes.changed.push_back(row);
            }
        } else if (is.key.isEmpty()) {
            changes.removed.push_back(row);
        } else {
            changes.added.push_back(row);
        }
    }
    return changes;
}

} // namespace

AlertModel::AlertModel(const AlertBook& book, Members members, QObject* parent)
    : EntityTableModel(parent), m_book(book), m_members(members)
{
    begin(makeColumns());
    sort(columnOf(QStringLiteral("rank")), Qt::DescendingOrder);
    connect(&book, &AlertBook::changed, this, &AlertModel::follow);
}

void AlertModel::follow(const AlertChanges& changes)
{
    if (!m_isFrozen) {
        applyChanges(
            {rowsOf(changes.alerts.added), rowsOf(changes.alerts.changed), rowsOf(changes.alerts.removed)});
    }
}

void AlertModel::setFrozen(bool isFrozen)
{
    if (m_isFrozen == isFrozen) {
        return;
    }
    m_isFrozen = isFrozen;
    if (isFrozen) {
        m_held = m_book.alerts();
        return;
    }
    const std::vector<Alert> held = std::exchange(m_held, {});
    applyChanges(difference(held, m_book.alerts()));
}

const Alert& AlertModel::alert(RowId id) const
{
    static const Alert hole;
    const std::vector<Alert>& alerts = m_isFrozen ? m_held : m_book.alerts();
    return id < alerts.size() ? alerts[id] : hole;
}

int AlertModel::rowOfKey(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (alertAt(row).key == key) {
            return row;
        }
    }
    return -1;
}

QVariant AlertModel::data(const QModelIndex& index, int role) const
{
    if (role < KeyRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return EntityTableModel::data(index, role);
    }
    const Alert& shown = alertAt(index.row());
    switch (role) {
    case KeyRole:
        return shown.key;
    case SeverityRole:
        return alertSeverityName(shown.severity);
    case HeldRole:
        return shown.isHeldBack();
    case LinkRole:
        return shown.link;
    default:
        return {};
    }
}

std::vector<RowId> AlertModel::allRows() const
{
    std::vector<RowId> rows;
    for (RowId row = 0; row < m_book.alerts().size(); ++row) {
        if (!alert(row).key.isEmpty()) {
            rows.push_back(row);
        }
    }
    return rows;
}

bool AlertModel::isMember(RowId id) const
{
    const Alert& asked = alert(id);
    switch (m_members) {
    case Members::Open:
        return asked.isOpen();
    case Members::OpenAndPending:
        return asked.state != AlertState::Resolved;
    case Members::All:
        break;
    }
    return true;
}

QString AlertModel::state(RowId id) const
{
    return alertStateName(alert(id).state);
}

std::optional<Millis> AlertModel::age(RowId id) const
{
    return ageOf(alert(id).since, m_book.now());
}

} // namespace stowage
