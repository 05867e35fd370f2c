// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentMemberModel.h"

#include "models/alerts/incidents/IncidentBook.h"
#include "models/alerts/incidents/IncidentMemberDiff.h"
#include "models/table/RowRuns.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stowage::IncidentMemberModel)
};

/// Kinds have no parent: what their indexes point to.
constexpr quintptr IsKind = 0;

qint64 millis(Timestamp at)
{
    return at.time_since_epoch().count();
}

QString stateName(bool isOpen, bool isUnknown)
{
    return incidentStateName(!isOpen     ? IncidentState::Resolved
                             : isUnknown ? IncidentState::Unknown
                                         : IncidentState::Open);
}

int openIn(const std::vector<IncidentMember>& members)
{
    return static_cast<int>(std::count_if(members.begin(), members.end(),
                                          [](const IncidentMember& each) { return each.isOpen; }));
}

/// The worst that stands; when none does, the worst there was.
AlertSeverity worstOf(const std::vector<IncidentMember>& members)
{
    const bool isOpen = openIn(members) > 0;
    AlertSeverity worst = AlertSeverity::Info;
    for (const IncidentMember& each : members) {
        if (each.isOpen == isOpen) {
            worst = std::max(worst, each.severity);
        }
    }
    return worst;
}

QString stateOf(const std::vector<IncidentMember>& members)
{
    const bool isUnknown = std::all_of(members.begin(), members.end(), [](const IncidentMember& each) {
        return each.isUnknown || !each.isOpen;
    });
    return stateName(openIn(members) > 0, isUnknown);
}

} // namespace

IncidentMemberModel::IncidentMemberModel(const IncidentBook& book, QObject* parent)
    : QAbstractItemModel(parent), m_book(book)
{
    connect(&book, &IncidentBook::changed, this, [this](const IncidentChanges& changes) {
        const Incident* const shown = m_id.isEmpty() ? nullptr : m_book.find(m_id);
        if (!shown || changes.added.contains(shown->id) || changes.changed.contains(shown->id)) {
            follow();
        }
    });
}

void IncidentMemberModel::setIncident(const QString& id)
{
    if (id == m_id) {
        return;
    }
    beginResetModel();
    m_id = id;
    m_kinds = wantedKinds();
    for (Kind& kind : m_kinds) {
        kind.number = ++m_lastNumber;
    }
    endResetModel();
}

void IncidentMemberModel::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    follow();
}

const IncidentMember* IncidentMemberModel::member(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == IsKind) {
        return nullptr;
    }
    const int row = rowOfKind(index.internalId());
    return row < 0 ? nullptr : &m_kinds[static_cast<size_t>(row)].members[static_cast<size_t>(index.row())];
}

QModelIndex IncidentMemberModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column,
                       parent.isValid() ? m_kinds[static_cast<size_t>(parent.row())].number : IsKind);
}

QModelIndex IncidentMemberModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == IsKind) {
        return {};
    }
    const int row = rowOfKind(child.internalId());
    return row < 0 ? QModelIndex() : createIndex(row, 0, IsKind);
}

int IncidentMemberModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_kinds.size());
    }
    return parent.internalId() != IsKind || parent.column() != 0
               ? 0
               : static_cast<int>(m_kinds[static_cast<size_t>(parent.row())].members.size());
}

int IncidentMemberModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant IncidentMemberModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const IncidentMember* const alert = member(index);
    return alert ? memberData(*alert, role) : kindData(m_kinds[static_cast<size_t>(index.row())], role);
}

QHash<int, QByteArray> IncidentMemberModel::roleNames() const
{
    return {
        {Qt::DisplayRole, "text"},
        {AlertRole, "alert"},
        {NameRole, "name"},
        {SubjectRole, "subject"},
        {SubjectKindRole, "subjectKind"},
        {CountRole, "count"},
        {OpenCountRole, "open"},
        {SeverityRole, "severity"},
        {StateRole, "state"},
        {FirstRole, "first"},
        {LastRole, "last"},
        {WhyRole, "why"},
        {WhyKindRole, "whyKind"},
    };
}

QVariant IncidentMemberModel::kindData(const Kind& kind, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return kind.name;
    case CountRole:
        return static_cast<int>(kind.members.size());
    case OpenCountRole:
        return openIn(kind.members);
    case SeverityRole:
        return alertSeverityName(worstOf(kind.members));
    case StateRole:
        return stateOf(kind.members);
    case FirstRole:
        return QVariant::fromValue(millis(kind.first));
    case LastRole:
        return QVariant::fromValue(millis(
            std::max_element(kind.members.begin(), kind.members.end(),
                             [](const IncidentMember& a, const IncidentMember& b) { return a.last < b.last; })
                ->last));
    default:
        return {};
    }
}

QVariant IncidentMemberModel::memberData(const IncidentMember& member, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SubjectRole:
        return member.subject.name;
    case AlertRole:
        return member.alert;
    case NameRole:
        return member.name;
    case SubjectKindRole:
        return subjectKindName(member.subject.kind);
    case CountRole:
        return static_cast<int>(member.episodes);
    case OpenCountRole:
        return member.isOpen ? 1 : 0;
    case SeverityRole:
        return alertSeverityName(member.severity);
    case StateRole:
        return stateName(member.isOpen, member.isUnknown);
    case FirstRole:
        return QVariant::fromValue(millis(member.first));
    case LastRole:
        return QVariant::fromValue(millis(member.last));
    case WhyRole:
        return belongingText(member);
    case WhyKindRole:
        return belongingName(member.why);
    default:
        return {};
    }
}

int IncidentMemberModel::rowOfKind(quintptr number) const
{
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(),
                                    [number](const Kind& kind) { return kind.number == number; });
    return found == m_kinds.end() ? -1 : static_cast<int>(found - m_kinds.begin());
}

std::vector<IncidentMemberModel::Kind> IncidentMemberModel::wantedKinds() const
{
    std::vector<Kind> kinds;
    const Incident* const incident = m_id.isEmpty() ? nullptr : m_book.find(m_id);
    if (!incident) {
        return kinds;
    }
    QHash<QString, size_t> places;
    for (const IncidentMember& member : incident->members) {
        auto place = places.find(member.name);
        if (place == places.end()) {
            place = places.insert(member.name, kinds.size());
            kinds.push_back({0, member.name, {}, {}});
        }
        kinds[place.value()].members.push_back(member);
    }
    for (Kind& kind : kinds) {
        kind.first = kind.members.front().first;
    }
    std::sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) {
        return a.first != b.first ? a.first < b.first : a.name < b.name;
    });
    return kinds;
}

void IncidentMemberModel::follow()
{
    if (m_isFrozen) {
        return;
    }
    std::vector<Kind> wanted = wantedKinds();
    removeGone(wanted);
    take(std::move(wanted));
}

void IncidentMemberModel::removeGone(std::vector<Kind>& wanted)
{
    // A kind whose first alert is another stands elsewhere: it is made anew.
    QHash<QString, size_t> places;
    for (size_t i = 0; i < wanted.size(); ++i) {
        places.insert(wanted[i].name, i);
    }
    for (int row = static_cast<int>(m_kinds.size()) - 1; row >= 0; --row) {
        const Kind& kind = m_kinds[static_cast<size_t>(row)];
        const auto place = places.constFind(kind.name);
        if (place != places.constEnd() && wanted[place.value()].first == kind.first) {
            wanted[place.value()].number = kind.number;
            continue;
        }
        beginRemoveRows({}, row, row);
        m_kinds.erase(m_kinds.begin() + row);
        endRemoveRows();
    }
}

void IncidentMemberModel::take(std::vector<Kind> wanted)
{
    for (size_t i = 0; i < wanted.size(); ++i) {
        const int row = static_cast<int>(i);
        if (wanted[i].number == 0) {
            wanted[i].number = ++m_lastNumber;
            beginInsertRows({}, row, row);
            m_kinds.insert(m_kinds.begin() + row, std::move(wanted[i]));
            endInsertRows();
        } else if (!areSameMembers(m_kinds[i].members, wanted[i].members)) {
            takeMembers(row, std::move(wanted[i].members));
            Q_EMIT dataChanged(index(row, 0), index(row, 0));
        }
    }
}

void IncidentMemberModel::takeMembers(int row, std::vector<IncidentMember> wanted)
{
    std::vector<IncidentMember>& shown = m_kinds[static_cast<size_t>(row)].members;
    if (!areSameAlerts(shown, wanted)) {
        removeMembers(row, rowsBeside(shown, alertsOf(wanted)));
        insertMembers(row, wanted, rowsBeside(wanted, alertsOf(shown)));
    }
    if (!areSameAlerts(shown, wanted)) { // an earlier episode became known: rare
        std::vector<int> all(shown.size());
        std::iota(all.begin(), all.end(), 0);
        removeMembers(row, all);
        insertMembers(row, wanted, all);
    }
    std::vector<int> changed;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (!isSameMember(shown[i], wanted[i])) {
            shown[i] = std::move(wanted[i]);
            changed.push_back(static_cast<int>(i));
        }
    }
    const QModelIndex parent = index(row, 0);
    for (const RowRun& run : runsOf(changed)) {
        Q_EMIT dataChanged(index(run.first, 0, parent), index(run.last, 0, parent));
    }
}

void IncidentMemberModel::removeMembers(int row, const std::vector<int>& rows)
{
    std::vector<IncidentMember>& shown = m_kinds[static_cast<size_t>(row)].members;
    std::vector<RowRun> runs = runsOf(rows);
    std::reverse(runs.begin(), runs.end());
    for (const RowRun& run : runs) {
        beginRemoveRows(index(row, 0), run.first, run.last);
        shown.erase(shown.begin() + run.first, shown.begin() + run.last + 1);
        endRemoveRows();
    }
}

void IncidentMemberModel::insertMembers(int row, const std::vector<IncidentMember>& wanted,
                                        const std::vector<int>& rows)
{
    std::vector<IncidentMember>& shown = m_kinds[static_cast<size_t>(row)].members;
    for (const RowRun& run : runsOf(rows)) {
        beginInsertRows(index(row, 0), run.first, run.last);
        shown.insert(shown.begin() + run.first, wanted.begin() + run.first, wanted.begin() + run.last + 1);
        endInsertRows();
    }
}

QString belongingText(const IncidentMember& member)
{
    const QString& detail = member.whyDetail;
    switch (member.why) {
    case BelongingKind::First:
        return Words::tr("it opened the incident");
    case BelongingKind::Subject:
        //: %1: the name of a host or service
        return Words::tr("the same subject: %1").arg(member.subject.name);
    case BelongingKind::Topology:
        //: %1: the name of a host, service or image
        return Words::tr("fails together with %1").arg(detail);
    case BelongingKind::Zone:
        return Words::tr("so many hosts of zone %1 that it is the zone").arg(detail);
    case BelongingKind::Storm:
        //: %1: the id of a source
        return Words::tr("came in a storm from %1").arg(detail);
    case BelongingKind::Labels:
        //: %1: "storage=s3" or the alerts' name
        return Words::tr("at the same time with the same %1").arg(detail);
    case BelongingKind::ByPerson:
        //: %1: who
        return Words::tr("put here by %1").arg(detail);
    }
    return {};
}

} // namespace stowage
