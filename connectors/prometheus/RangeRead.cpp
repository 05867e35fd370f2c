// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/RangeRead.h"

#include "connectors/prometheus/Background.h"
#include "connectors/prometheus/QueryAnswer.h"
#include "connectors/prometheus/QueryText.h"

#include <algorithm>

namespace stowage {
namespace {

/// A piece is not halved below so many points: a server that refuses these refuses all.
constexpr size_t SmallestPiece = 16;

/// Some 40 bytes of text a point, and room for labels and warnings.
constexpr qint64 BytesAPoint = 128;
constexpr qint64 BytesBeside = 1024 * 1024;

SeriesPoint pointOf(const QueryPoint& point, Millis step)
{
    return {Timestamp(Millis{point.at}), step, point.value, point.value, point.value, 1};
}

QString rangeText(const RangePiece& piece)
{
    return QStringLiteral("%1 … %2").arg(toRfc3339(Timestamp(Millis{piece.from})),
                                         toRfc3339(Timestamp(Millis{piece.to})));
}

} // namespace

RangeRead::RangeRead(HttpEngine& engine, EndpointId endpoint, const PrometheusSettings& settings,
                     const MetricTable& table, Millis least, Millis rate, SeriesQuery query, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_settings(settings), m_table(table),
      m_rate(rate), m_query(std::move(query)), m_step(stepFor(m_query.range, m_query.points, least))
{
}

void RangeRead::start()
{
    plan();
    size_t points = 0;
    for (const Line& line : m_lines) {
        for (const RangePiece& piece : line.pieces) {
            points += piece.points(m_step);
        }
    }
    if (points > m_settings.pointsAtOnce) {
        m_error = {ErrorKind::TooLarge,
                   tr("this would be %n point(s)", nullptr, static_cast<int>(points)),
                   m_settings.id,
                   tr("Ask for a shorter time, for fewer hosts, or for fewer points."),
                   {}};
    }
    m_open = 1; // this one ends with the queued event, so that nobody is answered from within
    for (size_t line = 0; !m_error && line < m_lines.size(); ++line) {
        for (const RangePiece& piece : m_lines[line].pieces) {
            ++m_open;
            ask(line, piece);
        }
    }
    QMetaObject::invokeMethod(
        this, [this] { endOne(); }, Qt::QueuedConnection);
}

void RangeRead::plan()
{
    m_lines.resize(m_query.series.size());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const SeriesKey& key = m_query.series[i];
        const auto source = key.subject.source == m_settings.id ? m_table.find(key.metric) : std::nullopt;
        if (source) {
            m_lines[i].expression =
                expressionFor(source->query->expression, {oneHost(m_settings.labels, key.subject.subject),
                                                          source->pick, std::max(m_rate, m_step)});
            m_lines[i].pieces = piecesOf(m_query.range, m_step, m_settings.pointsAPiece);
        }
    }
}

void RangeRead::ask(size_t line, const RangePiece& piece)
{
    HttpRequest request;
    request.target = apiTarget("/api/v1/query_range", {{"query", m_lines[line].expression.toUtf8()},
                                                       {"start", secondsText(piece.from)},
                                                       {"end", secondsText(piece.to)},
                                                       {"step", secondsText(m_step.count())}});
    request.deadline = m_settings.deadline;
    request.idleLimit = m_settings.deadline;
    request.bodyLimit =
        std::min(m_settings.bodyLimit, BytesBeside + BytesAPoint * static_cast<qint64>(piece.points(m_step)));
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), this);
    connect(call, &HttpCall::finished, this,
            [this, line, piece](const HttpResult& result) { take(line, piece, result); });
}

Result<RangeRead::PieceReading> RangeRead::readPiece(const HttpAnswer& answer, Millis step, size_t expected)
{
    // A few series under one name are taken for one; what is far more is no answer to what was asked.
    auto parsed = parseQueryAnswer(answer, QueryShape::Matrix, 8 * expected);
    if (!parsed) {
        return fail(parsed.error());
    }
    PieceReading reading;
    reading.notes = parsed->warnings;
    reading.isPartial = parsed->isPartial || parsed->skipped > 0;
    const auto longest = std::ranges::max_element(
        parsed->series, {}, [](const QuerySeries& series) { return series.points.size(); });
    if (longest == parsed->series.end()) {
        return reading;
    }
    if (parsed->series.size() > 1) {
        reading.notes << tr("%n series tell it, of which the longest is shown", nullptr,
                            static_cast<int>(parsed->series.size()));
    }
    reading.points.reserve(longest->points.size());
    for (const QueryPoint& point : longest->points) {
        reading.points.push_back(pointOf(point, step));
    }
    return reading;
}

void RangeRead::take(size_t line, const RangePiece& piece, const HttpResult& result)
{
    if (isTooMuch(result) && askSmaller(line, piece)) {
        endOne();
        return;
    }
    if (!result) {
        miss(line, piece, result.error());
        endOne();
        return;
    }
    using Reading = Result<PieceReading>;
    inBackground(
        this,
        [answer = *result, step = m_step, expected = piece.points(m_step)] {
            return std::make_shared<const Reading>(readPiece(answer, step, expected));
        },
        [this, line, piece](const std::shared_ptr<const Reading>& reading) {
            takePiece(line, piece, *reading);
            endOne();
        });
}

bool RangeRead::askSmaller(size_t line, const RangePiece& piece)
{
    if (piece.points(m_step) < 2 * SmallestPiece) {
        return false;
    }
    for (const RangePiece& half : halved(piece, m_step)) {
        ++m_open;
        ask(line, half);
    }
    return true;
}

void RangeRead::takePiece(size_t line, const RangePiece& piece, const Result<PieceReading>& reading)
{
    if (!reading) {
        miss(line, piece, reading.error());
        return;
    }
    ++m_taken;
    Line& told = m_lines[line];
    told.points.insert(told.points.end(), reading->points.begin(), reading->points.end());
    told.notes << reading->notes;
    told.isPartial = told.isPartial || reading->isPartial;
}

void RangeRead::miss(size_t line, const RangePiece& piece, const Error& error)
{
    Error told = error;
    told.where = rangeText(piece);
    m_lines[line].notes << told.text();
    m_lines[line].isPartial = true;
    if (!m_error) {
        m_error = error;
        m_error->where = m_settings.id;
    }
}

void RangeRead::endOne()
{
    if (--m_open == 0) {
        finish();
    }
}

void RangeRead::finish()
{
    if (m_error && m_taken == 0) {
        Q_EMIT finished(fail(*m_error));
        return;
    }
    std::vector<SeriesData> all;
    all.reserve(m_lines.size());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        all.push_back(dataOf(i));
    }
    Q_EMIT finished(SeriesAnswer(std::move(all)));
}

SeriesData RangeRead::dataOf(size_t line)
{
    Line& told = m_lines[line];
    std::ranges::sort(told.points, {}, &SeriesPoint::at);
    const auto isSame = [](const SeriesPoint& one, const SeriesPoint& other) {
        return one.at == other.at;
    };
    told.points.erase(std::unique(told.points.begin(), told.points.end(), isSame), told.points.end());
    SeriesData data;
    data.key = m_query.series[line];
    data.gaps = gapsIn(told.points, m_step);
    data.resolution = told.points.empty() ? Millis{0} : m_step;
    data.points = std::move(told.points);
    data.isPartial = told.isPartial;
    told.notes.removeDuplicates();
    data.note = told.notes.join(QStringLiteral("; "));
    return data;
}

} // namespace stowage
