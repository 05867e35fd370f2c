// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/SeriesFile.h"

#include "app/json/HostJson.h"
#include "models/ports/Clock.h"

#include <algorithm>
#include <utility>

namespace stowage {

namespace {

constexpr size_t PointsAtOnce = 500;

/// Where the points belong in a document without any. A text cannot look like it: its quotes are escaped.
constexpr std::string_view NoPoints = "\"points\":[]";

std::string printed(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Writes the points some at a time: a million of them as one document would stall the window.
class SeriesLines final : public FileExport
{
public:
    SeriesLines(std::vector<SeriesCut> series, Timestamp now, QString context)
        : m_series(std::move(series)), m_now(now), m_context(std::move(context))
    {
        for (const SeriesCut& cut : m_series) {
            m_total += cut.data.points.size() + 1;
        }
    }

    size_t done() const override { return m_done; }
    size_t total() const override { return m_total; }

    QByteArray next() override
    {
        if (m_which == m_series.size()) {
            return {};
        }
        const std::vector<SeriesPoint>& points = m_series[m_which].data.points;
        std::string piece = m_point == 0 ? begin() : std::string();
        const size_t end = std::min(points.size(), m_point + PointsAtOnce);
        for (; m_point < end; ++m_point, ++m_done) {
            piece += m_point == 0 ? "" : ",";
            piece += printed({jsonText(toRfc3339(points[m_point].at)), points[m_point].mean});
        }
        if (m_point == points.size()) {
            piece += std::exchange(m_rest, {});
            m_point = 0;
            ++m_which;
            ++m_done;
        }
        return QByteArray::fromStdString(piece);
    }

private:
    /// The document up to its points; what comes after them is kept.
    std::string begin()
    {
        const SeriesCut& cut = m_series[m_which];
        SeriesExtract extract{cut.host, cut.range, {}, {cut.data.key.subject.source}};
        extract.data.key = cut.data.key;
        extract.data.quarantined = cut.data.quarantined;
        extract.data.gaps = cut.data.gaps;
        extract.data.resolution = cut.data.resolution;
        extract.data.isPartial = cut.data.isPartial;
        extract.data.note = cut.data.note;
        const std::string whole = printed(seriesDocument(extract, m_now, m_context));
        const size_t place = whole.find(NoPoints) + NoPoints.size() - 1;
        m_rest = whole.substr(place) + '\n';
        return whole.substr(0, place);
    }

    std::vector<SeriesCut> m_series;
    Timestamp m_now;
    QString m_context;
    std::string m_rest;
    size_t m_which = 0;
    size_t m_point = 0; ///< of the series at hand
    size_t m_done = 0;
    size_t m_total = 0;
};

} // namespace

std::unique_ptr<FileExport> SeriesFile::begin(std::vector<SeriesCut> series) const
{
    return std::make_unique<SeriesLines>(std::move(series), m_clock.now(), m_profile.name);
}

} // namespace stowage
