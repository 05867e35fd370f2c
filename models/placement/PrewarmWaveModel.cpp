// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmWaveModel.h"

#include "models/placement/PrewarmSummary.h"

namespace stowage {

PrewarmWaveModel::PrewarmWaveModel(QObject* parent) : QAbstractTableModel(parent) {}

void PrewarmWaveModel::setPlan(const PrewarmPlan& plan)
{
    beginResetModel();
    m_steps.setPlan(plan);
    m_rows.clear();
    quint32 wave = 0;
    for (size_t i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].wave != wave) {
            wave = plan.steps[i].wave;
            m_rows.push_back({std::nullopt, wave});
        }
        m_rows.push_back({static_cast<int>(i), wave});
    }
    endResetModel();
}

const PrewarmStep* PrewarmWaveModel::stepAt(int row) const
{
    const Row& wanted = m_rows.at(static_cast<size_t>(row));
    return wanted.step ? &m_steps.stepAt(*wanted.step) : nullptr;
}

int PrewarmWaveModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PrewarmWaveModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_steps.columnCount();
}

QVariant PrewarmWaveModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const bool isWave = index.column() == columnOf(QStringLiteral("wave"));
    if (row.step && !isWave) {
        return m_steps.index(*row.step, index.column()).data(role);
    }
    switch (role) {
    case Qt::DisplayRole:
    case EntityTableModel::SortRole:
        return !row.step && isWave ? prewarmWaveText(plan(), row.wave) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant PrewarmWaveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal &&
        section == columnOf(QStringLiteral("wave"))) {
        return QString(); // the headings say it
    }
    return m_steps.headerData(section, orientation, role);
}

Qt::ItemFlags PrewarmWaveModel::flags(const QModelIndex& index) const
{
    return index.isValid() && isHeading(index.row()) ? Qt::ItemNeverHasChildren
                                                     : QAbstractTableModel::flags(index);
}

} // namespace stowage
