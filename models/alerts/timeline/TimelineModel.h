// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineBook.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

/// What the timeline's lanes show, as a table: at, lane, what, severity, name, subject, state, duration,
/// summary, zone, source, incident, actor, note, labels, events, age. Its filter is the page's: lanes draw
/// the rows that there are. What is folded into a storm is no row. Begins with the newest first.
/// RowId is TimelineEntry::id; StateRole is timelineStateName().
class TimelineModel final : public EntityTableModel
{
    Q_OBJECT

public:
    enum TimelineRole
    {
        LaneRole = AgeRole + 1, ///< timelineLaneName()
        SeverityRole,           ///< alertSeverityName()
        FromRole,               ///< ms since the epoch
        ToRole,                 ///< likewise; of what stands, now
        IncidentRole,           ///< Incident::id
        AlertRole,              ///< Alert::key
        StormRole,              ///< bool: an incident that can be opened
    };

    /// The book outlives the model.
    explicit TimelineModel(const TimelineBook& book, QObject* parent = nullptr);

    /// For this turn only; null when it has gone.
    const TimelineEntry* entryAt(int row) const { return m_book.find(rowId(row)); }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    std::vector<RowId> allRows() const override;
    bool isMember(RowId id) const override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;

private:
    const TimelineEntry& entry(RowId id) const;
    std::optional<qint64> duration(RowId id) const;
    std::vector<Column> makeColumns() const;

    const TimelineBook& m_book;
};

/// What happened, for a person, translated: "fired", "acknowledged", "tag moved".
QString alertEventKindText(AlertEventKind kind);

/// "over", "still stands", "unknown"; empty for a moment. Translated.
QString timelineStateText(const TimelineEntry& entry);

} // namespace stowage
