// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/plan/PlanView.h"

#include <QDialog>

namespace stowage {

class Clock;

/// A plan view as a dialog before its window. Opened by open(), never by exec(): no loop of its own. Looks at
/// the plan's age once a second while it is open.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    /// A plan is being made.
    void showPlanning() { m_view->showPlanning(); }
    void setPlan(const PrewarmPlan& plan);

    PlanView& view() { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void watchAge();

    const Clock& m_clock;
    PlanView* m_view;
    bool m_isWatching = false;
};

} // namespace stowage
