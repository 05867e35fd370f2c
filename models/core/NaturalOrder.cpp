// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/NaturalOrder.h"

namespace stowage {
namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// Takes the digits at the front of `text`, without leading zeros.
QStringView takeNumber(QStringView& text)
{
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end])) {
        ++end;
    }
    QStringView number = text.first(end);
    while (number.size() > 1 && number.front() == QLatin1Char('0')) {
        number = number.sliced(1);
    }
    text = text.sliced(end);
    return number;
}

int compareNumbers(QStringView a, QStringView b)
{
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

} // namespace

int compareNatural(QStringView a, QStringView b)
{
    const QStringView wholeA = a;
    const QStringView wholeB = b;
    while (!a.isEmpty() && !b.isEmpty()) {
        int order = 0;
        if (isDigit(a.front()) && isDigit(b.front())) {
            order = compareNumbers(takeNumber(a), takeNumber(b));
        } else {
            order = a.first(1).compare(b.first(1), Qt::CaseInsensitive);
            a = a.sliced(1);
            b = b.sliced(1);
        }
        if (order != 0) {
            return order;
        }
    }
    if (a.isEmpty() != b.isEmpty()) {
        return a.isEmpty() ? -1 : 1;
    }
    return wholeA.compare(wholeB);
}

} // namespace stowage
