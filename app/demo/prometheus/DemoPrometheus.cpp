// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoPrometheus.h"

#include "app/demo/DemoWorld.h"
#include "app/demo/prometheus/DemoPrometheusPages.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace stowage {
namespace {

constexpr qint64 MostSteps = 11'000;

/// Seconds since the epoch, or RFC 3339.
std::optional<Timestamp> momentIn(const QByteArray& text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber && std::abs(seconds) < 1e11) {
        return Timestamp(Millis(std::llround(seconds * 1000)));
    }
    return fromRfc3339(QString::fromUtf8(text));
}

MicroResponse badParameter(const QByteArray& name, const QByteArray& why)
{
    return prometheusError(400, "bad_data", "invalid parameter \"" + name + "\": " + why);
}

MicroResponse badMoment(const QByteArray& name, const QByteArray& text)
{
    return badParameter(name, "cannot parse \"" + text + "\" to a valid timestamp");
}

/// What cannot be read, in Prometheus' own words where it is an open brace.
MicroResponse refused(const QByteArray& query)
{
    if (query.isEmpty()) {
        return badParameter("query", "1:1: parse error: no expression found in input");
    }
    if (query.count('{') > query.count('}')) {
        return badParameter("query", "1:" + QByteArray::number(query.size() + 1) +
                                         ": parse error: unexpected end of input inside braces");
    }
    return prometheusError(422, "execution", "the simulated server does not evaluate this expression");
}

QByteArray pointJson(Timestamp at, double value)
{
    return '[' + gojson::seconds(at) + ",\"" + gojson::value(value) + "\"]";
}

QByteArray vectorEntry(const gojson::Labels& labels, Timestamp at, double value)
{
    return "{\"metric\":" + gojson::labels(labels) + ",\"value\":" + pointJson(at, value) + '}';
}

QByteArray matrixEntry(const gojson::Labels& labels, const QByteArrayList& points)
{
    return "{\"metric\":" + gojson::labels(labels) + ",\"values\":[" + points.join(',') + "]}";
}

QByteArray resultJson(const char* type, const QByteArrayList& series)
{
    return QByteArray("{\"resultType\":\"") + type + "\",\"result\":[" + series.join(',') + "]}";
}

} // namespace

DemoPrometheus::DemoPrometheus(const DemoWorld& world, std::vector<DemoTarget> targets, MicroEngine* shared)
    : m_world(world), m_targets(std::move(targets)), m_rules(std::make_unique<DemoRules>(m_world, m_targets)),
      m_server([this](const MicroRequest& request) { return handle(request); }, shared)
{
}

MicroAnswer DemoPrometheus::handle(const MicroRequest& request) const
{
    if (request.method == "GET" || request.isHead()) {
        if (request.path == "/api/v1/query") {
            return query(request);
        }
        if (request.path == "/api/v1/query_range") {
            return queryRange(request);
        }
        if (request.path == "/api/v1/targets") {
            return prometheusAnswer(demoTargetsPage(m_world, m_targets));
        }
        if (request.path == "/api/v1/rules") {
            const QByteArray type = request.queryValue("type").value_or(QByteArray());
            return prometheusAnswer(m_rules->rulesPage(type != "record", type != "alert"));
        }
        if (request.path == "/api/v1/alerts") {
            return prometheusAnswer(m_rules->alertsPage());
        }
        if (request.path == "/api/v1/metadata") {
            return prometheusAnswer(
                demoMetadata(m_expressions.table(),
                             QString::fromUtf8(request.queryValue("metric").value_or(QByteArray()))));
        }
        if (request.path == "/api/v1/status/buildinfo") {
            return prometheusAnswer(demoBuildInfo());
        }
    }
    return MicroResponse{
        404,
        {{"Content-Type", "text/plain; charset=utf-8"}, {"X-Content-Type-Options", "nosniff"}},
        "404 page not found\n",
        -1};
}

MicroResponse DemoPrometheus::query(const MicroRequest& request) const
{
    const QByteArray text = request.queryValue("query").value_or(QByteArray());
    const QByteArray time = request.queryValue("time").value_or(QByteArray());
    const auto at = time.isEmpty() ? std::optional(m_world.beganAt() + m_world.now()) : momentIn(time);
    if (!at) {
        return badMoment("time", time);
    }
    const auto expression = m_expressions.read(QString::fromUtf8(text));
    return expression ? prometheusAnswer(vectorOf(*expression, *at)) : refused(text);
}

MicroResponse DemoPrometheus::queryRange(const MicroRequest& request) const
{
    const auto told = [&request](const char* name) {
        return request.queryValue(name).value_or(QByteArray());
    };
    const auto from = momentIn(told("start"));
    const auto to = momentIn(told("end"));
    if (!from || !to) {
        return from ? badMoment("end", told("end")) : badMoment("start", told("start"));
    }
    if (*to < *from) {
        return badParameter("end", "end timestamp must not be before start time");
    }
    const Millis step{std::llround(told("step").toDouble() * 1000)};
    if (step <= Millis{0}) {
        return badParameter("step", "zero or negative query resolution step widths are not accepted. Try a "
                                    "positive integer");
    }
    if ((*to - *from) / step > MostSteps) {
        return prometheusError(400, "bad_data",
                               "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing "
                               "the query resolution (?step=XX)");
    }
    const auto expression = m_expressions.read(QString::fromUtf8(told("query")));
    return expression ? prometheusAnswer(matrixOf(*expression, *from, *to, step)) : refused(told("query"));
}

QByteArray DemoPrometheus::vectorOf(const DemoExpression& expression, Timestamp at) const
{
    using Kind = DemoExpression::Kind;
    const auto moment = std::chrono::duration_cast<Millis>(at - m_world.beganAt());
    QByteArrayList list;
    if (expression.kind == Kind::Jobs) {
        std::set<QByteArray> jobs;
        for (const DemoTarget& target : m_targets) {
            if (target.machine && jobs.insert(target.job).second) {
                list << vectorEntry({{"job", target.job}}, at, 1);
            }
        }
    } else if (expression.kind == Kind::CountUp || expression.kind == Kind::CountHosts) {
        const auto count = std::ranges::count_if(m_targets, [&](const DemoTarget& target) {
            return expression.kind == Kind::CountUp || (target.machine && target.isUp(m_world, moment));
        });
        if (count > 0) {
            list << vectorEntry({}, at, static_cast<double>(count));
        }
    }
    for (const DemoHostSeries& series : seriesOf(expression, m_targets)) {
        if (const auto value = series.at(m_world, moment)) {
            list << vectorEntry(series.labels, at, *value);
        }
    }
    return resultJson("vector", list);
}

QByteArray DemoPrometheus::matrixOf(const DemoExpression& expression, Timestamp from, Timestamp to,
                                    Millis step) const
{
    const Timestamp now = m_world.beganAt() + m_world.now();
    QByteArrayList list;
    for (const DemoHostSeries& series : seriesOf(expression, m_targets)) {
        QByteArrayList points;
        for (Timestamp at = from; at <= std::min(to, now); at += step) {
            if (const auto value =
                    series.at(m_world, std::chrono::duration_cast<Millis>(at - m_world.beganAt()))) {
                points << pointJson(at, *value);
            }
        }
        if (!points.isEmpty()) {
            list << matrixEntry(series.labels, points);
        }
    }
    return resultJson("matrix", list);
}

} // namespace stowage
