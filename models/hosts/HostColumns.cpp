// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostColumns.h"

#include "models/core/Listed.h"
#include "models/hosts/HostForecasts.h"
#include "models/hosts/HostWords.h"
#include "models/metrics/MetricInfo.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

struct FigureColumn
{
    const char* id;
    HostFigure figure;
};

constexpr std::array Figures{
    FigureColumn{"cpu", HostFigure::Cpu},
    FigureColumn{"memory", HostFigure::Memory},
    FigureColumn{"disk", HostFigure::Disk},
    FigureColumn{"read", HostFigure::DiskRead},
    FigureColumn{"write", HostFigure::DiskWrite},
    FigureColumn{"received", HostFigure::NetReceived},
    FigureColumn{"sent", HostFigure::NetSent},
    FigureColumn{"load", HostFigure::Load},
    FigureColumn{"requests", HostFigure::Requests},
    FigureColumn{"uptime", HostFigure::Uptime},
    FigureColumn{"temperature", HostFigure::Temperature},
};

/// Whole, and never beyond what the number of a column can be.
qint64 whole(double value)
{
    constexpr double Most = 9e15;
    return std::llround(std::clamp(value, -Most, Most));
}

MetricUnit unitOf(HostFigure figure)
{
    switch (figure) {
    case HostFigure::Cpu:
    case HostFigure::Memory:
    case HostFigure::Disk:
        return MetricUnit::Percent;
    case HostFigure::DiskRead:
    case HostFigure::DiskWrite:
    case HostFigure::NetReceived:
    case HostFigure::NetSent:
        return MetricUnit::BytesPerSecond;
    case HostFigure::Load:
        return MetricUnit::Number;
    case HostFigure::Temperature:
        return MetricUnit::Celsius;
    case HostFigure::Uptime:
        return MetricUnit::Seconds;
    case HostFigure::Requests:
        return MetricUnit::PerSecond;
    }
    return MetricUnit::Number;
}

} // namespace

std::optional<HostFigure> HostColumns::figureOf(const QString& column)
{
    for (const FigureColumn& each : Figures) {
        if (column == QLatin1String(each.id)) {
            return each.figure;
        }
    }
    return std::nullopt;
}

std::vector<Column> HostColumns::make() const
{
    std::vector<Column> columns;
    addNames(columns);
    addFigures(columns);
    addRest(columns);
    return columns;
}

HostReading HostColumns::reading(RowId id, HostFigure figure) const
{
    return readingOf(host(id), figure, m_book.now());
}

void HostColumns::addNames(std::vector<Column>& columns) const
{
    columns.push_back(Column::ofText(QStringLiteral("state"), HostModel::tr("State"), [this](RowId id) {
                          return hostStateName(host(id).state);
                      }).shownAs([this](RowId id) { return hostStandingText(host(id)); }));
    columns.push_back(Column::ofText(QStringLiteral("name"), HostModel::tr("Host"),
                                     [this](RowId id) { return host(id).name; }));
    columns.push_back(Column::ofText(QStringLiteral("kind"), HostModel::tr("Kind"), [this](RowId id) {
                          return hostKindName(host(id).kind);
                      }).shownAs([this](RowId id) { return hostKindText(host(id).kind); }));
    columns.push_back(Column::ofText(QStringLiteral("zone"), HostModel::tr("Zone"),
                                     [this](RowId id) { return host(id).zone; }));
}

QString HostColumns::shown(RowId id, HostFigure figure) const
{
    const HostReading now = reading(id, figure);
    if (now.isQuarantined) {
        return HostModel::tr("quarantined");
    }
    if (now.isKnown()) {
        return formatMetric(unitOf(figure), *now.value);
    }
    return whyUnknown(host(id), figure);
}

Column HostColumns::figure(const char* id, const QString& title, HostFigure figure, Unit unit) const
{
    const double scale = unit == Unit::Age ? 1000 : 1;
    const auto value = [this, figure](RowId row) {
        return reading(row, figure).value;
    };
    Column column = Column::ofNumber(QString::fromLatin1(id), title, unit, [value, scale](RowId row) {
                        const auto known = value(row);
                        return known ? std::optional(whole(*known * scale)) : std::nullopt;
                    }).shownAs([this, figure](RowId row) { return shown(row, figure); });
    column.sortKey = [value](RowId row) {
        const auto known = value(row);
        return known ? std::optional(whole(*known * 1000)) : std::nullopt;
    };
    return column;
}

Column HostColumns::both(const char* id, const QString& title, HostFigure one, HostFigure other) const
{
    return Column::ofNumber(QString::fromLatin1(id), title, Unit::Bytes,
                            [this, one, other](RowId row) -> std::optional<qint64> {
                                const auto first = reading(row, one).value;
                                const auto second = reading(row, other).value;
                                if (!first && !second) {
                                    return std::nullopt;
                                }
                                return whole(first.value_or(0) + second.value_or(0));
                            })
        .shownAs([this, one, other](RowId row) {
            const QString first = shown(row, one);
            const QString second = shown(row, other);
            //: two rates, as read and written
            return first == second && !reading(row, one).isKnown()
                       ? first
                       : HostModel::tr("%1 / %2").arg(first, second);
        });
}

void HostColumns::addFigures(std::vector<Column>& columns) const
{
    columns.push_back(figure("cpu", HostModel::tr("CPU"), HostFigure::Cpu, Unit::Count));
    columns.push_back(figure("memory", HostModel::tr("Memory"), HostFigure::Memory, Unit::Count));
    columns.push_back(figure("disk", HostModel::tr("Disk"), HostFigure::Disk, Unit::Count));
    columns.push_back(
        Column::ofText(QStringLiteral("spark"), HostModel::tr("CPU, 6 h"), [](RowId) { return QString(); }));
    columns.push_back(both("io", HostModel::tr("Disk r/w"), HostFigure::DiskRead, HostFigure::DiskWrite));
    columns.push_back(figure("read", HostModel::tr("Read"), HostFigure::DiskRead, Unit::Bytes));
    columns.push_back(figure("write", HostModel::tr("Written"), HostFigure::DiskWrite, Unit::Bytes));
    columns.push_back(
        both("net", HostModel::tr("Network in/out"), HostFigure::NetReceived, HostFigure::NetSent));
    columns.push_back(figure("received", HostModel::tr("Received"), HostFigure::NetReceived, Unit::Bytes));
    columns.push_back(figure("sent", HostModel::tr("Sent"), HostFigure::NetSent, Unit::Bytes));
    columns.push_back(figure("load", HostModel::tr("Load"), HostFigure::Load, Unit::Count));
    columns.push_back(figure("requests", HostModel::tr("Requests"), HostFigure::Requests, Unit::Count));
}

Column HostColumns::layers() const
{
    return Column::ofNumber(QStringLiteral("layers"), HostModel::tr("Layers"), Unit::Count,
                            [this](RowId id) -> std::optional<qint64> {
                                const NodeId node = host(id).node;
                                if (!node.isValid()) {
                                    return std::nullopt;
                                }
                                const Node& known = m_book.fleet().node(node);
                                const bool isKnown =
                                    known.state == NodeState::Live || known.state == NodeState::Stale;
                                return isKnown ? std::optional<qint64>(known.heldLayers) : std::nullopt;
                            })
        .shownAs([this](RowId id) {
            const NodeId node = host(id).node;
            if (!node.isValid()) {
                return QStringLiteral("–"); // it is none of the nodes
            }
            const Node& known = m_book.fleet().node(node);
            return known.state == NodeState::Live || known.state == NodeState::Stale
                       ? QString::number(known.heldLayers)
                       : HostModel::tr("unknown");
        });
}

Column HostColumns::fills() const
{
    return Column::ofNumber(QStringLiteral("fills"), HostModel::tr("Fills in"), Unit::Age,
                            [this](RowId id) -> std::optional<qint64> {
                                const HostForecast* next = m_model.forecast({static_cast<uint32_t>(id)});
                                return next != nullptr
                                           ? std::optional<qint64>(
                                                 std::max(Millis{0}, next->reachesAt - m_book.now()).count())
                                           : std::nullopt;
                            })
        .orElse(QString());
}

void HostColumns::addRest(std::vector<Column>& columns) const
{
    columns.push_back(layers());
    columns.push_back(Column::ofText(QStringLiteral("sources"), HostModel::tr("Seen by"),
                                     [this](RowId id) { return listed(host(id).sources()); }));
    columns.push_back(figure("uptime", HostModel::tr("Uptime"), HostFigure::Uptime, Unit::Age));
    columns.push_back(
        figure("temperature", HostModel::tr("Temperature"), HostFigure::Temperature, Unit::Count));
    columns.push_back(Column::ofText(QStringLiteral("quarantined"), HostModel::tr("Quarantined"),
                                     [this](RowId id) { return listed(quarantinedMetrics(host(id))); }));
    columns.push_back(fills());
    columns.push_back(Column::ofText(QStringLiteral("reason"), HostModel::tr("Reason"), [this](RowId id) {
                          return m_model.worth({static_cast<uint32_t>(id)}).why;
                      }).wide());
    columns.push_back(Column::ofText(QStringLiteral("node"), HostModel::tr("Node"), [this](RowId id) {
        const NodeId node = host(id).node;
        return node.isValid() ? m_book.fleet().node(node).seen.name : QString();
    }));
    columns.push_back(Column::ofAge(
                          QStringLiteral("age"), HostModel::tr("Age"),
                          [this](RowId id) { return host(id).seenAt; }, [this] { return m_book.now(); })
                          .orElse(HostModel::tr("never seen")));
    columns.push_back(
        Column::ofNumber(QStringLiteral("worth"), HostModel::tr("Worst first"), Unit::Count,
                         [this](RowId id) { return m_model.worth({static_cast<uint32_t>(id)}).rank; }));
}

} // namespace stowage
