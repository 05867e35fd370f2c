// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"

#include <QAbstractItemModel>

namespace stowage {

class IncidentBook;

/// The alerts of one incident, folded by kind: a row for each name with how many there are, its alerts below
/// it. Kinds stand in the order in which they first came, and so do the alerts of a kind. Changes go out as
/// merged ranges; what is unfolded stays unfolded. All texts are plain: never to be rendered as HTML.
class IncidentMemberModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        AlertRole = Qt::UserRole + 1, ///< Alert::key; empty for a kind
        NameRole,                     ///< the alert's name; DisplayRole of a kind too
        SubjectRole,                  ///< DisplayRole of an alert too
        SubjectKindRole,              ///< subjectKindName()
        CountRole,                    ///< int, of a kind: its alerts; of an alert: its episodes
        OpenCountRole,                ///< int, of a kind: those that stand
        SeverityRole,                 ///< alertSeverityName(); of a kind the worst that stands
        StateRole,                    ///< "open", "unknown", "resolved"
        FirstRole,                    ///< qint64, ms since the epoch
        LastRole,                     ///< likewise
        WhyRole,                      ///< why it belongs, in words
        WhyKindRole,                  ///< belongingName()
    };

    /// The book must outlive the model.
    explicit IncidentMemberModel(const IncidentBook& book, QObject* parent = nullptr);

    /// Shows another incident, by any of its ids; empty: none. An incident that goes on under another id is
    /// followed.
    void setIncident(const QString& id);
    const QString& incident() const { return m_id; }

    /// The screen holds still: rows stay as they are until it is live again, or another incident is set.
    void setFrozen(bool isFrozen);

    /// Null for a kind.
    const IncidentMember* member(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Kind
    {
        quintptr number = 0; ///< lasting: what the indexes of its alerts point to
        QString name;
        Timestamp first{};
        std::vector<IncidentMember> members;
    };

    std::vector<Kind> wantedKinds() const;
    void follow();
    void removeGone(std::vector<Kind>& wanted);
    void take(std::vector<Kind> wanted);
    void takeMembers(int row, std::vector<IncidentMember> wanted);
    void removeMembers(int row, const std::vector<int>& rows);
    void insertMembers(int row, const std::vector<IncidentMember>& wanted, const std::vector<int>& rows);
    int rowOfKind(quintptr number) const;
    QVariant kindData(const Kind& kind, int role) const;
    QVariant memberData(const IncidentMember& member, int role) const;

    const IncidentBook& m_book;
    QString m_id;
    std::vector<Kind> m_kinds;
    quintptr m_lastNumber = 0;
    bool m_isFrozen = false;
};

/// Why a member belongs to its incident, in words: "same zone: eu-b".
QString belongingText(const IncidentMember& member);

} // namespace stowage
