// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/NearestName.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace stowage {
namespace {

/// Nobody mistypes a name longer than this; and the work grows with the square.
constexpr qsizetype LongestName = 64;

qsizetype editDistance(const QString& from, const QString& to)
{
    std::vector<qsizetype> row(static_cast<size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto column = static_cast<size_t>(j);
            const qsizetype replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[column + 1];
            row[column + 1] = std::min({replaced, row[column] + 1, row[column + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString& name, const QStringList& known)
{
    if (name.size() > LongestName) {
        return {};
    }
    QString nearest;
    qsizetype best = std::max<qsizetype>(2, name.size() / 3) + 1;
    for (const QString& candidate : known) {
        const qsizetype distance = editDistance(name.toLower(), candidate.toLower());
        // With two edits any two-letter word becomes any other.
        if (distance < best && distance < candidate.size()) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace stowage
