// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace stowage {

/// Where the parts of an incident's row lie. What has no room is empty: first the owner goes, then the age.
struct IncidentRow
{
    static constexpr int OpenHeight = 58;
    static constexpr int ResolvedHeight = 34;
    static constexpr int SectionHeight = 34; ///< the heading above the first resolved one

    QRect mark;
    QRect title;
    QRect detail; ///< empty in a resolved one
    QRect count;
    QRect age;
    QRect owner; ///< empty in a resolved one

    /// `room` is without padding.
    static IncidentRow open(const QRect& room);
    static IncidentRow resolved(const QRect& room);
};

} // namespace stowage
