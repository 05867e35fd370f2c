// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixModel.h"
#include "views/placement/PlacementState.h"
#include "views/widgets/Panel.h"

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace stowage {

class Chip;
class Clock;
class MatrixTwinModel;
class MatrixView;
class StatefulView;
class TextLabel;

/// The main panel of the page: the matrix or its table twin, with sort and filter in its head, the legend at
/// its foot, and what is to be said when there is nothing to show.
class MatrixPanel : public Panel
{
    Q_OBJECT

public:
    MatrixPanel(const Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    MatrixModel& model() { return *m_model; }
    MatrixView& view() { return *m_view; }
    QTableView& twin() { return *m_twin; }

    /// What the reader looks at: the cell under the pointer, else the current one.
    std::optional<MatrixPlace> shown() const;

    /// Goes to the first row that shows the layer, at the node if one is given. False when the filter hides
    /// it.
    bool goTo(LayerId layer, std::optional<NodeId> node);
    bool goTo(ImageId image);

    void focusFilter();
    /// Puts the keyboard on the matrix or its twin, if either shows.
    void focusContent();
    QString filter() const;
    void setFilter(const QString& text);

    void nextSort();
    bool isTwinShown() const;
    void showTwin(bool shown);
    void toggleTwin() { showTwin(!isTwinShown()); }

    /// Says what the fleet's state asks for; ages in it grow.
    void judge();

Q_SIGNALS:
    void shownChanged();
    void activated();
    void todoRequested(const stowage::PlacementState& state);

private:
    void fillHead();
    QWidget* makeBody();
    QTableView* makeTwin();
    void applyFilter();
    void sayWhatIsShown();
    void takeTwinCurrent(const QModelIndex& index);
    bool goToRow(int row, std::optional<NodeId> node);

    const Clock& m_clock;
    const Theme& m_theme;
    MatrixModel* m_model;
    MatrixTwinModel* m_twinModel;
    MatrixView* m_view;
    QTableView* m_twin;
    QStackedWidget* m_pages;
    StatefulView* m_states;
    Chip* m_sort;
    Chip* m_table;
    QLineEdit* m_filter;
    QWidget* m_foot;
    TextLabel* m_count;
    std::optional<PlacementState> m_state;
};

} // namespace stowage
