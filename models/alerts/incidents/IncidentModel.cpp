// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentModel.h"

#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"
#include "models/table/RowRuns.h"

#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::hours ShownResolved{24};

qint64 millis(Timestamp at)
{
    return at.time_since_epoch().count();
}

} // namespace

IncidentModel::IncidentModel(const IncidentBook& book, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_book(book), m_clock(clock), m_rows(wantedRows())
{
    connect(&book, &IncidentBook::changed, this, [this] { follow(); });
}

void IncidentModel::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    follow();
}

void IncidentModel::refreshAges()
{
    follow();
    if (!m_isFrozen && !m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), {AgeRole, MutedUntilRole});
    }
}

int IncidentModel::rowOf(QStringView id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const Row& row) { return row.incident.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int IncidentModel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.incident.isOpen(); }));
}

int IncidentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant IncidentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const Incident& incident = row.incident;
    switch (role) {
    case Qt::DisplayRole:
        return incident.title;
    case IdRole:
        return incident.id;
    case DetailRole:
        return incident.detail;
    case SeverityRole:
        return alertSeverityName(incident.severity);
    case StateRole:
        return incidentStateName(incident.state);
    case AlertsRole:
        return row.alerts;
    case OpenAlertsRole:
        return row.openAlerts;
    case ToldRole:
        return static_cast<int>(incident.told);
    case OpenedRole:
        return QVariant::fromValue(millis(incident.openedAt));
    case LastRole:
        return QVariant::fromValue(millis(incident.lastAt));
    case ResolvedRole:
        return QVariant::fromValue(incident.isOpen() ? qint64(0) : millis(incident.resolvedAt));
    case AgeRole: {
        const Timestamp until = incident.isOpen() ? m_clock.now() : incident.resolvedAt;
        return QVariant::fromValue(std::max<qint64>(0, (until - incident.openedAt).count()));
    }
    case OwnerRole:
        return incident.owner;
    case AcknowledgedRole:
        return incident.acknowledgedAt != Timestamp{};
    case MutedUntilRole:
        return QVariant::fromValue(incident.isMuted(m_clock.now()) ? millis(incident.mutedUntil) : qint64(0));
    case StormRole:
        return incident.isStorm;
    case ReopenedRole:
        return static_cast<int>(incident.reopened);
    case ImpactRole:
        return incident.impact;
    default:
        return {};
    }
}

QHash<int, QByteArray> IncidentModel::roleNames() const
{
    return {
        {Qt::DisplayRole, "title"}, {IdRole, "id"},
        {DetailRole, "detail"},     {SeverityRole, "severity"},
        {StateRole, "state"},       {AlertsRole, "alerts"},
        {OpenAlertsRole, "open"},   {ToldRole, "told"},
        {OpenedRole, "opened"},     {LastRole, "last"},
        {ResolvedRole, "resolved"}, {AgeRole, "age"},
        {OwnerRole, "owner"},       {AcknowledgedRole, "acknowledged"},
        {MutedUntilRole, "muted"},  {StormRole, "storm"},
        {ReopenedRole, "reopened"}, {ImpactRole, "impact"},
    };
}

IncidentModel::Row IncidentModel::rowOf(const Incident& incident)
{
    Row row;
    // Not its members: a storm has ten thousand, and they are told apart elsewhere.
    row.incident.id = incident.id;
    row.incident.title = incident.title;
    row.incident.detail = incident.detail;
    row.incident.severity = incident.severity;
    row.incident.impact = incident.impact;
    row.incident.state = incident.state;
    row.incident.isStorm = incident.isStorm;
    row.incident.openedAt = incident.openedAt;
    row.incident.lastAt = incident.lastAt;
    row.incident.resolvedAt = incident.resolvedAt;
    row.incident.reopened = incident.reopened;
    row.incident.told = incident.told;
    row.incident.subjects = incident.subjects;
    row.incident.zone = incident.zone;
    row.incident.owner = incident.owner;
    row.incident.acknowledgedBy = incident.acknowledgedBy;
    row.incident.acknowledgedAt = incident.acknowledgedAt;
    row.incident.note = incident.note;
    row.incident.mutedUntil = incident.mutedUntil;
    row.incident.mutedBy = incident.mutedBy;
    row.alerts = static_cast<int>(incident.members.size());
    row.openAlerts = static_cast<int>(std::count_if(incident.members.begin(), incident.members.end(),
                                                    [](const IncidentMember& each) { return each.isOpen; }));
    return row;
}

std::vector<IncidentModel::Row> IncidentModel::wantedRows() const
{
    const Timestamp oldest = m_clock.now() - ShownResolved;
    std::vector<Row> rows;
    for (const Incident& incident : m_book.incidents()) {
        if (incident.isOpen() || incident.resolvedAt >= oldest) {
            rows.push_back(rowOf(incident));
        }
    }
    return rows;
}

void IncidentModel::follow()
{
    if (m_isFrozen) {
        return;
    }
    std::vector<Row> wanted = wantedRows();
    removeGone(wanted);
    insertNew(wanted);
    moveIntoOrder(wanted);
    tellChanged(std::move(wanted));
}

void IncidentModel::removeGone(const std::vector<Row>& wanted)
{
    QSet<QString> kept;
    for (const Row& row : wanted) {
        kept.insert(row.incident.id);
    }
    std::vector<int> gone;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!kept.contains(m_rows[i].incident.id)) {
            gone.push_back(static_cast<int>(i));
        }
    }
    std::vector<RowRun> runs = runsOf(gone);
    std::reverse(runs.begin(), runs.end());
    for (const RowRun& run : runs) {
        beginRemoveRows({}, run.first, run.last);
        m_rows.erase(m_rows.begin() + run.first, m_rows.begin() + run.last + 1);
        endRemoveRows();
    }
}

void IncidentModel::insertNew(const std::vector<Row>& wanted)
{
    QSet<QString> known;
    for (const Row& row : m_rows) {
        known.insert(row.incident.id);
    }
    // Each run of new rows goes behind the row that it follows, wherever that stands yet.
    size_t i = 0;
    while (i < wanted.size()) {
        if (known.contains(wanted[i].incident.id)) {
            ++i;
            continue;
        }
        size_t end = i;
        while (end < wanted.size() && !known.contains(wanted[end].incident.id)) {
            ++end;
        }
        const int at = i == 0 ? 0 : rowOf(wanted[i - 1].incident.id) + 1;
        beginInsertRows({}, at, at + static_cast<int>(end - i) - 1);
        m_rows.insert(m_rows.begin() + at, wanted.begin() + static_cast<std::ptrdiff_t>(i),
                      wanted.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end;
    }
}

void IncidentModel::moveIntoOrder(const std::vector<Row>& wanted)
{
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (m_rows[i].incident.id == wanted[i].incident.id) {
            continue;
        }
        const int from = rowOf(wanted[i].incident.id);
        const int to = static_cast<int>(i);
        beginMoveRows({}, from, from, {}, to);
        std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
        endMoveRows();
    }
}

void IncidentModel::tellChanged(std::vector<Row> wanted)
{
    std::vector<int> changed;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (!(m_rows[i] == wanted[i])) {
            m_rows[i] = std::move(wanted[i]);
            changed.push_back(static_cast<int>(i));
        }
    }
    for (const RowRun& run : runsOf(changed)) {
        Q_EMIT dataChanged(index(run.first), index(run.last));
    }
}

} // namespace stowage
