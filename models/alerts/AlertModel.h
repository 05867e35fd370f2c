// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

/// The alerts: severity, name, subject, state, age, summary, kind, zone, source, sources, episodes, turns,
/// holds, value, threshold, labels, key, rank. `source` are the names of its witnesses, `sources` how many
/// they are. Age is since the episode began: `age>5min`. By rank, descending, what a person should look at
/// first stands first; so it begins.
/// RowId is AlertId::value; StateRole is alertStateName() of the row.
class AlertModel final : public EntityTableModel
{
    Q_OBJECT

public:
    enum AlertRole
    {
        KeyRole = AgeRole + 1, ///< Alert::key
        SeverityRole,          ///< alertSeverityName()
        HeldRole,              ///< bool: it is held back
        LinkRole,              ///< Alert::link
    };

    /// Which of the book's alerts are rows.
    enum class Members : quint8
    {
        Open, ///< what stands, and what is unknown or unjudged
        OpenAndPending,
        All, ///< resolved ones too
    };

    /// The book outlives the model.
    explicit AlertModel(const AlertBook& book, Members members = Members::All, QObject* parent = nullptr);

    /// For this turn only.
    const Alert& alertAt(int row) const { return alert(rowId(row)); }
    int rowOfKey(const QString& key) const; ///< -1 when it is filtered away or not there

    /// A frozen screen: the table stays as it is, cells too, until it is let go.
    void setFrozen(bool isFrozen);
    bool isFrozen() const { return m_isFrozen; }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

protected:
    std::vector<RowId> allRows() const override;
    bool isMember(RowId id) const override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;

private:
    const Alert& alert(RowId id) const;
    void follow(const AlertChanges& changes);
    std::vector<Column> makeColumns() const;

    const AlertBook& m_book;
    Members m_members;
    bool m_isFrozen = false;
    std::vector<Alert> m_held; ///< as they were when the screen was frozen
};

/// For a person, translated; the stable names are alertStateName(), alertSeverityName(), alertHoldName().
QString alertStateText(AlertState state);
QString alertSeverityText(AlertSeverity severity);
QString alertHoldKindText(AlertHoldKind kind);
/// "cooldown, 4 min left"; without a time where nobody knows the end.
QString alertHoldText(const AlertHold& hold, Timestamp now);

} // namespace stowage
