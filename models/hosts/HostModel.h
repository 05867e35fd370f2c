// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "models/hosts/HostReading.h"
#include "models/hosts/HostWorth.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

class HostColumns;
class HostForecasts;
struct HostForecast;

/// The hosts: state, name, kind, zone, cpu, memory, disk, spark, io, read, write, net, received, sent, load,
/// requests, layers, sources, uptime, temperature, quarantined, fills, reason, node, age, worth. By worth,
/// descending, the worst come first; so it begins. Percentages filter as whole numbers: `cpu>80`; rates as
/// bytes a second: `write>100MiB`.
/// RowId is HostId::value; StateRole is hostGradeName() of the row.
class HostModel final : public EntityTableModel
{
    Q_OBJECT

public:
    enum HostRole
    {
        ValueRole = AgeRole + 1, ///< of a cell: the figure itself, double; nothing when it is not known
        GradeRole,               ///< of a cell: hostGradeName() of its figure; of others that of the row
        StaleRole,               ///< of a cell: bool, its figure is older than it should be
        QuarantinedRole,         ///< of a cell: bool, the latest sample of its figure is in quarantine
        SparkRole,               ///< of a row: QList<double>, HostBook::spark()
        WhyRole,                 ///< of a row: HostWorth::why
    };

    /// The book and the forecasts, which may be null, outlive the model.
    explicit HostModel(const HostBook& book, const HostForecasts* forecasts = nullptr,
                       QObject* parent = nullptr);
    ~HostModel() override;

    const HostBook& book() const { return m_book; }
    HostId hostAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }
    HostWorth worth(HostId id) const;
    /// What fills up first; null where nothing does.
    const HostForecast* forecast(HostId id) const;

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    std::vector<RowId> allRows() const override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;

private:
    QVariant figureData(HostId id, HostFigure figure, int role) const;
    void follow(const HostChanges& changes);

    const HostBook& m_book;
    const HostForecasts* m_forecasts;
    std::unique_ptr<HostColumns> m_maker;             ///< what the columns ask
    std::vector<std::optional<HostFigure>> m_figures; ///< by column
};

} // namespace stowage
