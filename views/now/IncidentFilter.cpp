// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentFilter.h"

#include "models/alerts/incidents/IncidentModel.h"
#include "models/core/Listed.h"
#include "views/now/IncidentWords.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {
namespace {

/// An incident as the filter sees it, and how many alerts it has.
struct Seen
{
    const Incident& incident;
    qint64 alerts = 0;
    Timestamp now{};
};

struct IncidentColumn
{
    FilterColumn column;
    QString (*text)(const Seen&) = nullptr;
    std::optional<qint64> (*number)(const Seen&) = nullptr;
};

QString subjects(const Seen& seen)
{
    QStringList names;
    for (const AlertSubject& subject : seen.incident.subjects) {
        names << subject.name;
    }
    return listed(names);
}

std::vector<IncidentColumn> makeColumns()
{
    const auto text = [](const char* id, QString (*how)(const Seen&)) {
        return IncidentColumn{{QString::fromLatin1(id), Unit::Text, {}}, how, nullptr};
    };
    const auto number = [](const char* id, Unit unit, std::optional<qint64> (*how)(const Seen&)) {
        return IncidentColumn{{QString::fromLatin1(id), unit, {}}, nullptr, how};
    };
    return {
        text("title", [](const Seen& seen) { return seen.incident.title; }),
        text("detail", [](const Seen& seen) { return seen.incident.detail; }),
        text("id", [](const Seen& seen) { return seen.incident.id; }),
        IncidentColumn{{QStringLiteral("severity"), Unit::Text, alertSeverityNames()},
                       [](const Seen& seen) { return alertSeverityName(seen.incident.severity); },
                       nullptr},
        text("state", [](const Seen& seen) { return incidentStateName(seen.incident.state); }),
        text("subject", subjects),
        text("zone", [](const Seen& seen) { return seen.incident.zone; }),
        text("owner", [](const Seen& seen) { return seen.incident.owner; }),
        text("acknowledged", [](const Seen& seen) { return seen.incident.acknowledgedBy; }),
        text("note", [](const Seen& seen) { return seen.incident.note; }),
        number("alerts", Unit::Count, [](const Seen& seen) { return std::optional(seen.alerts); }),
        number("told", Unit::Count,
               [](const Seen& seen) { return std::optional<qint64>(seen.incident.told); }),
        number("age", Unit::Age,
               [](const Seen& seen) {
                   return std::optional<qint64>(lengthOf(seen.incident, seen.now).count());
               }),
        number("muted", Unit::Age,
               [](const Seen& seen) {
                   return seen.incident.isMuted(seen.now)
                              ? std::optional<qint64>((seen.incident.mutedUntil - seen.now).count())
                              : std::nullopt;
               }),
    };
}

const std::vector<IncidentColumn>& columns()
{
    static const std::vector<IncidentColumn> all = makeColumns();
    return all;
}

class SeenRow final : public FilterRow
{
public:
    explicit SeenRow(const Seen& seen) : m_seen(seen) {}

    QString text(int column) const override
    {
        const IncidentColumn& asked = columns()[static_cast<size_t>(column)];
        return asked.text != nullptr ? asked.text(m_seen) : QString::number(asked.number(m_seen).value_or(0));
    }
    std::optional<qint64> number(int column) const override
    {
        const IncidentColumn& asked = columns()[static_cast<size_t>(column)];
        return asked.number != nullptr ? asked.number(m_seen) : std::nullopt;
    }

private:
    Seen m_seen;
};

} // namespace

IncidentFilter::IncidentFilter(IncidentModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setDynamicSortFilter(true);
    setSourceModel(&model);
}

Result<FilterExpression> IncidentFilter::parse(QStringView text)
{
    std::vector<FilterColumn> known;
    for (const IncidentColumn& each : columns()) {
        known.push_back(each.column);
    }
    return FilterExpression::parse(text, known);
}

void IncidentFilter::setFilter(FilterExpression filter)
{
    m_filter = std::move(filter);
    invalidateFilter();
}

void IncidentFilter::setNow(Timestamp now)
{
    m_now = now;
    if (m_filter.dependsOnAge()) {
        invalidateFilter();
    }
}

const Incident& IncidentFilter::incident(int row) const
{
    return m_model.incident(mapToSource(index(row, 0)).row());
}

int IncidentFilter::alerts(int row) const
{
    return mapToSource(index(row, 0)).data(IncidentModel::AlertsRole).toInt();
}

int IncidentFilter::rowOf(const QString& id) const
{
    const int source = m_model.rowOf(id);
    return source < 0 ? -1 : mapFromSource(m_model.index(source, 0)).row();
}

bool IncidentFilter::isFirstResolved(int row) const
{
    return !incident(row).isOpen() && (row == 0 || incident(row - 1).isOpen());
}

int IncidentFilter::unfilteredCount() const
{
    return m_model.rowCount();
}

QVariant IncidentFilter::data(const QModelIndex& index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.isValid()) {
        return words::visible(words::incidentInWords(incident(index.row()), alerts(index.row()), m_now));
    }
    return QSortFilterProxyModel::data(index, role);
}

bool IncidentFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const
{
    return m_filter.isEmpty() ||
           m_filter.matches(
               SeenRow({m_model.incident(row),
                        m_model.index(row, 0).data(IncidentModel::AlertsRole).toLongLong(), m_now}));
}

} // namespace stowage
