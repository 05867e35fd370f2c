// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/now/MemberWords.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace stowage {

class IncidentMemberModel;
class ShownAlerts;
class Theme;

/// Draws a kind of alerts, or a single one, in two lines.
class MemberDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 42;

    MemberDelegate(const Theme& theme, const IncidentMemberModel& model, const ShownAlerts& alerts,
                   QObject* parent);

    /// The moment that the screen shows.
    void setNow(Timestamp now) { m_now = now; }

    MemberRow row(const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    const Theme& m_theme;
    const IncidentMemberModel& m_model;
    const ShownAlerts& m_alerts;
    Timestamp m_now{};
    const QFont m_strong;
    const QFont m_body;
    const QFont m_second;
};

} // namespace stowage
