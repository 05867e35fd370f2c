// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SeriesReader.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace stowage {

/// One question after the other put to a reader of series. What is not wanted any more is cancelled, and its
/// answer not heeded; what sources tell while the question is on its way is put behind the answer.
class SeriesFeed : public QObject
{
    Q_OBJECT

public:
    /// The reader outlives it.
    explicit SeriesFeed(SeriesReader& reader, QObject* parent = nullptr);
    ~SeriesFeed() override;

    /// Asks for these, and for nothing else any more. No series: nothing is asked.
    void ask(const SeriesQuery& query);

    /// The last question, answered or not.
    const SeriesQuery& asked() const { return m_asked; }
    bool isLoading() const { return m_ticket.has_value(); }

    /// A sample that a source has told now.
    void remember(const SeriesKey& key, const SeriesPoint& point);

Q_SIGNALS:
    /// What asked() is answered with: its series in their order.
    void answered(const std::vector<stowage::SeriesData>& series);
    void failed(const stowage::Error& error);

private:
    void take(quint64 ticket, const SeriesAnswer& answer);
    void forget();

    SeriesReader& m_reader;
    SeriesQuery m_asked;
    std::optional<quint64> m_ticket;
    QHash<SeriesKey, std::vector<SeriesPoint>> m_meanwhile; ///< told since the question was put
};

} // namespace stowage
