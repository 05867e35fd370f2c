// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/ColumnMenu.h"

#include "models/ports/ViewMemory.h"
#include "models/table/EntityTableModel.h"
#include "views/widgets/Table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace stowage {
namespace {

constexpr QChar Shown(u'+');
constexpr QChar Hidden(u'-');

QString idOf(const Table& table, int column)
{
    return table.model()->headerData(column, Qt::Horizontal, EntityTableModel::IdRole).toString();
}

} // namespace

ColumnMenu::ColumnMenu(Table& table, ViewMemory* memory, const QString& name)
    : QMenu(&table), m_table(table), m_memory(memory), m_name(name)
{
    setAccessibleName(tr("Columns"));
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    connect(&table, &Table::headsMenuRequested, this, [this](const QPoint& at) { popup(at); });
    recall();
}

void ColumnMenu::openAtHeads()
{
    const QHeaderView* heads = m_table.horizontalHeader();
    popup(heads->mapToGlobal(QPoint(0, heads->height())));
    if (!actions().isEmpty()) {
        setActiveAction(actions().constFirst());
    }
}

void ColumnMenu::fill()
{
    clear();
    for (const Table::Shown& shown : m_table.shownColumns()) {
        if (!shown.isOptional) {
            continue;
        }
        const int column = shown.column;
        const bool isWanted = m_table.isWanted(column);
        QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
        if (isWanted && m_table.isColumnHidden(column)) {
            //: %1 is a column that was chosen, but the window is too narrow for it
            title = tr("%1 (no room now)").arg(title);
        }
        QAction* action = addAction(title);
        action->setCheckable(true);
        action->setChecked(isWanted);
        connect(action, &QAction::toggled, this, [this, column](bool wanted) { toggle(column, wanted); });
    }
    addSeparator();
    connect(addAction(tr("As at first")), &QAction::triggered, this, &ColumnMenu::reset);
}

void ColumnMenu::toggle(int column, bool wanted)
{
    m_table.setWanted(column, wanted);
    remember();
    Q_EMIT chosen();
}

void ColumnMenu::reset()
{
    for (const Table::Shown& shown : m_table.shownColumns()) {
        m_table.setWanted(shown.column, !shown.isExtra);
    }
    remember();
    Q_EMIT chosen();
}

/// Only what differs from the first choice is kept, so that columns of later versions show themselves.
void ColumnMenu::remember()
{
    if (m_memory == nullptr) {
        return;
    }
    QStringList differences;
    for (const Table::Shown& shown : m_table.shownColumns()) {
        const bool isWanted = m_table.isWanted(shown.column);
        if (shown.isOptional && isWanted == shown.isExtra) {
            differences << (isWanted ? Shown : Hidden) + idOf(m_table, shown.column);
        }
    }
    m_memory->remember(m_name, differences.join(u' '));
}

void ColumnMenu::recall()
{
    if (m_memory == nullptr) {
        return;
    }
    const QStringList differences = m_memory->recall(m_name).split(u' ', Qt::SkipEmptyParts);
    for (const Table::Shown& shown : m_table.shownColumns()) {
        const QString id = idOf(m_table, shown.column);
        if (differences.contains(Shown + id)) {
            m_table.setWanted(shown.column, true);
        } else if (differences.contains(Hidden + id)) {
            m_table.setWanted(shown.column, false);
        }
    }
}

/// One ticks several: a tick leaves the menu open.
void ColumnMenu::mouseReleaseEvent(QMouseEvent* event)
{
    QAction* action = actionAt(event->position().toPoint());
    if (action != nullptr && action->isCheckable()) {
        action->toggle();
        return;
    }
    QMenu::mouseReleaseEvent(event);
}

void ColumnMenu::keyPressEvent(QKeyEvent* event)
{
    const bool isTick =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isTick && activeAction() != nullptr && activeAction()->isCheckable()) {
        activeAction()->toggle();
        return;
    }
    QMenu::keyPressEvent(event);
}

} // namespace stowage
