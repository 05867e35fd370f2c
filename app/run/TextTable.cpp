// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/TextTable.h"

#include "models/table/EntityTableModel.h"

#include <algorithm>
#include <cwchar>

namespace stowage {
namespace {

/// One absurd name is not to push what matters off every line.
QString cut(const QString& text)
{
    return text.size() > TextTable::LongestCell ? text.left(TextTable::LongestCell - 1) + QChar(u'…') : text;
}

QString padded(const QString& text, int width, bool right)
{
    const QString fill(std::max(0, width - TextTable::width(text)), QLatin1Char(' '));
    return right ? fill + text : text + fill;
}

bool isRight(const QAbstractItemModel& model, int column)
{
    const QVariant alignment = model.rowCount() > 0
                                   ? model.index(0, column).data(Qt::TextAlignmentRole)
                                   : model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
    return (alignment.toInt() & Qt::AlignRight) != 0;
}

/// Whether the cells of a column say how their row stands.
bool isOfState(const QAbstractItemModel& model, size_t column)
{
    const QVariant id = model.headerData(static_cast<int>(column), Qt::Horizontal, EntityTableModel::IdRole);
    return id == QStringLiteral("state") || id == QStringLiteral("held");
}

} // namespace

QString TextTable::printable(const QString& text)
{
    QString shown = text;
    for (QChar& c : shown) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) {
            c = QChar(QChar::ReplacementCharacter);
        }
    }
    return shown;
}

int TextTable::width(const QString& text)
{
    int cells = 0;
    for (const char32_t c : text.toUcs4()) {
        cells += std::max(0, ::wcwidth(static_cast<wchar_t>(c)));
    }
    return cells;
}

QString TextTable::print(const QAbstractItemModel& model, const Ink& ink)
{
    return lines(model, model.columnCount(), ink).join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList TextTable::lines(const QAbstractItemModel& model, int columns, const Ink& ink)
{
    std::vector<QStringList> rows;
    rows.reserve(static_cast<size_t>(model.rowCount()) + 1);
    QStringList head;
    for (int column = 0; column < columns; ++column) {
        head << printable(model.headerData(column, Qt::Horizontal).toString());
    }
    rows.push_back(head);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column) {
            cells << cut(printable(model.index(row, column).data().toString()));
        }
        rows.push_back(cells);
    }

    std::vector<bool> right;
    right.reserve(static_cast<size_t>(columns));
    for (int column = 0; column < columns; ++column) {
        right.push_back(isRight(model, column));
    }
    return lines(rows, right, [&](size_t row, size_t column, const QString& cell) {
        if (row == 0 || !isOfState(model, column)) {
            return cell;
        }
        const QModelIndex index = model.index(static_cast<int>(row) - 1, static_cast<int>(column));
        return ink.state(index.data(EntityTableModel::StateRole).toString(), cell);
    });
}

QString TextTable::print(const std::vector<QStringList>& rows, const std::vector<bool>& isRight)
{
    std::vector<QStringList> shown = rows;
    for (QStringList& row : shown) {
        std::ranges::transform(row, row.begin(), [](const QString& cell) { return cut(printable(cell)); });
    }
    return lines(shown, isRight).join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList TextTable::lines(const std::vector<QStringList>& rows, const std::vector<bool>& isRight,
                             const Painter& paint)
{
    std::vector<int> widths(isRight.size());
    for (const QStringList& row : rows) {
        for (size_t column = 0; column < widths.size(); ++column) {
            widths[column] = std::max(widths[column], width(row[static_cast<qsizetype>(column)]));
        }
    }
    QStringList lines;
    for (size_t row = 0; row < rows.size(); ++row) {
        // No blanks behind the last cell that says something.
        auto end = static_cast<qsizetype>(widths.size());
        while (end > 0 && rows[row][end - 1].isEmpty()) {
            --end;
        }
        QStringList shown;
        for (qsizetype at = 0; at < end; ++at) {
            const auto column = static_cast<size_t>(at);
            const bool isLast = at + 1 == end && !isRight[column];
            const QString cell = padded(rows[row][at], isLast ? 0 : widths[column], isRight[column]);
            shown << (paint ? paint(row, column, cell) : cell);
        }
        lines << shown.join(QLatin1String("  "));
    }
    return lines;
}

} // namespace stowage
