// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"

#include <QAbstractTableModel>

namespace stowage {

/// What a chart shows, in words: a row a time, newest first, a column a series. Gaps and quarantined samples
/// stand where they were.
class ChartTwinModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        FirstSeries,
    };

    /// The content outlives the model.
    explicit ChartTwinModel(const ChartContent& content, QObject* parent = nullptr);

    /// Reads the content anew, as far as it lies in this range.
    void show(const TimeRange& range);

    /// The same after time went on: what left the range goes and what came is added, so that whoever reads
    /// stays where he is.
    void goOn(const TimeRange& range);

    const TimeRange& range() const { return m_range; }

    /// What stands at a time: a row.
    Timestamp timeOf(int row) const { return m_times[m_times.size() - 1 - static_cast<size_t>(row)]; }
    int rowOf(Timestamp at) const; ///< the row that is nearest; -1 without rows

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Timestamp> timesWithin(const TimeRange& range) const;
    QString cellText(const ChartSeries& series, Timestamp at) const;
    QString cellDetail(const ChartSeries& series, Timestamp at) const;

    const ChartContent& m_content;
    TimeRange m_range;
    std::vector<Timestamp> m_times; ///< ascending, each once
    int m_series = 0;
};

} // namespace stowage
