// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/SeriesBroker.h"

#include "models/metrics/SeriesMerge.h"

#include <algorithm>

namespace stowage {
namespace {

/// A reader's error in the answer of a series that it was asked for.
SeriesData failedPart(const SeriesKey& key, const Error& error)
{
    SeriesData part;
    part.key = key;
    part.isPartial = true;
    part.note =
        error.where.isEmpty() ? error.message : QStringLiteral("%1: %2").arg(error.where, error.message);
    return part;
}

} // namespace

SeriesBroker::SeriesBroker(Route route, QObject* parent) : SeriesReader(parent), m_route(std::move(route)) {}

quint64 SeriesBroker::read(const SeriesQuery& query)
{
    const quint64 ticket = ++m_lastTicket;
    Question& question = m_questions[ticket];
    question.query = query;
    question.parts.resize(query.series.size());
    question.asks = asksFor(query, m_route);
    question.open = question.asks.size();
    for (Ask& ask : question.asks) {
        listenTo(ask.reader);
        ask.ticket = ask.reader->read(ask.query);
    }
    if (question.open == 0) {
        QMetaObject::invokeMethod(
            this, [this, ticket] { tell(ticket); }, Qt::QueuedConnection);
    }
    return ticket;
}

std::vector<SeriesBroker::Ask> SeriesBroker::asksFor(const SeriesQuery& query, const Route& route)
{
    std::vector<Ask> asks;
    for (size_t place = 0; place < query.series.size(); ++place) {
        size_t rank = 0;
        for (SeriesReader* reader : route(query.series[place])) {
            auto ask = std::ranges::find(asks, reader, [](const Ask& a) { return a.reader.data(); });
            if (ask == asks.end()) {
                ask = asks.insert(asks.end(), {reader, 0, {}, {}, {{}, query.range, query.points}, false});
            }
            ask->places.push_back(place);
            ask->ranks.push_back(rank++);
            ask->query.series.push_back(query.series[place]);
        }
    }
    return asks;
}

void SeriesBroker::listenTo(SeriesReader* reader)
{
    if (m_known.contains(reader)) {
        return;
    }
    m_known.insert(reader);
    connect(reader, &SeriesReader::answered, this,
            [this, reader](quint64 ticket, const SeriesAnswer& answer) { take(reader, ticket, answer); });
    connect(reader, &QObject::destroyed, this, &SeriesBroker::lose);
}

void SeriesBroker::cancel(quint64 ticket)
{
    const auto question = m_questions.find(ticket);
    if (question == m_questions.end()) {
        return;
    }
    const std::vector<Ask> asks = std::move(question->second.asks);
    m_questions.erase(question);
    for (const Ask& ask : asks) {
        if (ask.reader && !ask.isDone) {
            ask.reader->cancel(ask.ticket);
        }
    }
}

void SeriesBroker::take(SeriesReader* reader, quint64 ticket, const SeriesAnswer& answer)
{
    for (auto& [number, question] : m_questions) {
        const auto ask = std::ranges::find_if(question.asks, [&](const Ask& a) {
            return !a.isDone && a.reader == reader && a.ticket == ticket;
        });
        if (ask != question.asks.end()) {
            settle(number, *ask, answer);
            return;
        }
    }
}

/// A reader that goes will not answer any more.
void SeriesBroker::lose(const QObject* reader)
{
    m_known.remove(reader);
    const SeriesAnswer gone =
        fail({ErrorKind::Cancelled, tr("the source was removed before it could answer"), {}, {}, {}});
    std::vector<std::pair<quint64, size_t>> orphans; // settling may end a question
    for (const auto& [number, question] : m_questions) {
        for (size_t i = 0; i < question.asks.size(); ++i) {
            // The pointer is clear by now.
            if (!question.asks[i].isDone && !question.asks[i].reader) {
                orphans.emplace_back(number, i);
            }
        }
    }
    for (const auto& [number, index] : orphans) {
        const auto question = m_questions.find(number);
        if (question != m_questions.end()) {
            settle(number, question->second.asks[index], gone);
        }
    }
}

void SeriesBroker::settle(quint64 ticket, Ask& ask, const SeriesAnswer& answer)
{
    Question& question = m_questions.at(ticket);
    ask.isDone = true;
    if (!answer) {
        question.errors.push_back(answer.error());
    }
    for (size_t i = 0; i < ask.places.size(); ++i) {
        auto& parts = question.parts[ask.places[i]];
        if (!answer) {
            parts[ask.ranks[i]] = failedPart(ask.query.series[i], answer.error());
        } else if (i < answer->size()) {
            parts[ask.ranks[i]] = (*answer)[i];
        }
    }
    if (--question.open == 0) {
        tell(ticket);
    }
}

void SeriesBroker::tell(quint64 ticket)
{
    const auto found = m_questions.find(ticket);
    if (found == m_questions.end()) {
        return;
    }
    Question question = std::move(found->second);
    m_questions.erase(found);
    if (!question.asks.empty() && question.errors.size() == question.asks.size()) {
        Q_EMIT answered(ticket, fail(question.errors.front()));
        return;
    }
    std::vector<SeriesData> all;
    for (size_t place = 0; place < question.parts.size(); ++place) {
        std::vector<SeriesData> parts;
        for (auto& [rank, part] : question.parts[place]) {
            parts.push_back(std::move(part));
        }
        all.push_back(mergeSeries(std::move(parts)));
        all.back().key = question.query.series[place];
        // Two that told as much as was asked for are more together.
        all.back().points =
            summedUp(std::move(all.back().points), question.query.range, 2 * question.query.points);
    }
    Q_EMIT answered(ticket, all);
}

} // namespace stowage
