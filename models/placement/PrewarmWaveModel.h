// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmStepModel.h"

namespace stowage {

/// The steps of a plan under a heading for each wave. Columns are those of PrewarmStepModel; a heading stands
/// in the column `wave`, which is empty in the rows of steps, and cannot be chosen.
class PrewarmWaveModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PrewarmWaveModel(QObject* parent = nullptr);

    void setPlan(const PrewarmPlan& plan);
    const PrewarmPlan& plan() const { return m_steps.plan(); }

    bool isHeading(int row) const { return !m_rows.at(static_cast<size_t>(row)).step; }
    /// Null for a heading.
    const PrewarmStep* stepAt(int row) const;
    int columnOf(const QString& id) const { return m_steps.columnOf(id); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        std::optional<int> step; ///< row of m_steps; nothing: a heading
        quint32 wave = 0;
    };

    PrewarmStepModel m_steps;
    std::vector<Row> m_rows;
};

} // namespace stowage
