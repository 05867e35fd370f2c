// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "connectors/prometheus/MetricTable.h"
#include "connectors/prometheus/PrometheusSettings.h"
#include "connectors/prometheus/RangePlan.h"

#include <QObject>

#include <memory>

namespace stowage {

/// Answers one SeriesQuery by `query_range`: each series by a query of its own, in pieces that the server
/// may take, halved where it refuses. What could not be had is named, and the rest told all the same.
class RangeRead : public QObject
{
    Q_OBJECT

public:
    /// The table and the settings outlive it. `least` is the shortest step, `rate` the shortest window.
    RangeRead(HttpEngine& engine, EndpointId endpoint, const PrometheusSettings& settings,
              const MetricTable& table, Millis least, Millis rate, SeriesQuery query, QObject* parent);

    void start();

Q_SIGNALS:
    /// Once, never from within start().
    void finished(const stowage::SeriesAnswer& answer);

private:
    /// A series that is asked for, and what came so far.
    struct Line
    {
        QString expression; ///< empty: none of ours
        std::vector<RangePiece> pieces;
        std::vector<SeriesPoint> points;
        QStringList notes;
        bool isPartial = false;
    };

    /// Of one piece, as the background reads it.
    struct PieceReading
    {
        std::vector<SeriesPoint> points;
        QStringList notes;
        bool isPartial = false;
    };
    static Result<PieceReading> readPiece(const HttpAnswer& answer, Millis step, size_t expected);

    void plan();
    void ask(size_t line, const RangePiece& piece);
    void take(size_t line, const RangePiece& piece, const HttpResult& result);
    void takePiece(size_t line, const RangePiece& piece, const Result<PieceReading>& reading);
    /// Whether it is asked for in halves.
    bool askSmaller(size_t line, const RangePiece& piece);
    void miss(size_t line, const RangePiece& piece, const Error& error);
    void endOne();
    void finish();
    SeriesData dataOf(size_t line);

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    const PrometheusSettings& m_settings;
    const MetricTable& m_table;
    Millis m_rate;
    SeriesQuery m_query;
    Millis m_step;
    std::vector<Line> m_lines; ///< in the order of the query's series
    size_t m_open = 0;
    size_t m_taken = 0;           ///< pieces that were answered
    std::optional<Error> m_error; ///< the first one
};

} // namespace stowage
