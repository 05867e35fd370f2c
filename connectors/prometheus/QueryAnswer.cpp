// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/QueryAnswer.h"

#include "connectors/exposition/Number.h"
#include "connectors/prometheus/QueryText.h"

#include <simdjson.h>

#include <QCoreApplication>

#include <cmath>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrometheusAnswer)
};

/// The year 2200: what lies beyond is no moment of ours, and would not fit.
constexpr double LatestSeconds = 7'258'118'400;

/// A server that warns of each of a thousand blocks warns of the first few here.
constexpr size_t MostWarnings = 20;

Error malformed(const QString& message)
{
    return {
        ErrorKind::Malformed, message, {}, Words::tr("Check that the address is a Prometheus server's."), {}};
}

bool parse(dom::parser& parser, const QByteArray& body, dom::element& root)
{
    return !body.isEmpty() &&
           parser.parse(body.constData(), static_cast<size_t>(body.size()), true).get(root) ==
               simdjson::SUCCESS;
}

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

void addTexts(QStringList& list, dom::element root, std::string_view key)
{
    dom::array array;
    if (root.at_key(key).get_array().get(array) != simdjson::SUCCESS) {
        return;
    }
    size_t count = 0;
    for (const dom::element item : array) {
        std::string_view told;
        if (item.get_string().get(told) == simdjson::SUCCESS && count++ < MostWarnings) {
            list << serverText(told);
        }
    }
}

/// `[1795301919.085,"0.25"]`. A number where the text should be is taken as well.
bool readPoint(dom::element element, QueryPoint& point)
{
    dom::array pair;
    double seconds = 0;
    if (element.get_array().get(pair) != simdjson::SUCCESS || pair.size() != 2 ||
        pair.at(0).get_double().get(seconds) != simdjson::SUCCESS || !(std::abs(seconds) < LatestSeconds)) {
        return false;
    }
    point.at = std::llround(seconds * 1000);
    std::string_view value;
    if (pair.at(1).get_string().get(value) == simdjson::SUCCESS) {
        const char* const end = value.data() + value.size();
        return !value.empty() && exposition::readAnyNumber(value.data(), end, point.value) == end;
    }
    return pair.at(1).get_double().get(point.value) == simdjson::SUCCESS;
}

bool readLabels(dom::element element, QuerySeries& series)
{
    dom::object labels;
    if (element.at_key("metric").get_object().get(labels) != simdjson::SUCCESS) {
        return false;
    }
    for (const auto [name, value] : labels) {
        std::string_view told;
        if (value.get_string().get(told) != simdjson::SUCCESS) {
            return false;
        }
        series.labels.emplace_back(QByteArray(name.data(), static_cast<qsizetype>(name.size())),
                                   QByteArray(told.data(), static_cast<qsizetype>(told.size())));
    }
    return true;
}

bool readPoints(dom::element element, QueryShape shape, QuerySeries& series)
{
    QueryPoint point;
    if (shape == QueryShape::Vector) {
        dom::element value;
        if (element.at_key("value").get(value) != simdjson::SUCCESS || !readPoint(value, point)) {
            return false;
        }
        series.points.push_back(point);
        return true;
    }
    dom::array values;
    if (element.at_key("values").get_array().get(values) != simdjson::SUCCESS) {
        return false;
    }
    series.points.reserve(values.size());
    for (const dom::element value : values) {
        if (!readPoint(value, point)) {
            return false;
        }
        series.points.push_back(point);
    }
    return true;
}

Error tooManyPoints(size_t most)
{
    return {ErrorKind::TooLarge,
            Words::tr("the answer has more than %n point(s)", nullptr, static_cast<int>(most)),
            {},
            Words::tr("Ask for a shorter time or for fewer hosts."),
            {}};
}

Result<QueryAnswer> readResult(dom::element root, QueryShape shape, size_t mostPoints)
{
    dom::element data;
    dom::array result;
    const std::string_view wanted = shape == QueryShape::Vector ? "vector" : "matrix";
    if (root.at_key("data").get(data) != simdjson::SUCCESS ||
        data.at_key("result").get_array().get(result) != simdjson::SUCCESS) {
        return fail(malformed(Words::tr("the answer has no result")));
    }
    if (const std::string_view type = text(data, "resultType"); type != wanted) {
        //: %1 and %2 are words of the protocol, such as "scalar" and "vector"
        return fail(malformed(
            Words::tr("the query gives a %1 where a %2 belongs").arg(serverText(type), serverText(wanted))));
    }
    QueryAnswer answer;
    size_t points = 0;
    for (const dom::element element : result) {
        QuerySeries series;
        if (!readLabels(element, series) || !readPoints(element, shape, series)) {
            ++answer.skipped;
            continue;
        }
        points += series.points.size();
        if (points > mostPoints) {
            return fail(tooManyPoints(mostPoints));
        }
        answer.series.push_back(std::move(series));
    }
    return answer;
}

struct Meaning
{
    ErrorKind kind;
    QString todo;
};

Meaning meaningOf(int status)
{
    switch (status) {
    case 400:
    case 422:
        return {ErrorKind::Unsupported, Words::tr("Look at the query in the metric table.")};
    case 401:
        return {ErrorKind::Unauthorized, Words::tr("Check the credentials in the profile.")};
    case 403:
        return {ErrorKind::Forbidden, Words::tr("Ask for the right to query it.")};
    case 404:
    case 405:
    case 501:
        return {ErrorKind::NotFound,
                Words::tr("Check the address in the profile, with the prefix that the API may have.")};
    case 413:
        return {ErrorKind::TooLarge, Words::tr("Ask for a shorter time or for fewer hosts.")};
    case 429:
        return {ErrorKind::RateLimited, Words::tr("Give it a lower budget.")};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::ServerFault, Words::tr("Look into the server's log.")};
    }
    return {ErrorKind::Malformed, Words::tr("Check that the address is a Prometheus server's.")};
}

} // namespace

QByteArray QuerySeries::label(QByteArrayView name) const
{
    for (const auto& [key, value] : labels) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

Result<QueryAnswer> parseQueryAnswer(const HttpAnswer& answer, QueryShape shape, size_t mostPoints)
{
    if (answer.status != 200) {
        return fail(queryError(answer));
    }
    dom::parser parser;
    dom::element root;
    if (!parse(parser, answer.body, root)) {
        return fail(malformed(Words::tr("the answer is not JSON")));
    }
    if (text(root, "status") != "success") {
        return fail(queryError(answer));
    }
    auto result = readResult(root, shape, mostPoints);
    if (result) {
        addTexts(result->warnings, root, "warnings");
        bool isPartial = false; // VictoriaMetrics' own word; Thanos and Prometheus warn
        const bool isTold = root.at_key("isPartial").get_bool().get(isPartial) == simdjson::SUCCESS;
        result->isPartial = !result->warnings.isEmpty() || (isTold && isPartial);
        addTexts(result->warnings, root, "infos");
    }
    return result;
}

Error queryError(const HttpAnswer& answer)
{
    auto [kind, todo] = meaningOf(answer.status);
    QString message = Words::tr("HTTP %1").arg(answer.status);
    dom::parser parser;
    dom::element root;
    if (parse(parser, answer.body, root)) {
        const QString type = serverText(text(root, "errorType"));
        const QString told = serverText(text(root, "error"));
        message += type.isEmpty() ? QString() : QLatin1Char(' ') + type;
        message += told.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(told);
    }
    return {kind, message, {}, todo, {}};
}

bool isTooMuch(const HttpResult& result)
{
    if (!result) {
        return result.error().kind == ErrorKind::TooLarge || result.error().kind == ErrorKind::Timeout ||
               result.error().kind == ErrorKind::Stalled;
    }
    switch (result->status) {
    case 413:
    case 422: // Prometheus: too many samples; Mimir: too long a time; VictoriaMetrics: too many points
    case 503: // Prometheus: the query's own time ran out
    case 504:
        return true;
    case 400:
        break;
    default:
        return false;
    }
    // 400 is a query that cannot be read as well, which does not get better by being shorter.
    const QByteArray body = result->body.left(4096).toLower();
    for (const char* const word : {"exceed", "too many", "too long", "limit", "resolution"}) {
        if (body.contains(word) && !body.contains("parse error")) {
            return true;
        }
    }
    return false;
}

bool isNotOffered(const HttpResult& result)
{
    return result && (result->status == 404 || result->status == 405 || result->status == 501);
}

} // namespace stowage
