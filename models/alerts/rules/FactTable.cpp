// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/FactTable.h"

#include <cmath>
#include <limits>

namespace stowage {

constexpr double NotKnown = std::numeric_limits<double>::quiet_NaN();

void FactTable::clear()
{
    m_subjects.clear();
    m_abouts.clear();
    m_stale.clear();
    m_columns.assign(m_schema.fields.size(), {});
    m_places.clear();
    m_isKnown = false;
    m_trouble.reset();
}

size_t FactTable::add(const QString& subject, bool isStale)
{
    m_subjects.push_back(subject);
    m_abouts.emplace_back();
    m_stale.push_back(isStale ? 1 : 0);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_schema.fields[i].unit == FactUnit::Text) {
            m_columns[i].texts.emplace_back();
        } else {
            m_columns[i].numbers.push_back(NotKnown);
        }
    }
    m_places.clear();
    return m_subjects.size() - 1;
}

void FactTable::set(size_t row, size_t column, const std::optional<double>& value)
{
    m_columns[column].numbers[row] = value.value_or(NotKnown);
}

QString FactTable::shown(size_t row, size_t column) const
{
    const FactUnit unit = m_schema.fields[column].unit;
    return unit == FactUnit::Text ? plainText(m_columns[column].texts[row])
                                  : formatFact(unit, m_columns[column].numbers[row]);
}

QString FactTable::plain(size_t row, size_t column) const
{
    const FactUnit unit = m_schema.fields[column].unit;
    return unit == FactUnit::Text ? plainText(m_columns[column].texts[row])
                                  : plainFact(unit, m_columns[column].numbers[row]);
}

std::optional<size_t> FactTable::find(const QString& subject) const
{
    if (m_places.isEmpty() && !m_subjects.empty()) {
        m_places.reserve(static_cast<qsizetype>(m_subjects.size()));
        for (size_t row = m_subjects.size(); row-- > 0;) {
            m_places.insert(m_subjects[row], row); // the first of a subject stays
        }
    }
    const auto found = m_places.constFind(subject);
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

void FactTable::setUnknown(Error why)
{
    m_isKnown = false;
    m_trouble = std::move(why);
}

} // namespace stowage
