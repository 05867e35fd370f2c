// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/filter/FilterExpression.h"

#include <QSortFilterProxyModel>

namespace stowage {

class IncidentModel;

/// The incidents that pass the filter, in the order of IncidentModel. Columns of the filter: title, detail,
/// id, severity, state, subject, zone, owner, acknowledged, note, alerts, told, age, muted.
class IncidentFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The model outlives the filter.
    explicit IncidentFilter(IncidentModel& model, QObject* parent = nullptr);

    static Result<FilterExpression> parse(QStringView text);
    void setFilter(FilterExpression filter);

    /// The moment that the screen shows, which ages are counted to.
    Timestamp now() const { return m_now; }
    void setNow(Timestamp now);

    /// Without its members.
    const Incident& incident(int row) const;
    int alerts(int row) const;           ///< its members
    int rowOf(const QString& id) const;  ///< -1 when it is filtered away or gone
    bool isFirstResolved(int row) const; ///< the resolved begin here
    int unfilteredCount() const;

    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    IncidentModel& m_model;
    FilterExpression m_filter;
    Timestamp m_now{};
};

} // namespace stowage
