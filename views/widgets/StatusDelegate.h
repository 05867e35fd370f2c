// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/CellDelegate.h"
#include "views/widgets/Status.h"

#include <functional>

namespace stowage {

/// What a status cell says: mark, word, and why in a quieter ink where there is room.
struct StatusCell
{
    Status status = Status::NotSeen;
    QString word;
    QString reason;
};

class StatusDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using Reader = std::function<StatusCell(const QModelIndex&)>;

    StatusDelegate(const Theme& theme, Table& table, Reader reader);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    Reader m_reader;
};

} // namespace stowage
