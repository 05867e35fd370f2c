// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/RiskModel.h"
#include "models/placement/PlacementFinding.h"
#include "views/widgets/Panel.h"

class QStackedWidget;

namespace stowage {

class Chip;
class LineList;
class Table;
class TextLabel;

/// The layers most at risk, or what is wrong with how things lie: two lists in one place, the findings first
/// where there are grave ones.
class RiskPanel : public Panel
{
    Q_OBJECT

public:
    RiskPanel(const Fleet& fleet, const Theme& theme, QWidget* parent = nullptr);

    RiskModel& model() { return *m_model; }
    Table& table() { return *m_table; }
    LineList& findings() { return *m_findings; }

    /// Before the first call it is not known whether there are any.
    void setFindings(const std::vector<PlacementFinding>& findings, Timestamp now);
    void showFindings(bool shown);
    bool areFindingsShown() const;

    /// Says how old what the lists rest on is; empty: it is live.
    void setAge(const QString& age);

    /// Selects the row of a layer, if it is at risk.
    void select(std::optional<LayerId> layer);

Q_SIGNALS:
    void layerChosen(stowage::LayerId layer);

private:
    void setUpTable();
    void sayWhatIsShown();

    const Theme& m_theme;
    RiskModel* m_model;
    Table* m_table;
    LineList* m_findings;
    TextLabel* m_none;
    QStackedWidget* m_pages;
    Chip* m_switch;
    QString m_age;
    std::optional<Status> m_worst; ///< of the findings
    std::optional<size_t> m_count; ///< of findings; nothing before they are known
};

} // namespace stowage
