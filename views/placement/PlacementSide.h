// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace stowage {

class CellDetails;
class Fleet;
class Panel;
class ProposalPanel;
class RiskPanel;
class Theme;
class WhatIfPanel;

/// The panels beside the matrix, the most asked for on top. What has no room gives way: first the invitation
/// to a what-if, then what is known of a cell, which its tooltip tells as well.
class PlacementSide : public QWidget
{
    Q_OBJECT

public:
    PlacementSide(const Fleet& fleet, const Theme& theme, QWidget* parent = nullptr);

    WhatIfPanel& whatIf() { return *m_whatIf; }
    CellDetails& details() { return *m_details; }
    RiskPanel& risk() { return *m_risk; }
    ProposalPanel& proposal() { return *m_proposal; }

    /// Whether something is imagined lost, so that its answer keeps its place.
    void setLossShown(bool shown);
    /// How the panel of the cell or of the selection is headed.
    void setDetailsTitle(const QString& title);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    WhatIfPanel* m_whatIf;
    CellDetails* m_details;
    Panel* m_cell;
    RiskPanel* m_risk;
    ProposalPanel* m_proposal;
    bool m_hasLoss = false;
};

} // namespace stowage
