// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

/// The steps of a plan: wave, node, zone, image, platform, layers, bytes, source, reason. RowId is the step's
/// place in the plan. Screens and command line show the same.
class PrewarmStepModel final : public EntityTableModel
{
    Q_OBJECT

public:
    explicit PrewarmStepModel(QObject* parent = nullptr);

    void setPlan(const PrewarmPlan& plan);
    const PrewarmPlan& plan() const { return m_plan; }
    const PrewarmStep& stepAt(int row) const { return m_plan.steps.at(rowId(row)); }

protected:
    std::vector<RowId> allRows() const override;

private:
    const PrewarmStep& step(RowId id) const;

    PrewarmPlan m_plan;
};

} // namespace stowage
