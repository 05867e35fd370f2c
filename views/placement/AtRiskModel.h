// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/PlacementSummary.h"

#include <QAbstractTableModel>

namespace stowage {

class Theme;

/// The layers most at risk: one copy or none, the heaviest first.
class AtRiskModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        LayerColumn,
        SizeColumn,
        CopiesColumn,
        OnlyOnColumn,
        ColumnCount
    };

    AtRiskModel(const Fleet& fleet, const Theme& theme, QObject* parent = nullptr);

    void setEntries(std::vector<LayerRisk> entries);
    const LayerRisk& entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    /// The row of a layer; -1 when it is not at risk.
    int rowOf(LayerId layer) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const LayerRisk& entry, int column) const;
    QString onlyOn(const LayerRisk& entry) const;
    QString toolTip(const LayerRisk& entry) const;

    const Fleet& m_fleet;
    const Theme& m_theme;
    std::vector<LayerRisk> m_entries;
};

} // namespace stowage
