// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostModel.h"

#include "models/hosts/HostColumns.h"
#include "models/hosts/HostForecasts.h"

#include <algorithm>

namespace stowage {
namespace {

std::vector<RowId> rowsOf(const std::vector<HostId>& ids)
{
    std::vector<RowId> rows(ids.size());
    std::ranges::transform(ids, rows.begin(), [](HostId id) { return id.value; });
    return rows;
}

HostGrade gradeOfFigure(const HostReading& reading, HostFigure figure)
{
    if (reading.isQuarantined) {
        return HostGrade::Quarantined;
    }
    if (!reading.isKnown() || reading.isStale) {
        return HostGrade::NotSeen;
    }
    const HostLimits limits;
    switch (figure) {
    case HostFigure::Cpu:
        return gradeOf(*reading.value, limits.cpuWarning, limits.cpuCritical);
    case HostFigure::Memory:
        return gradeOf(*reading.value, limits.memoryWarning, limits.memoryCritical);
    case HostFigure::Disk:
        return gradeOf(*reading.value, limits.diskWarning, limits.diskCritical);
    default:
        return HostGrade::Fine;
    }
}

} // namespace

HostModel::HostModel(const HostBook& book, const HostForecasts* forecasts, QObject* parent)
    : EntityTableModel(parent), m_book(book), m_forecasts(forecasts),
      m_maker(std::make_unique<HostColumns>(*this))
{
    std::vector<Column> columns = m_maker->make();
    for (const Column& column : columns) {
        m_figures.push_back(HostColumns::figureOf(column.id));
    }
    begin(std::move(columns));
    sort(columnOf(QStringLiteral("worth")), Qt::DescendingOrder);
    connect(&book, &HostBook::changed, this, &HostModel::follow);
    if (forecasts != nullptr) {
        connect(forecasts, &HostForecasts::changed, this, [this](const std::vector<HostId>& hosts) {
            applyChanges({{}, rowsOf(hosts), {}});
        });
    }
}

HostModel::~HostModel() = default;

void HostModel::follow(const HostChanges& changes)
{
    Changes<RowId> rows{rowsOf(changes.hosts.added), rowsOf(changes.hosts.changed),
                        rowsOf(changes.hosts.removed)};
    if (changes.isAnythingToSettle) {
        // An alarm weighs on its host, which need not have changed itself.
        rows.changed.clear();
        for (const RowId row : allRows()) {
            if (!std::ranges::binary_search(rows.added, row)) {
                rows.changed.push_back(row);
            }
        }
    }
    applyChanges(rows);
}

HostWorth HostModel::worth(HostId id) const
{
    const Host& host = m_book.host(id);
    const bool isAlarmed = std::ranges::any_of(m_book.alarms(), [&host](const HostAlarm& alarm) {
        return std::ranges::find(host.subjects, alarm.subject, &HostSubject::key) != host.subjects.end();
    });
    return worthOf(host, isAlarmed, m_book.now());
}

const HostForecast* HostModel::forecast(HostId id) const
{
    return m_forecasts != nullptr ? m_forecasts->nearest(id) : nullptr;
}

QVariant HostModel::data(const QModelIndex& index, int role) const
{
    if (role < ValueRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return EntityTableModel::data(index, role);
    }
    const HostId id = hostAt(index.row());
    switch (role) {
    case SparkRole: {
        const std::vector<double> values = m_book.spark(id);
        return QVariant::fromValue(QList<double>(values.begin(), values.end()));
    }
    case WhyRole:
        return worth(id).why;
    default:
        break;
    }
    const auto figure = m_figures.at(static_cast<size_t>(index.column()));
    if (figure) {
        return figureData(id, *figure, role);
    }
    return role == GradeRole ? QVariant(hostGradeName(worth(id).grade)) : QVariant();
}

QVariant HostModel::figureData(HostId id, HostFigure figure, int role) const
{
    const HostReading reading = readingOf(m_book.host(id), figure, m_book.now());
    switch (role) {
    case ValueRole:
        return reading.value ? QVariant(*reading.value) : QVariant();
    case GradeRole:
        return hostGradeName(gradeOfFigure(reading, figure));
    case StaleRole:
        return reading.isStale;
    case QuarantinedRole:
        return reading.isQuarantined;
    default:
        return {};
    }
}

std::vector<RowId> HostModel::allRows() const
{
    std::vector<RowId> rows;
    for (const Host& host : m_book.hosts()) {
        if (host.isAlive) {
            rows.push_back(host.id.value);
        }
    }
    return rows;
}

QString HostModel::state(RowId id) const
{
    return hostGradeName(worth({static_cast<uint32_t>(id)}).grade);
}

std::optional<Millis> HostModel::age(RowId id) const
{
    return ageOf(m_book.hosts()[id].seenAt, m_book.now());
}

} // namespace stowage
