// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"

#include <QAbstractListModel>

namespace stowage {

class Clock;
class IncidentBook;
struct IncidentChanges;

/// Incidents for a list: those that stand by impact, worst first, then those resolved within the last day,
/// the latest first. Changes go out as merged ranges; a row that gains impact moves, it is not made anew, so
/// that a selection stays on its incident. All texts are plain: never to be rendered as HTML.
class IncidentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< Incident::id; DisplayRole is the title
        DetailRole,                ///< the second line
        SeverityRole,              ///< alertSeverityName()
        StateRole,                 ///< incidentStateName()
        AlertsRole,                ///< int, members
        OpenAlertsRole,            ///< int, those that still stand
        ToldRole,                  ///< int, messages folded into it
        OpenedRole,                ///< Timestamp as qint64, ms since the epoch
        LastRole,                  ///< likewise
        ResolvedRole,              ///< likewise; 0: it stands
        AgeRole,                   ///< qint64, ms: since it opened; of a resolved one how long it stood
        OwnerRole,                 ///< empty: unowned
        AcknowledgedRole,          ///< bool
        MutedUntilRole,            ///< qint64, ms since the epoch; 0: not muted
        StormRole,                 ///< bool
        ReopenedRole,              ///< int
        ImpactRole,                ///< double
    };

    /// Both must outlive the model.
    IncidentModel(const IncidentBook& book, const Clock& clock, QObject* parent = nullptr);

    /// The screen holds still: rows stay as they are until it is live again.
    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }

    /// Ages are a second older: told as changed. Also drops what was resolved more than a day ago.
    void refreshAges();

    /// As it is shown, without its members (IncidentMemberModel has them).
    const Incident& incident(int row) const { return m_rows.at(static_cast<size_t>(row)).incident; }
    int rowOf(QStringView id) const; ///< -1 when it is not a row
    int openCount() const;           ///< rows that stand; the resolved come after them

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        Incident incident;
        int alerts = 0;
        int openAlerts = 0;
        bool operator==(const Row&) const = default;
    };

    static Row rowOf(const Incident& incident);
    std::vector<Row> wantedRows() const;
    void follow();
    void removeGone(const std::vector<Row>& wanted);
    void insertNew(const std::vector<Row>& wanted);
    void moveIntoOrder(const std::vector<Row>& wanted);
    void tellChanged(std::vector<Row> wanted);

    const IncidentBook& m_book;
    const Clock& m_clock;
    std::vector<Row> m_rows;
    bool m_isFrozen = false;
};

} // namespace stowage
