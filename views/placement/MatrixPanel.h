// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/Baselines.h"
#include "views/placement/ExportChip.h"
#include "views/placement/MatrixModel.h"
#include "views/placement/PlacementState.h"
#include "views/widgets/Panel.h"

class QStackedWidget;
class QTableView;

namespace stowage {

class ChangesChip;
class FilterLine;
class MatrixLegend;
class MatrixOverlay;
class MatrixTwinModel;
class MatrixView;
class StatefulView;
class TextLabel;

/// The main panel of the page: the matrix or its table twin, with grouping, sort, filter and what else can be
/// done in its head, the legend at its foot, and what is to be said when there is nothing to show.
class MatrixPanel : public Panel
{
    Q_OBJECT

public:
    /// The exporter may be null. What is given by reference outlives the panel.
    MatrixPanel(const Fleet& fleet, const PlacementExporter* exporter, const Clock& clock, const Theme& theme,
                QWidget* parent = nullptr);

    MatrixModel& model() { return *m_model; }
    MatrixView& view() { return *m_view; }
    QTableView& twin() { return *m_twin; }
    ChangesChip& changes() { return *m_changes; }
    ExportChip& exports() { return *m_export; }
    const Baselines& baselines() const { return m_baselines; }

    /// What the reader looks at: the cell under the pointer, else the current one.
    std::optional<MatrixPlace> shown() const;

    /// Goes to the first row that shows the layer, at the node if one is given. False when the filter hides
    /// it.
    bool goTo(LayerId layer, std::optional<NodeId> node);
    bool goTo(ImageId image, std::optional<NodeId> node);

    void focusFilter();
    /// Puts the keyboard on the matrix or its twin, if either shows.
    void focusContent();
    QString filter() const;
    void setFilter(const QString& text);

    void nextSort();
    void nextGrouping();
    void openChanges();
    void openExports();
    bool isTwinShown() const;
    void showTwin(bool shown);
    void toggleTwin() { showTwin(!isTwinShown()); }

    /// Says what the fleet's state asks for; ages in it grow. Keeps a moment for changes when one is due.
    void judge();
    const std::optional<PlacementState>& state() const { return m_state; }

    /// What is imagined lost; the changes that are marked stay.
    void setLoss(const std::vector<NodeId>& going, const Roaring& lost, const Roaring& mayBeLost);

    /// Rows and columns as they are shown, for an export.
    PlacementExtract extract() const;

Q_SIGNALS:
    void shownChanged();
    void activated();
    void todoRequested(const stowage::PlacementState& state);

private:
    void fillHead();
    QWidget* makeBody();
    void connectAll();
    void applyFilter();
    void sayWhatIsShown();
    void sayExported(const Result<QString>& result);
    void setOverlay(const MatrixOverlay& overlay);
    void markChanges();
    void markFromNow();
    void takeTwinCurrent(const QModelIndex& index);
    bool goToRow(int row, std::optional<NodeId> node);

    const Clock& m_clock;
    const Theme& m_theme;
    Timestamp m_openedAt;
    MatrixModel* m_model;
    MatrixTwinModel* m_twinModel;
    MatrixView* m_view;
    QTableView* m_twin;
    QStackedWidget* m_pages;
    StatefulView* m_states;
    Baselines m_baselines;
    Chip* m_grouping;
    Chip* m_sort;
    Chip* m_table;
    ChangesChip* m_changes;
    ExportChip* m_export;
    FilterLine* m_filter;
    QWidget* m_foot;
    MatrixLegend* m_legend;
    TextLabel* m_count;
    std::optional<PlacementState> m_state;
};

} // namespace stowage
