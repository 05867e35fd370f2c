// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Time.h"
#include "models/core/Unit.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stowage {

/// Names a row of a table for as long as its entity lives; an entity's id, or two of them.
using RowId = quint64;

/// A column of a table: what it is called, what its values are, and how to get at them. Accessors are asked
/// for visible cells only, and must bear the id of an entity that has just gone.
struct Column
{
    using Number = std::function<std::optional<qint64>(RowId)>;
    using Text = std::function<QString(RowId)>;
    using Question = std::function<bool(RowId)>;

    QString id;    ///< stable, not translated: `--sort bytes`, `bytes>1GiB`
    QString title; ///< for a person
    Unit unit = Unit::Text;
    Number number;  ///< the value of a numeric unit; nothing when it is not known
    Number sortKey; ///< what a number is sorted by, where that is not the number
    Text text;      ///< the value of a text; or what a numeric column is searched by
    Text display;   ///< what is shown, where that is not the value printed by its unit
    std::function<void(RowId, std::string&)>
        fold;                            ///< writes the text folded, where that is quicker than text
    std::function<quint64(RowId)> group; ///< rows of a group have the same text; null: each its own
    bool isFixed = false; ///< the text changes only with what makes the row, which is then told as added
    /// Prepares to ask many rows whether their text contains this (folded), where writing the text of each
    /// would be too much.
    std::function<Question(std::string_view)> seek;
    QStringList ranks;   ///< of a text that has an order of its own: its values, the least first
    QString unknown;     ///< what is shown for a number that is not known: why
    bool isWide = false; ///< takes what room is left

    /// Numbers stand to the right.
    bool isRightAligned() const { return isNumeric(unit); }

    /// The value in words for a cell.
    QString shown(RowId row) const;
    /// The whole value as text: for search, sorting of texts, tool tips, copies.
    QString whole(RowId row) const;
    /// The same folded, behind what is there.
    void appendKey(RowId row, std::string& to) const;

    static Column ofText(const QString& id, const QString& title, Text text);
    /// Shown as its first 12 hex digits.
    static Column ofDigest(const QString& id, const QString& title, std::function<Digest(RowId)> digest);
    static Column ofNumber(const QString& id, const QString& title, Unit unit, Number number);

    /// The age of a moment; nothing for the epoch. Sorted by the moment, since rows are not all looked at at
    /// once.
    static Column ofAge(const QString& id, const QString& title, std::function<Timestamp(RowId)> seenAt,
                        std::function<Timestamp()> now);

    /// The same with another way to show a value.
    Column shownAs(Text how) &&;
    /// The same with a text to search a number by.
    Column searchedAs(Text how) &&;
    /// The same, searched without writing texts.
    Column soughtBy(std::function<Question(std::string_view)> how) &&;
    /// The same with a quicker way to write its text folded.
    Column foldedAs(std::function<void(RowId, std::string&)> how) &&;
    /// The same with rows that share their text.
    Column groupedBy(std::function<quint64(RowId)> how) &&;
    /// The same with a text that stays while the row does.
    Column fixed() &&;
    /// The same with a reason to show where the number is not known.
    Column orElse(const QString& why) &&;
    /// The same with values that have an order, the least first: `severity>=warning` goes by it.
    Column ranked(const QStringList& values) &&;
    /// The same taking what room is left.
    Column wide() &&;
};

/// How long ago, never negative; nothing for the epoch.
std::optional<Millis> ageOf(Timestamp seenAt, Timestamp now);

/// A number printed by its unit: "3.1 GiB", "12 min", "37".
QString formatNumber(qint64 number, Unit unit);

} // namespace stowage
