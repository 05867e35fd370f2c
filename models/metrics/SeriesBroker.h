// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/SeriesReader.h"

#include <QPointer>
#include <QSet>

#include <functional>
#include <map>

namespace stowage {

/// Several readers as one: each series is asked of those that the route names, and what they know is merged,
/// the finest first (see mergeSeries). Where one fails, the others' answer is partial and its note says so;
/// where all fail, the first error is the answer.
class SeriesBroker final : public SeriesReader
{
    Q_OBJECT

public:
    /// Who can tell of a series; those whose word counts first where two are as fine. They may go at any
    /// time.
    using Route = std::function<std::vector<SeriesReader*>(const SeriesKey&)>;

    explicit SeriesBroker(Route route, QObject* parent = nullptr);

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override;

private:
    /// What one reader was asked, and for whom.
    struct Ask
    {
        QPointer<SeriesReader> reader;
        quint64 ticket = 0;
        std::vector<size_t> places; ///< in the question's series
        std::vector<size_t> ranks;  ///< by place: how many readers of it come first
        SeriesQuery query;
        bool isDone = false;
    };

    struct Question
    {
        SeriesQuery query;
        std::vector<Ask> asks;
        std::vector<std::map<size_t, SeriesData>> parts; ///< by place and rank
        std::vector<Error> errors;
        size_t open = 0; ///< asks without an answer
    };

    static std::vector<Ask> asksFor(const SeriesQuery& query, const Route& route);
    void listenTo(SeriesReader* reader);
    void take(SeriesReader* reader, quint64 ticket, const SeriesAnswer& answer);
    void lose(const QObject* reader);
    void settle(quint64 ticket, Ask& ask, const SeriesAnswer& answer);
    void tell(quint64 ticket);

    Route m_route;
    QSet<const QObject*> m_known; ///< readers that are listened to
    std::map<quint64, Question> m_questions;
    quint64 m_lastTicket = 0;
};

} // namespace stowage
