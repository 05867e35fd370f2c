// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/SeriesFeed.h"
#include "views/now/EvidencePlan.h"
#include "views/widgets/Status.h"

#include <memory>

namespace stowage {

class EvidenceView;

/// Fills an EvidenceView: chooses series of an incident, reads them, and reads them anew as time goes on.
class EvidenceReader : public QObject
{
    Q_OBJECT

public:
    /// As often the end of an open incident's evidence is read again.
    static constexpr Millis Again{20'000};

    /// `reader` and `hosts` may be null; all that is given outlives it.
    EvidenceReader(SeriesReader* reader, const HostBook* hosts, EvidenceView& view,
                   QObject* parent = nullptr);

    /// The incident as it is at the moment that the screen shows.
    void show(const Incident& incident, Timestamp now);

    bool isReading() const { return m_feed != nullptr && m_feed->isLoading(); }

private:
    void take(const std::vector<SeriesData>& series);
    void tell(const Error& error);
    void present(bool isLoading, const QString& note);
    QString whyNothing() const;

    const HostBook* m_hosts;
    EvidenceView& m_view;
    std::unique_ptr<SeriesFeed> m_feed; ///< null without a reader
    QString m_incident;
    EvidencePlan m_plan;
    Timestamp m_openedAt{};
    Status m_status = Status::Critical;
    std::vector<SeriesData> m_series; ///< of the lanes
};

} // namespace stowage
