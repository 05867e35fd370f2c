// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusSeries.h"

#include "connectors/prometheus/RangeRead.h"

namespace stowage {

PrometheusSeries::PrometheusSeries(HttpEngine& engine, EndpointId endpoint,
                                   const PrometheusSettings& settings, const MetricTable& table,
                                   QObject* parent)
    : SeriesReader(parent), m_engine(engine), m_endpoint(endpoint), m_settings(settings), m_table(table),
      m_every(settings.pollInterval)
{
}

quint64 PrometheusSeries::read(const SeriesQuery& query)
{
    const quint64 ticket = ++m_lastTicket;
    auto* read = new RangeRead(m_engine, m_endpoint, m_settings, m_table, m_every, m_rate, query, this);
    m_reads.insert(ticket, read);
    connect(read, &RangeRead::finished, this, [this, ticket, read](const SeriesAnswer& answer) {
        m_reads.remove(ticket);
        read->deleteLater();
        Q_EMIT answered(ticket, answer);
    });
    read->start();
    return ticket;
}

void PrometheusSeries::cancel(quint64 ticket)
{
    if (RangeRead* read = m_reads.take(ticket)) {
        read->disconnect(this);
        read->deleteLater(); // with its calls
    }
}

void PrometheusSeries::setScrapes(Millis every, Millis rate)
{
    m_every = every;
    m_rate = rate;
}

} // namespace stowage
