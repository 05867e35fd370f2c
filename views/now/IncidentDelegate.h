// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/CellDelegate.h"

namespace stowage {

class IncidentFilter;
struct Incident;

/// Draws an incident in two lines: mark, title, how it stands and what it is about, how many alerts, since
/// when, whose it is. Resolved ones in one line, the first of them under a heading.
class IncidentDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    /// The table shows these incidents.
    IncidentDelegate(const Theme& theme, Table& table, const IncidentFilter& incidents);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// How high a row is.
    int heightOf(int row) const;

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    void paintOpen(QPainter& painter, const QRect& room, const Incident& incident, int alerts) const;
    void paintResolved(QPainter& painter, const QRect& room, const Incident& incident) const;
    void write(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QFont& font, Token ink,
               const QString& text) const;

    const IncidentFilter& m_incidents;
    const QFont m_strong; ///< made once: a font of the program is looked up by name
    const QFont m_body;
    const QFont m_second;
    const QFont m_label;
};

} // namespace stowage
