// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/PlacementSummary.h"
#include "views/shell/Page.h"

class QTableView;

namespace stowage {

class CellDetails;
class Clock;
class MatrixPanel;
class PlacementTiles;
class AtRiskModel;
class Theme;
struct PlacementState;

/// Which layer lies on which node: tiles, the matrix, what is known of the cell that is looked at, and the
/// layers most at risk.
///
/// Items: `image/SOURCE/REPOSITORY:TAG`, `layer/DIGEST`, `layer/DIGEST/NODE`.
class PlacementPage : public Page
{
    Q_OBJECT

public:
    /// What is given by reference outlives the page.
    PlacementPage(const Fleet& fleet, const Clock& clock, const Theme& theme, PlacementGoal goal = {},
                  QWidget* parent = nullptr);

    QString title() const override;
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    void tick() override;

    MatrixPanel& matrix() { return *m_matrix; }
    CellDetails& details() { return *m_details; }
    QTableView& risk() { return *m_risk; }

protected:
    void activeChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QTableView* makeRisk();
    QWidget* makeSide();
    void connectAll();
    void addKeys();
    void takeChanges();
    void showTiles();
    void showDetails();
    void arrangeSide();
    void goToRisk(const QModelIndex& index);
    void doWhatIsNeeded(const PlacementState& state);
    bool openImage(const QString& name);
    bool openLayer(const QString& name);

    const Fleet& m_fleet;
    const Clock& m_clock;
    const Theme& m_theme;
    PlacementGoal m_goal;
    PlacementSummary m_summary;
    PlacementTiles* m_tiles;
    MatrixPanel* m_matrix;
    CellDetails* m_details;
    AtRiskModel* m_riskModel;
    QTableView* m_risk;
    QWidget* m_side;
    bool m_sideWanted = false; ///< Enter asked for it where it has no room of its own
};

} // namespace stowage
