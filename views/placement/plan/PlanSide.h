// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"

#include <QWidget>

namespace stowage {

class DetailList;
class LineList;
class SideColumn;
class TextLabel;
class Theme;

/// Beside the steps: the step that is looked at with its reason, what cannot be met, what the plan would do.
class PlanSide : public QWidget
{
    Q_OBJECT

public:
    explicit PlanSide(const Theme& theme, QWidget* parent = nullptr);

    void setPlan(const PrewarmPlan& plan);
    void setStep(const PrewarmStep* step);

private:
    QWidget* makeStep(const Theme& theme);

    DetailList* m_details;
    TextLabel* m_reason;
    LineList* m_refused;
    LineList* m_effects;
    QWidget* m_step;
    SideColumn* m_column;
};

} // namespace stowage
