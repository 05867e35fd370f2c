// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertSubject.h"

#include <optional>

namespace stowage {

/// What the values of a fact are: how they are written for a person. All but texts are numbers.
enum class FactUnit : quint8
{
    Text,
    Flag,   ///< 0 or 1
    Moment, ///< ms since the epoch; for a rule's `since`
    Count,
    Number,
    Percent,
    Bytes,
    Seconds,  ///< how long an exchange takes: "480 µs"
    Duration, ///< s, how long something lasts or is ahead: "3 h 40"
    Days,
    Cores,
    PerSecond,
    Factor, ///< how many times as much
};

/// A name that rules know, and what it stands for.
struct FactField
{
    QString name; ///< dotted: "layers.single"
    FactUnit unit = FactUnit::Number;

    bool operator==(const FactField&) const = default;
};

/// All that is told of one kind of thing.
struct FactSchema
{
    QString kind; ///< "node", "service", … as a rule's `facts` names it
    SubjectKind subject = SubjectKind::Unknown;
    std::vector<FactField> fields;

    std::optional<size_t> find(QStringView name) const;
    QStringList names() const;
};

/// A value for a person: "9.0 KiB", "3 h 40", "9×". A dash for what is not known.
QString formatFact(FactUnit unit, double value);

/// As a label holds it: plain, the same in every language. Empty for what is not known.
QString plainFact(FactUnit unit, double value);

/// As AlertObservation::unit writes it: "%", "B", "s", "cores", "1/s", "" for a plain number.
QString factSymbol(FactUnit unit);

/// One line of at most 200 characters without control characters, for what others have told.
QString plainText(const QString& text);

} // namespace stowage
