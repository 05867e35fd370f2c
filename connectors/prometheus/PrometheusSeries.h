// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/prometheus/MetricTable.h"
#include "connectors/prometheus/PrometheusSettings.h"
#include "models/ports/SeriesReader.h"

#include <QHash>

namespace stowage {

class RangeRead;

/// Tells what the series of a Prometheus source were, by asking its server: nothing is copied. Series of
/// other sources, and metrics that the table does not have, are empty.
class PrometheusSeries : public SeriesReader
{
    Q_OBJECT

public:
    /// All but the parent outlive it.
    PrometheusSeries(HttpEngine& engine, EndpointId endpoint, const PrometheusSettings& settings,
                     const MetricTable& table, QObject* parent = nullptr);

    quint64 read(const SeriesQuery& query) override;
    void cancel(quint64 ticket) override;

    /// How the hosts are scraped: the shortest step, and the shortest window of a rate.
    void setScrapes(Millis every, Millis rate);

private:
    HttpEngine& m_engine;
    EndpointId m_endpoint;
    const PrometheusSettings& m_settings;
    const MetricTable& m_table;
    Millis m_every;
    Millis m_rate{60'000};
    quint64 m_lastTicket = 0;
    QHash<quint64, RangeRead*> m_reads;
};

} // namespace stowage
