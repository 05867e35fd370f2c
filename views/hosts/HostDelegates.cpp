// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostDelegates.h"

#include "models/hosts/HostModel.h"
#include "views/hosts/FigureDelegate.h"
#include "views/hosts/HostStanding.h"
#include "views/hosts/MetricGroups.h"
#include "views/hosts/SparkDelegate.h"
#include "views/hosts/Sparklines.h"
#include "views/theme/Fonts.h"
#include "views/widgets/StatusDelegate.h"
#include "views/widgets/Table.h"

namespace stowage {
namespace {

class TableMaker
{
public:
    TableMaker(Table& table, const HostModel& model, Sparklines& sparklines, const Theme& theme)
        : m_table(table), m_model(model), m_sparklines(sparklines), m_theme(theme)
    {
    }

    void setNames();
    void setFigures();
    void setSparks();
    void setShown();

private:
    int column(const char* id) const { return m_model.columnOf(QString::fromLatin1(id)); }
    void setFigure(const char* id, std::initializer_list<HostFigure> figures, bool hasBar);
    Table::Shown extra(const char* id, int width, Qt::SortOrder order = Qt::DescendingOrder) const;

    Table& m_table;
    const HostModel& m_model;
    Sparklines& m_sparklines;
    const Theme& m_theme;
};

void TableMaker::setNames()
{
    const HostModel& model = m_model;
    m_table.setItemDelegateForColumn(
        column("state"), new StatusDelegate(m_theme, m_table, [&model](const QModelIndex& index) {
            const HostId id = model.hostAt(index.row());
            return words::standingOf(model.book().host(id), model.worth(id), model.book().now());
        }));
    auto* name = new CellDelegate(m_theme, m_table);
    name->setFont(fonts::strong());
    m_table.setItemDelegateForColumn(column("name"), name);
    for (const char* quiet :
         {"zone", "kind", "sources", "age", "layers", "uptime", "node", "reason", "quarantined"}) {
        auto* delegate = new CellDelegate(m_theme, m_table);
        delegate->setInk(Token::Text2);
        m_table.setItemDelegateForColumn(column(quiet), delegate);
    }
}

void TableMaker::setFigure(const char* id, std::initializer_list<HostFigure> figures, bool hasBar)
{
    const HostModel& model = m_model;
    const int at = column(id);
    m_table.setItemDelegateForColumn(
        at, new FigureDelegate(m_theme, m_table, hasBar,
                               [&model, all = std::vector<HostFigure>(figures)](const QModelIndex& index) {
                                   return figureCell(model.book().host(model.hostAt(index.row())), all,
                                                     model.book().now());
                               }));
}

void TableMaker::setFigures()
{
    setFigure("cpu", {HostFigure::Cpu}, true);
    setFigure("memory", {HostFigure::Memory}, true);
    setFigure("disk", {HostFigure::Disk}, true);
    setFigure("io", {HostFigure::DiskRead, HostFigure::DiskWrite}, false);
    setFigure("read", {HostFigure::DiskRead}, false);
    setFigure("write", {HostFigure::DiskWrite}, false);
    setFigure("net", {HostFigure::NetReceived, HostFigure::NetSent}, false);
    setFigure("received", {HostFigure::NetReceived}, false);
    setFigure("sent", {HostFigure::NetSent}, false);
    setFigure("load", {HostFigure::Load}, false);
    setFigure("temperature", {HostFigure::Temperature}, false);
    setFigure("requests", {HostFigure::Requests}, false);
}

void TableMaker::setSparks()
{
    const HostModel& model = m_model;
    Sparklines& sparklines = m_sparklines;
    m_table.setItemDelegateForColumn(
        column("spark"), new SparkDelegate(m_theme, m_table, [&model, &sparklines](const QModelIndex& index) {
            const HostId id = model.hostAt(index.row());
            const Host& host = model.book().host(id);
            const HostValue* value = mainValue(host);
            SparkDelegate::Cell cell;
            cell.lines = &sparklines.lines(id);
            if (value != nullptr) {
                const HostGrade grade = words::gradeOf(host, *value);
                const bool isOld = value->isStale(model.book().now());
                cell.ink = isOld                          ? Token::Text3
                           : grade == HostGrade::Critical ? Token::Critical
                           : grade == HostGrade::Warning  ? Token::Warning
                                                          : Token::Accent;
                cell.whole = words::metricToolTip(host, value->metric, model.book().now());
            }
            return cell;
        }));
}

Table::Shown TableMaker::extra(const char* id, int width, Qt::SortOrder order) const
{
    return {.column = column(id),
            .width = width,
            .dropFirst = 9,
            .firstOrder = order,
            .isOptional = true,
            .isExtra = true};
}

void TableMaker::setShown()
{
    constexpr Qt::SortOrder MostFirst = Qt::DescendingOrder;
    const auto usual = [this](const char* id, int width, int dropFirst, Qt::SortOrder order) {
        return Table::Shown{.column = column(id),
                            .width = width,
                            .dropFirst = dropFirst,
                            .firstOrder = order,
                            .isOptional = true};
    };
    constexpr Qt::SortOrder Ascending = Qt::AscendingOrder;
    m_table.setShown({
        {.column = column("state"),
         .width = 150,
         .stretches = true,
         .sortColumn = column("worth"),
         .firstOrder = MostFirst},
        {.column = column("name"), .width = 140},
        extra("kind", 76, Ascending),
        usual("zone", 66, 6, Ascending),
        usual("cpu", 128, 0, MostFirst),
        usual("memory", 128, 2, MostFirst),
        usual("disk", 128, 1, MostFirst),
        usual("spark", 134, 4, Ascending),
        usual("io", 142, 3, MostFirst),
        extra("read", 96),
        extra("write", 96),
        extra("net", 152),
        extra("received", 96),
        extra("sent", 96),
        extra("load", 66),
        extra("requests", 84),
        extra("temperature", 96),
        usual("layers", 78, 7, MostFirst),
        usual("sources", 128, 8, Ascending),
        extra("fills", 82, Ascending),
        extra("uptime", 82),
        extra("quarantined", 150, Ascending),
        extra("node", 110, Ascending),
        usual("age", 70, 5, Ascending),
    });
    m_table.sortBy(column("state"), MostFirst);
}

} // namespace

void setUpHostTable(Table& table, const HostModel& model, Sparklines& sparklines, const Theme& theme)
{
    TableMaker maker(table, model, sparklines, theme);
    maker.setNames();
    maker.setFigures();
    maker.setSparks();
    maker.setShown();
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
}

} // namespace stowage
