// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/TablePage.h"

#include "views/theme/Metrics.h"
#include "views/widgets/CellDelegate.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/Panel.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"

#include <QBoxLayout>
#include <QSplitter>

namespace stowage {

TablePage::TablePage(Identity identity, const Theme& theme, const QString& title, QWidget* parent)
    : Page(std::move(identity), parent), m_theme(theme), m_panel(new Panel(theme, title)),
      m_filter(new FilterLine), m_table(new Table(theme)), m_view(new StatefulView(theme, m_table))
{
    m_table->setAccessibleName(title);
    m_panel->addToHead(m_filter);
    m_panel->setBody(m_view);
    setFocusProxy(m_view);
}

void TablePage::setUp(EntityTableModel& model, QWidget* beside, QWidget* above, QWidget* below)
{
    m_model = &model;
    m_beside = beside;
    m_below = below;
    m_table->setModel(&model);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    if (above != nullptr) {
        column->addWidget(above);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(below == nullptr ? m_panel : splitWith(below), 1);
    row->addWidget(beside);
    column->addLayout(row, 1);
    connect(m_filter, &FilterLine::textChanged, this, &TablePage::applyFilter);
    connect(m_filter, &FilterLine::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &Table::currentRowChanged, this, &TablePage::select);
    connect(m_view, &StatefulView::todoClicked, this, [this] { doTheOneThing(); });
}

void TablePage::setQuiet(std::initializer_list<const char*> columns)
{
    for (const char* quiet : columns) {
        auto* delegate = new CellDelegate(m_theme, *m_table);
        delegate->setInk(Token::Text2);
        m_table->setItemDelegateForColumn(column(quiet), delegate);
    }
}

void TablePage::showState(Shows what, const Notice& notice)
{
    switch (what) {
    case Shows::Rows:
        m_view->showContent();
        break;
    case Shows::RowsAndNotice:
        m_view->showAbove(notice);
        break;
    case Shows::NoticeInstead:
        m_view->showInstead(notice);
        break;
    }
    m_hasRows = what != Shows::NoticeInstead;
    m_beside->setVisible(m_hasRows && m_isBesideWanted);
    if (m_below != nullptr) {
        m_below->setVisible(m_hasRows);
    }
    m_filter->setEnabled(m_hasRows);
    for (QWidget* control : m_controls) {
        control->setVisible(m_hasRows);
    }
    showCount();
}

QWidget* TablePage::splitWith(QWidget* below)
{
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setHandleWidth(metrics::Gap);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_panel);
    parts->addWidget(below);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    return parts;
}

void TablePage::setBesideWanted(bool wanted)
{
    m_isBesideWanted = wanted;
    m_beside->setVisible(m_hasRows && wanted);
}

void TablePage::addToHead(QWidget* widget)
{
    m_panel->addToHead(widget);
    m_controls.push_back(widget);
}

void TablePage::showCount()
{
    const int shown = m_model->rowCount();
    const int all = m_model->unfilteredCount();
    m_panel->setNote(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
}

void TablePage::applyFilter(const QString& text)
{
    auto filter = m_model->parseFilter(text);
    m_filter->setProblem(filter ? QString() : filter.error().text());
    if (filter) {
        m_model->setFilter(*std::move(filter));
        showCount();
    }
}

void TablePage::focusFilter()
{
    m_model->prepareSearch();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool TablePage::back()
{
    if (m_filter->text().isEmpty()) {
        return false;
    }
    m_filter->clear();
    return true;
}

QString TablePage::item() const
{
    const int row = m_table->currentRow();
    return row < 0 ? QString() : nameOf(m_model->rowId(row));
}

bool TablePage::open(const QString& item)
{
    if (item.isEmpty()) {
        return true;
    }
    const std::optional<RowId> row = find(item);
    if (!row) {
        return false;
    }
    if (m_model->rowOf(*row) < 0) {
        m_filter->clear();
    }
    const QModelIndex index = m_model->index(m_model->rowOf(*row), 0);
    m_table->chooseAlone(index.row());
    m_table->scrollTo(index);
    return index.isValid();
}

void TablePage::select(int row)
{
    choose(row < 0 ? std::nullopt : std::optional(m_model->rowId(row)));
    Q_EMIT itemChanged();
}

} // namespace stowage
