// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/ExpositionReader.h"
#include "connectors/exposition/SeriesTable.h"

#include <QHash>

#include <span>

namespace stowage {

/// One value of a page.
struct ScrapedValue
{
    double value = 0;
    quint32 series = 0; ///< see Scrape::series()
};

/// Reads page after page of the same kind: of one server, or of many alike. It remembers which series stood
/// where in the last page. A line that begins with the series that stood there is neither parsed nor looked
/// up again: only its value is read. Any other line is, and the order is picked up from there.
///
/// A series keeps its number until epoch() changes: when more series than allowed were seen, all are
/// forgotten before the next page.
class Scrape
{
public:
    explicit Scrape(ExpositionLimits limits = {}) : m_limits(limits) {}

    /// Reads a page. What was read before a fault is in values() all the same. Nothing of the page is kept.
    std::optional<ExpositionFault> read(std::string_view page, ExpositionForm form);

    /// Of the last page, in its order, each series once.
    std::span<const ScrapedValue> values() const { return m_values; }

    const SeriesTable& series() const { return m_series; }
    quint32 epoch() const { return m_epoch; }

private:
    bool isExpected(const ExpositionReader& reader) const;
    bool take(ExpositionReader& reader);
    bool takeSample(ExpositionReader& reader, quint32 series);
    bool takeType(ExpositionReader& reader);
    MetricType typeOf(std::string_view name) const;
    void beginPage();

    ExpositionLimits m_limits;
    SeriesTable m_series;
    std::vector<ScrapedValue> m_values;
    std::vector<ScrapedValue> m_last; ///< of the page before
    size_t m_expected = 0;            ///< in m_last: what should stand in the next line
    std::vector<quint32> m_places;    ///< by series: where it stood last, in m_last or in m_values
    std::vector<quint32> m_pages;     ///< by series: the page that had it last
    quint32 m_page = 1;               ///< page 0 is that of series which no page had yet
    quint32 m_epoch = 0;
    QHash<QByteArray, quint32> m_types; ///< by family: the page that told its type last
    QByteArray m_family;                ///< whose type was told last
    MetricType m_familyType = MetricType::Unknown;
};

} // namespace stowage
