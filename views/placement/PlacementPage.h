// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementWatch.h"
#include "views/placement/PlacementSummary.h"
#include "views/shell/Page.h"

namespace stowage {

class CellDetails;
class HostBook;
class MatrixPanel;
class PlacementExporter;
class PlacementSide;
class PlacementTiles;
class PrewarmControl;
class Theme;
class WhatIfControl;
struct PlacementState;

/// Which layer lies on which node: tiles, the matrix, what would be lost with which nodes, what is known of
/// the cell that is looked at, the layers most at risk, findings, and what could be warmed.
///
/// Items: `image/SOURCE/REPOSITORY:TAG`, `layer/DIGEST`, `layer/DIGEST/NODE`.
class PlacementPage : public Page
{
    Q_OBJECT

public:
    /// Where what is shown comes from; all of it outlives the page.
    struct Sources
    {
        const Fleet& fleet;
        const PlacementTracker& tracker;
        const PlacementWatch& watch;
        const PlacementExporter* exporter = nullptr; ///< null: what is shown can be saved as a picture only
        const HostBook* hosts = nullptr;             ///< what a plan knows of the nodes' machines
    };

    PlacementPage(const Sources& sources, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    static Identity identity();
    static QString name(); ///< title(), of a page that is not built yet

    QString title() const override { return name(); }
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    void tick() override;

    MatrixPanel& matrix() { return *m_matrix; }
    PlacementSide& side() { return *m_side; }
    WhatIfControl& whatIf() { return *m_whatIf; }

protected:
    void activeChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectMatrix();
    void connectSide();
    void addKeys();
    void takeChanges();
    void takeWatch();
    void showTiles();
    void showDetails();
    void showWhatIf();
    void showState();
    void arrangeSide();
    void goToRisk(LayerId layer);
    void previewPrewarm();
    void loseCurrentNode();
    void loseCurrentZone();
    void doWhatIsNeeded(const PlacementState& state);
    bool goToImage(std::optional<ImageId> image, std::optional<NodeId> node);
    bool openImage(const QString& name);
    bool openLayer(const QString& name);

    const Fleet& m_fleet;
    const PlacementWatch& m_watch;
    const Clock& m_clock;
    const Theme& m_theme;
    PlacementSummary m_summary;
    PlacementTiles* m_tiles;
    MatrixPanel* m_matrix;
    PlacementSide* m_side;
    WhatIfControl* m_whatIf;
    PrewarmControl* m_prewarm;
    bool m_sideWanted = false; ///< Enter asked for it where it has no room of its own
};

} // namespace stowage
