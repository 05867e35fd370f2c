// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/FileExport.h"
#include "views/chart/ChartContent.h"

namespace stowage {

/// The series, cut to a range: what a file is made of.
std::vector<ChartSeries> cutSeries(const std::vector<ChartSeries>& series, const TimeRange& range);

/// CSV (RFC 4180): a row a time, ascending, in RFC 3339; a column a series with plain numbers, and for a
/// series with quarantined samples another one with these and their reason. A gap is a row's absence.
class ChartCsv final : public FileExport
{
public:
    explicit ChartCsv(std::vector<ChartSeries> series);

    QByteArray next() override;
    size_t done() const override { return m_row; }
    size_t total() const override { return m_times.size() + 1; }

private:
    QByteArray head() const;
    QByteArray row(Timestamp at);

    /// How far each series has been written.
    struct Place
    {
        size_t point = 0;
        size_t bad = 0;
    };

    std::vector<ChartSeries> m_series;
    std::vector<Place> m_places;
    std::vector<Timestamp> m_times;
    size_t m_row = 0; ///< the head is the first
};

} // namespace stowage
