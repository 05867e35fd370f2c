// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactField.h"
#include "models/core/Error.h"

#include <QHash>

#include <span>

namespace stowage {

/// What is known of all things of one kind at one moment: a row a thing, a column a field. Columns lie apart,
/// so that a condition goes over thousands of rows in microseconds.
class FactTable
{
public:
    explicit FactTable(FactSchema schema = {}) : m_schema(std::move(schema)) { clear(); }

    const FactSchema& schema() const { return m_schema; }

    /// Forgets all rows; from here on the table says that these are all there are.
    void clear();

    /// A row of which nothing is known but this. The same subject a second time is a second row; rules look
    /// at the first.
    size_t add(const QString& subject, bool isStale = false);

    void set(size_t row, size_t column, double value) { m_columns[column].numbers[row] = value; }
    void set(size_t row, size_t column, const std::optional<double>& value);
    void setText(size_t row, size_t column, const QString& text) { m_columns[column].texts[row] = text; }
    void setStale(size_t row, bool isStale) { m_stale[row] = isStale ? 1 : 0; }

    size_t rows() const { return m_subjects.size(); }
    const QString& subject(size_t row) const { return m_subjects[row]; }

    /// What the row is about, where several rows are about one thing: a host with two file systems.
    void setAbout(size_t row, const QString& name) { m_abouts[row] = name; }
    const QString& about(size_t row) const
    {
        return m_abouts[row].isEmpty() ? m_subjects[row] : m_abouts[row];
    }

    /// Whether what the row says is of a while ago: nothing begins or ends by it.
    bool isStale(size_t row) const { return m_stale[row] != 0; }
    std::span<const quint8> stale() const { return m_stale; }

    /// NaN for what is not known; empty for columns of texts.
    std::span<const double> numbers(size_t column) const { return m_columns[column].numbers; }
    /// Empty texts for what is not known; empty for columns of numbers.
    std::span<const QString> texts(size_t column) const { return m_columns[column].texts; }

    /// For a person.
    QString shown(size_t row, size_t column) const;
    /// For a label.
    QString plain(size_t row, size_t column) const;

    /// The row of this subject; looked up in a table that is made when it is first asked for.
    std::optional<size_t> find(const QString& subject) const;

    /// False until it was gathered once, and while it cannot be: then no alert of it begins or ends.
    bool isKnown() const { return m_isKnown; }
    void setKnown() { m_isKnown = true; }
    /// It cannot be gathered, and why.
    void setUnknown(Error why);
    const std::optional<Error>& trouble() const { return m_trouble; }

private:
    struct FactColumn
    {
        std::vector<double> numbers;
        std::vector<QString> texts;
    };

    FactSchema m_schema;
    std::vector<QString> m_subjects;
    std::vector<QString> m_abouts;
    std::vector<quint8> m_stale;
    std::vector<FactColumn> m_columns;
    mutable QHash<QString, size_t> m_places;
    bool m_isKnown = false;
    std::optional<Error> m_trouble;
};

} // namespace stowage
