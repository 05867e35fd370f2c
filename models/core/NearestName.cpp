// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/NearestName.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace stowage {
namespace {

/// What is longer than any name of ours is not worth the quadratic work.
constexpr qsizetype Longest = 64;

qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i].toCaseFolded() == b[static_cast<qsizetype>(j) - 1].toCaseFolded();
            const qsizetype above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

QString nearestName(QStringView wanted, const QStringList& known)
{
    if (wanted.isEmpty() || wanted.size() > Longest) {
        return {};
    }
    QString nearest;
    // Never all letters: of "xy" every word of two is two edits away.
    qsizetype best = std::min(std::max<qsizetype>(2, wanted.size() / 3) + 1, wanted.size());
    for (const QString& name : known) {
        const bool begins = wanted.size() > 1 && name.startsWith(wanted, Qt::CaseInsensitive);
        const qsizetype d = begins ? 1 : distance(wanted, name);
        if (d < best) {
            best = d;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace stowage
