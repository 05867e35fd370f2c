// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartCsv.h"

#include "models/metrics/SampleReason.h"

#include <algorithm>
#include <functional>

namespace stowage {

namespace {

constexpr int RowsAtOnce = 500;

Timestamp timeOfBad(const QuarantinedSample& bad)
{
    return bad.sample.at;
}

template <class Elements, class Time>
Elements cut(const Elements& elements, const TimeRange& range, Time time)
{
    const auto from = std::ranges::lower_bound(elements, range.from, {}, time);
    const auto to = std::ranges::upper_bound(from, elements.end(), range.to, {}, time);
    return Elements(from, to);
}

/// Quoted, and no formula for who opens it in a spreadsheet.
QByteArray quoted(const QString& text)
{
    QString inner = text;
    if (!inner.isEmpty() && QStringView(u"=+-@\t\r").contains(inner.front())) {
        inner.prepend(u'\'');
    }
    inner.replace(u'"', QStringLiteral("\"\""));
    return '"' + inner.toUtf8() + '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 15);
}

} // namespace

std::vector<ChartSeries> cutSeries(const std::vector<ChartSeries>& series, const TimeRange& range)
{
    std::vector<ChartSeries> result;
    for (const ChartSeries& whole : series) {
        ChartSeries part{whole.label, whole.unit, {}, whole.colour, {}, whole.host};
        part.data.key = whole.data.key;
        part.data.resolution = whole.data.resolution;
        part.data.isPartial = whole.data.isPartial;
        part.data.note = whole.data.note;
        part.data.points = cut(whole.data.points, range, &SeriesPoint::at);
        part.data.quarantined = cut(whole.data.quarantined, range, timeOfBad);
        std::ranges::copy_if(whole.data.gaps, std::back_inserter(part.data.gaps), [&](const TimeRange& gap) {
            return gap.to > range.from && gap.from < range.to;
        });
        result.push_back(std::move(part));
    }
    return result;
}

ChartCsv::ChartCsv(std::vector<ChartSeries> series) : m_series(std::move(series)), m_places(m_series.size())
{
    for (const ChartSeries& one : m_series) {
        const auto middle = static_cast<ptrdiff_t>(m_times.size());
        std::ranges::transform(one.data.points, std::back_inserter(m_times), &SeriesPoint::at);
        std::inplace_merge(m_times.begin(), m_times.begin() + middle, m_times.end());
        const auto end = static_cast<ptrdiff_t>(m_times.size());
        std::ranges::transform(one.data.quarantined, std::back_inserter(m_times), timeOfBad);
        std::inplace_merge(m_times.begin(), m_times.begin() + end, m_times.end());
    }
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
}

QByteArray ChartCsv::head() const
{
    QByteArray line = "time";
    for (const ChartSeries& series : m_series) {
        const QString symbol = metricInfo(series.data.key.metric).symbol;
        const QString name =
            symbol.isEmpty() ? series.label : QStringLiteral("%1 (%2)").arg(series.label, symbol);
        line += ',' + quoted(name);
        if (!series.data.quarantined.empty()) {
            line += ',' + quoted(name + QStringLiteral(" quarantined")) + ',' +
                    quoted(name + QStringLiteral(" reason"));
        }
    }
    return line + "\r\n";
}

QByteArray ChartCsv::row(Timestamp at)
{
    QByteArray line = toRfc3339(at).toLatin1();
    for (size_t i = 0; i < m_series.size(); ++i) {
        const SeriesData& data = m_series[i].data;
        Place& place = m_places[i];
        line += ',';
        if (place.point < data.points.size() && data.points[place.point].at == at) {
            line += number(data.points[place.point++].mean);
        }
        if (data.quarantined.empty()) {
            continue;
        }
        if (place.bad < data.quarantined.size() && data.quarantined[place.bad].sample.at == at) {
            const QuarantinedSample& bad = data.quarantined[place.bad++];
            line += ',' + number(bad.sample.value) + ',' + sampleReasonName(bad.reason).toLatin1();
            // A source may tell one moment twice; each row tells one of them.
            while (place.bad < data.quarantined.size() && data.quarantined[place.bad].sample.at == at) {
                ++place.bad;
            }
        } else {
            line += ",,";
        }
    }
    return line + "\r\n";
}

QByteArray ChartCsv::next()
{
    QByteArray piece;
    if (m_row == 0) {
        piece = head();
        ++m_row;
    }
    for (int i = 0; i < RowsAtOnce && m_row <= m_times.size(); ++i, ++m_row) {
        piece += row(m_times[m_row - 1]);
    }
    return piece;
}

} // namespace stowage
