// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

namespace stowage {

/// Why a page was read no further, and at which line.
struct ExpositionFault
{
    enum class Kind : quint8
    {
        PageTooLarge,
        LineTooLong,
        TooManyLabels,
        TooManySeries,
        Html,
        CarriageReturn,
        Nul,
        NotUtf8,
        BadName,
        BadLabelName,
        NoEquals,
        NoQuote,
        OpenQuote,
        BadEscape,
        BadLabelEnd,
        LabelTwice,
        NoValue,
        BadValue,
        BadTimestamp,
        BadExemplar,
        ExemplarNotAllowed,
        TrailingText,
        NotEnded,
        BlankLine,
        BadComment,
        BadType,
        TypeTwice,
        SeriesTwice,
        AfterEnd,
        NoEnd,
    };

    Kind kind = Kind::BadName;
    quint64 line = 0; ///< from 1

    /// "line 17: a label's value is not quoted", and what to do; where it was read is the caller's to add.
    Error error() const;

    bool operator==(const ExpositionFault&) const = default;
};

} // namespace stowage
