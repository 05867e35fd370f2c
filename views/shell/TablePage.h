// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/EntityTableModel.h"
#include "views/shell/Page.h"
#include "views/widgets/StateNotice.h"

#include <initializer_list>

namespace stowage {

class FilterLine;
class Panel;
class StatefulView;
class Table;
class Theme;

/// A page that is a table with a filter, and beside it the chosen row in full.
class TablePage : public Page
{
    Q_OBJECT

public:
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;

protected:
    TablePage(Identity identity, const Theme& theme, const QString& title, QWidget* parent);

    /// Once, in the constructor of the page: what stands beside the table shows the chosen row, what stands
    /// above may be none. What stands below the table shares its height with it, as the reader likes.
    void setUp(EntityTableModel& model, QWidget* beside, QWidget* above = nullptr, QWidget* below = nullptr);

    Table& table() { return *m_table; }
    int column(const char* id) const { return m_model->columnOf(QString::fromLatin1(id)); }

    /// A quiet column: what is looked up rather than read.
    void setQuiet(std::initializer_list<const char*> columns);

    /// How much of the page is to be seen.
    enum class Shows : quint8
    {
        Rows,          ///< nothing to say
        RowsAndNotice, ///< true only in part, or old
        NoticeInstead, ///< there are no rows
    };
    void showState(Shows what, const Notice& notice);

    /// What stands beside is shown only when the page says so; always, while it is not said.
    void setBesideWanted(bool wanted);
    bool isBesideWanted() const { return m_isBesideWanted; }

    /// Puts a control into the head of the table; it can be used while there are rows.
    void addToHead(QWidget* widget);

    /// How many rows there are and how many are shown has changed.
    void showCount();

    // What differs from page to page.
    virtual QString nameOf(RowId row) const = 0;
    virtual std::optional<RowId> find(const QString& name) const = 0;
    virtual void choose(std::optional<RowId> row) = 0;
    virtual void doTheOneThing() = 0;

private:
    QWidget* splitWith(QWidget* below);
    void applyFilter(const QString& text);
    void select(int row);

    const Theme& m_theme;
    EntityTableModel* m_model = nullptr;
    Panel* m_panel;
    FilterLine* m_filter;
    Table* m_table;
    StatefulView* m_view;
    QWidget* m_beside = nullptr;
    QWidget* m_below = nullptr;
    std::vector<QWidget*> m_controls;
    bool m_isBesideWanted = true;
    bool m_hasRows = true;
};

} // namespace stowage
