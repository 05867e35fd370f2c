// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmWaveModel.h"

#include <QWidget>

namespace stowage {

class Chip;
class Panel;
class PlanSide;
class PlanTiles;
class StatefulView;
class Table;
class TextLabel;
class Theme;

/// A prewarm plan before anything is done: what it comes to, its pulls wave by wave, why each, what it would
/// do and what cannot be met. Nothing here carries it out.
class PlanView : public QWidget
{
    Q_OBJECT

public:
    explicit PlanView(const Theme& theme, QWidget* parent = nullptr);

    /// A plan is being made.
    void showPlanning();
    void setPlan(const PrewarmPlan& plan, Timestamp now);

    /// Says when the plan is too old to be relied on. To be called now and then.
    void judge(Timestamp now);

    const PrewarmPlan& plan() const { return m_model.plan(); }
    Table& table() { return *m_table; }

Q_SIGNALS:
    void closeRequested();
    void planRequested(); ///< once more, over what is known now
    /// Enter or a double click on a step.
    void stepOpened(const stowage::ImageKey& image, const QString& node);

private:
    void setUpTable();
    QWidget* makeFoot();
    void spanHeadings();
    void showState(Timestamp now);

    const Theme& m_theme;
    PrewarmWaveModel m_model;
    PlanTiles* m_tiles;
    Panel* m_panel;
    Table* m_table;
    StatefulView* m_view;
    PlanSide* m_side;
    TextLabel* m_hash;
    TextLabel* m_validity;
    Chip* m_again;
    Chip* m_close;
    bool m_isPlanning = true;
};

} // namespace stowage
