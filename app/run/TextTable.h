// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/run/Ink.h"

#include <QStringList>

#include <functional>
#include <vector>

class QAbstractItemModel;

namespace stowage {

/// Prints an item model as a table for a terminal: the same rows, columns and words as on the screen.
class TextTable
{
public:
    /// Columns as wide as their widest cell, numbers to the right; wide characters count as two. The cells
    /// that a row's state is read from take its colour.
    static QString print(const QAbstractItemModel& model, const Ink& ink = {});
    /// The same of the first `columns` columns, each row a line and the head the first.
    static QStringList lines(const QAbstractItemModel& model, int columns, const Ink& ink = {});

    /// The same of rows of `isRight.size()` cells, the first of them the head; what is longer than
    /// LongestCell is cut.
    static QString print(const std::vector<QStringList>& rows, const std::vector<bool>& isRight);

    /// What a name from outside may take of a line; JSON has it whole.
    static constexpr qsizetype LongestCell = 120;

    /// One line without control characters, so that a name from outside cannot steer the terminal.
    static QString printable(const QString& text);

    /// Cells of a terminal that `text` takes.
    static int width(const QString& text);

private:
    /// Gives a cell its colour once it is as wide as its column.
    using Painter = std::function<QString(size_t row, size_t column, const QString& cell)>;

    static QStringList lines(const std::vector<QStringList>& rows, const std::vector<bool>& isRight,
                             const Painter& paint = {});
};

} // namespace stowage
