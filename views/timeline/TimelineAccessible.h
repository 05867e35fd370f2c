// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Column.h"

#include <QAccessibleWidget>
#include <QHash>

namespace stowage {

class TimelineView;

/// The timeline as a list for assistive technology: its entries in reading order. They come to be when they
/// are asked for, and are known by their entry, wherever that moves.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    /// Makes Qt know of this class. As often as one likes.
    static void install();

    explicit TimelineAccessible(TimelineView* view);
    ~TimelineAccessible() override;
    Q_DISABLE_COPY_MOVE(TimelineAccessible)

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;
    int indexOfChild(const QAccessibleInterface* child) const override;

private:
    TimelineView* view() const;
    void forgetGone();

    QMetaObject::Connection m_laidOut;
    mutable QHash<RowId, QAccessible::Id> m_entries;
};

} // namespace stowage
