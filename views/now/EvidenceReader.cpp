// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/EvidenceReader.h"

#include "models/hosts/HostBook.h"
#include "views/now/EvidenceView.h"
#include "views/now/IncidentWords.h"
#include "views/widgets/Words.h"

#include <algorithm>
#include <span>

namespace stowage {

namespace {

constexpr size_t Points = 400; ///< a lane is about as many pixels wide

} // namespace

EvidenceReader::EvidenceReader(SeriesReader* reader, const HostBook* hosts, EvidenceView& view,
                               QObject* parent)
    : QObject(parent), m_hosts(hosts), m_view(view)
{
    if (reader != nullptr) {
        m_feed = std::make_unique<SeriesFeed>(*reader);
        connect(m_feed.get(), &SeriesFeed::answered, this, &EvidenceReader::take);
        connect(m_feed.get(), &SeriesFeed::failed, this, &EvidenceReader::tell);
    }
}

void EvidenceReader::show(const Incident& incident, Timestamp now)
{
    const EvidencePlan plan = planEvidence(incident, m_hosts, now);
    const bool isSame = incident.id == m_incident && plan.lanes == m_plan.lanes;
    const bool isFresh = plan.range.from == m_plan.range.from && plan.range.to - m_plan.range.to < Again;
    m_status = statusToken(words::statusOf(incident)) == Token::Fine ? words::statusOf(incident.severity)
                                                                     : words::statusOf(incident);
    m_openedAt = incident.openedAt;
    if (isSame && isFresh) {
        return;
    }
    m_incident = incident.id;
    m_plan = plan;
    if (!isSame) {
        m_series.clear();
    }
    const bool isAsking = m_feed != nullptr && !plan.lanes.empty();
    present(isAsking, isAsking ? QString() : whyNothing());
    if (m_feed != nullptr) {
        m_feed->ask({plan.keys(), plan.range, Points});
    }
}

QString EvidenceReader::whyNothing() const
{
    if (m_feed == nullptr) {
        return tr("Nobody keeps what was measured, so there is no evidence to show.");
    }
    return m_plan.hasHosts ? tr("Its hosts tell nothing that could be drawn.")
                           : tr("Nothing is measured of its subjects.");
}

void EvidenceReader::take(const std::vector<SeriesData>& series)
{
    m_series.clear();
    std::span<const SeriesData> rest(series);
    for (const PlannedSeries& lane : m_plan.lanes) {
        const size_t count = std::min(lane.keys.size(), rest.size());
        m_series.push_back(joined(rest.first(count), lane.factor));
        rest = rest.subspan(count);
    }
    const bool isEmpty =
        std::ranges::all_of(m_series, [](const SeriesData& data) { return data.points.empty(); });
    const auto partial = std::ranges::find_if(m_series, &SeriesData::isPartial);
    present(false, isEmpty                     ? tr("Nothing was measured around that time.")
                   : partial != m_series.end() ? partial->note
                                               : QString());
}

void EvidenceReader::tell(const Error& error)
{
    present(false, tr("What was measured could not be read: %1").arg(words::reason(error)));
}

void EvidenceReader::present(bool isLoading, const QString& note)
{
    EvidenceContent content;
    for (size_t i = 0; i < m_plan.lanes.size(); ++i) {
        content.lanes.push_back({words::visible(m_plan.lanes[i].label), m_plan.lanes[i].unit,
                                 i < m_series.size() ? m_series[i] : SeriesData{}});
    }
    content.range = m_plan.range;
    content.openedAt = m_openedAt;
    content.status = m_status;
    content.isLoading = isLoading;
    content.note = note;
    m_view.setContent(std::move(content));
}

} // namespace stowage
