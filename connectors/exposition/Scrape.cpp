// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Scrape.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stowage {

using Event = ExpositionReader::Event;

std::optional<ExpositionFault> Scrape::read(std::string_view page, ExpositionForm form)
{
    beginPage();
    ExpositionReader reader(page, form, m_limits);
    while (take(reader)) {
    }
    const ExpositionFault& fault = reader.fault();
    return reader.isFaulty() ? std::optional(fault) : std::nullopt;
}

void Scrape::beginPage()
{
    if (m_series.size() > m_limits.series || static_cast<size_t>(m_types.size()) > m_limits.series) {
        m_series.clear();
        m_values.clear();
        m_places.clear();
        m_pages.clear();
        m_types.clear();
        ++m_epoch;
    }
    std::swap(m_values, m_last);
    m_values.clear();
    m_values.reserve(m_last.size());
    m_expected = 0;
    ++m_page;
    m_family.clear();
}

/// Whether the next line begins with the series that stood there in the last page, and nothing else.
bool Scrape::isExpected(const ExpositionReader& reader) const
{
    if (m_expected >= m_last.size()) {
        return false;
    }
    const std::string_view text = m_series.text(m_last[m_expected].series);
    return static_cast<size_t>(reader.end() - reader.at()) > text.size() && reader.at()[text.size()] == ' ' &&
           std::memcmp(reader.at(), text.data(), text.size()) == 0;
}

/// One line; false when the page is at its end, or wrong.
bool Scrape::take(ExpositionReader& reader)
{
    if (isExpected(reader)) {
        const quint32 series = m_last[m_expected].series;
        return reader.nextValue(reader.at() + m_series.text(series).size()) == Event::Sample &&
               takeSample(reader, series);
    }
    switch (reader.next()) {
    case Event::Sample: {
        const quint32 series = m_series.place(reader.sample(), typeOf(reader.sample().name));
        if (series == m_pages.size()) {
            m_pages.push_back(0);
            m_places.push_back(0);
        }
        if (m_series.size() > m_limits.series) {
            reader.refuse(ExpositionFault::Kind::TooManySeries);
            return false;
        }
        // Picks up the order where the last page had this series; a new one changes nothing.
        m_expected = m_pages[series] + 1 == m_page ? m_places[series] : m_expected - 1;
        return takeSample(reader, series);
    }
    case Event::Type:
        return takeType(reader);
    case Event::Help:
    case Event::Unit:
        return true;
    case Event::End:
    case Event::Fault:
        break;
    }
    return false;
}

bool Scrape::takeSample(ExpositionReader& reader, quint32 series)
{
    if (m_pages[series] == m_page) {
        reader.refuse(ExpositionFault::Kind::SeriesTwice);
        return false;
    }
    m_pages[series] = m_page;
    m_places[series] = static_cast<quint32>(m_values.size());
    m_values.push_back({reader.sample().value, series});
    ++m_expected;
    return true;
}

bool Scrape::takeType(ExpositionReader& reader)
{
    const ExpositionComment& comment = reader.comment();
    m_family = QByteArray(comment.name.data(), static_cast<qsizetype>(comment.name.size()));
    m_familyType = comment.type;
    if (std::exchange(m_types[m_family], m_page) == m_page) {
        reader.refuse(ExpositionFault::Kind::TypeTwice);
        return false;
    }
    return true;
}

/// Samples follow the type of their family, which they are named after.
MetricType Scrape::typeOf(std::string_view name) const
{
    static constexpr std::array<std::string_view, 9> Suffixes{
        "", "_total", "_bucket", "_count", "_sum", "_created", "_info", "_gcount", "_gsum"};
    const std::string_view family(m_family.constData(), static_cast<size_t>(m_family.size()));
    const bool isOfFamily = !family.empty() && name.starts_with(family) &&
                            std::ranges::find(Suffixes, name.substr(family.size())) != Suffixes.end();
    return isOfFamily ? m_familyType : MetricType::Unknown;
}

} // namespace stowage
