// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentRow.h"

#include "views/theme/Metrics.h"

namespace stowage {
namespace {

constexpr int MarkLeft = 4;
constexpr int MarkGap = 10;
constexpr int CountWidth = 94;
constexpr int AgeWidth = 62;
constexpr int OwnerWidth = 76;
constexpr int LineHeight = 19;
constexpr int LeastWords = 220;

/// Takes a part off the right of what is left, unless the words would have too little.
QRect takeRight(QRect& left, int width)
{
    if (left.width() - width < LeastWords) {
        return {};
    }
    const QRect taken(left.right() - width + 1, left.top(), width, left.height());
    left.setRight(taken.left() - 1);
    return taken;
}

} // namespace

IncidentRow IncidentRow::open(const QRect& room)
{
    IncidentRow row;
    row.mark = QRect(room.left() + MarkLeft, room.top() + (room.height() - metrics::Mark) / 2, metrics::Mark,
                     metrics::Mark);
    QRect left = room;
    left.setLeft(row.mark.right() + 1 + MarkGap);
    row.owner = takeRight(left, OwnerWidth);
    row.age = takeRight(left, AgeWidth);
    row.count = takeRight(left, CountWidth);
    left.setRight(left.right() - metrics::Gap);
    const int top = room.top() + (room.height() - 2 * LineHeight) / 2;
    row.title = QRect(left.left(), top, left.width(), LineHeight);
    row.detail = row.title.translated(0, LineHeight);
    return row;
}

IncidentRow IncidentRow::resolved(const QRect& room)
{
    IncidentRow row;
    row.mark = QRect(room.left() + MarkLeft, room.top() + (room.height() - metrics::Mark) / 2, metrics::Mark,
                     metrics::Mark);
    QRect left = room;
    left.setLeft(row.mark.right() + 1 + MarkGap);
    row.age = takeRight(left, AgeWidth);
    row.count = takeRight(left, CountWidth);
    left.setRight(left.right() - metrics::Gap);
    row.title = left;
    return row;
}

} // namespace stowage
