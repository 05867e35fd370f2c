// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/SeriesTable.h"

#include "connectors/exposition/ByteScan.h"

#include <algorithm>
#include <functional>

namespace stowage {
namespace {

using exposition::blanksEnd;
using exposition::nameEnd;
using exposition::quotedEnd;

size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

/// The same for every order of the labels.
size_t hashOf(const ExpositionSample& sample)
{
    size_t hash = hashOf(sample.name);
    for (const ExpositionLabel& label : sample.labels) {
        hash += (hashOf(label.name) ^ std::rotl(hashOf(label.value), 17)) * 0x9E37'79B9'7F4A'7C15U;
    }
    return hash;
}

/// The labels of a series that was read before, so that nothing is checked any more.
std::vector<ExpositionLabel> labelsOf(std::string_view text, size_t nameLength)
{
    std::vector<ExpositionLabel> labels;
    const char* at = text.data() + nameLength;
    const char* const end = text.data() + text.size();
    bool hasHigh = false;
    for (at = std::find(at, end, '{'); at != end;) {
        at = blanksEnd(at + 1, end); // behind the brace or a comma
        const char* const name = at;
        at = nameEnd(at, end);
        if (at == name) {
            break;
        }
        const std::string_view label(name, static_cast<size_t>(at - name));
        const char* const value = std::find(at, end, '"') + 1;
        for (at = quotedEnd(value, end, hasHigh); *at == '\\'; at = quotedEnd(at + 2, end, hasHigh)) {
        }
        labels.push_back({label, {value, static_cast<size_t>(at - value)}});
        at = blanksEnd(at + 1, end);
    }
    return labels;
}

bool isSameSet(std::vector<ExpositionLabel> a, std::vector<ExpositionLabel> b)
{
    std::ranges::sort(a, {}, &ExpositionLabel::name);
    std::ranges::sort(b, {}, &ExpositionLabel::name);
    return a == b;
}

} // namespace

SeriesTable::SeriesTable() : m_index(0, Hash{this}, Equal{this}) {}

quint32 SeriesTable::place(const ExpositionSample& sample, MetricType type)
{
    const Sought sought{&sample, hashOf(sample)};
    if (const auto found = m_index.find(sought); found != m_index.end()) {
        return *found;
    }
    const auto series = static_cast<quint32>(m_series.size());
    m_series.push_back({m_texts.size(), sought.hash, static_cast<quint32>(sample.series.size()),
                        static_cast<quint32>(sample.name.size()), type});
    m_texts += sample.series;
    m_index.insert(series);
    return series;
}

void SeriesTable::clear()
{
    m_index.clear();
    m_series.clear();
    m_texts.clear();
}

std::vector<ExpositionLabel> SeriesTable::labels(quint32 series) const
{
    return labelsOf(text(series), m_series[series].name);
}

bool SeriesTable::isSame(const Sought& sought, quint32 series) const
{
    if (m_series[series].hash != sought.hash) {
        return false;
    }
    return text(series) == sought.sample->series ||
           (name(series) == sought.sample->name && isSameSet(labels(series), sought.sample->labels));
}

} // namespace stowage
