// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/Exposition.h"

#include <string>
#include <unordered_set>

namespace stowage {

/// A number for each series that was ever seen, and its text. A series is its name and its set of labels, in
/// whatever order they stand.
class SeriesTable
{
public:
    SeriesTable();
    SeriesTable(const SeriesTable&) = delete;
    SeriesTable& operator=(const SeriesTable&) = delete;
    ~SeriesTable() = default;

    /// The number of the sample's series; a new one when it is new, with `type` then.
    quint32 place(const ExpositionSample& sample, MetricType type);

    size_t size() const { return m_series.size(); }
    void clear();

    /// Name and labels as they stood when it was first seen. Valid until the next place().
    std::string_view text(quint32 series) const
    {
        const Series& found = m_series[series];
        return {m_texts.data() + found.begin, found.length};
    }
    std::string_view name(quint32 series) const { return text(series).substr(0, m_series[series].name); }
    MetricType type(quint32 series) const { return m_series[series].type; }

    /// Its labels, in the order in which they stood. Valid as text() is.
    std::vector<ExpositionLabel> labels(quint32 series) const;

private:
    struct Series
    {
        size_t begin = 0; ///< in m_texts
        size_t hash = 0;
        quint32 length = 0;
        quint32 name = 0; ///< length of the name
        MetricType type = MetricType::Unknown;
    };

    struct Sought
    {
        const ExpositionSample* sample;
        size_t hash;
    };

    struct Hash
    {
        using is_transparent = void;
        const SeriesTable* table;
        size_t operator()(quint32 series) const { return table->m_series[series].hash; }
        size_t operator()(const Sought& sought) const { return sought.hash; }
    };

    struct Equal
    {
        using is_transparent = void;
        const SeriesTable* table;
        bool operator()(quint32 a, quint32 b) const { return a == b; }
        bool operator()(const Sought& a, quint32 b) const { return table->isSame(a, b); }
        bool operator()(quint32 a, const Sought& b) const { return table->isSame(b, a); }
    };

    bool isSame(const Sought& sought, quint32 series) const;

    std::string m_texts; ///< one behind the other: in the order of a page they are read straight on
    std::vector<Series> m_series;
    std::unordered_set<quint32, Hash, Equal> m_index;
};

} // namespace stowage
