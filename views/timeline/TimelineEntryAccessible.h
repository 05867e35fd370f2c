// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Column.h"

#include <QAccessible>
#include <QPointer>

namespace stowage {

class TimelineView;

/// One entry of the timeline to assistive technology. Its name says everything: lane, severity, what, when.
class TimelineEntryAccessible final : public QAccessibleInterface
{
public:
    TimelineEntryAccessible(TimelineView* view, RowId id);

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    std::optional<quint32> index() const;

    QPointer<TimelineView> m_view;
    RowId m_id;
};

} // namespace stowage
