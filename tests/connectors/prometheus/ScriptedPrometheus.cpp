// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/prometheus/ScriptedPrometheus.h"

#include "connectors/prometheus/MetricTable.h"
#include "connectors/prometheus/QueryText.h"

#include <QUrl>
#include <QUrlQuery>

namespace stowage::test {
namespace {

QByteArray host(int number)
{
    return R"("instance":"10.0.0.)" + QByteArray::number(number) + R"(:9100")";
}

QByteArray node(int number)
{
    return host(number) + R"(,"job":"node")";
}

} // namespace

QByteArray queryOf(const char* metric, int rateSeconds)
{
    const MetricTable table = *MetricTable::builtIn();
    const auto found = table.find(QString::fromUtf8(metric));
    return found ? expressionFor(found->query->expression, {allHosts({}), {}, Millis{rateSeconds * 1000}})
                       .toUtf8()
                 : QByteArray();
}

QByteArray seriesText(const QByteArray& labels, const QByteArray& value)
{
    return R"({"metric":{)" + labels + R"(},"value":[)" + QByteArray::number(ScriptedNow) + ",\"" + value +
           "\"]}";
}

ServerAnswer vectorAnswer(const QList<QByteArray>& series, const QByteArray& beside)
{
    return ServerAnswer::json(R"({"status":"success","data":{"resultType":"vector","result":[)" +
                              series.join(',') + "]}" + beside + '}');
}

PrometheusScript PrometheusScript::twoHosts()
{
    const QByteArray scraped = QByteArray::number(ScriptedNow - 5);
    PrometheusScript script;
    script.queries = {
        {R"(up{instance!=""})",
         vectorAnswer({seriesText(node(1), "1"), seriesText(node(2), "0"),
                       seriesText(R"("instance":"registry:5001","job":"registry")", "0")})},
        {R"(timestamp(up{instance!=""}))",
         vectorAnswer({seriesText(node(1), scraped), seriesText(node(2), scraped)})},
        {R"(node_boot_time_seconds{instance!=""})", vectorAnswer({seriesText(node(1), "1795000000")})},
        {queryOf("cpu.percent"), vectorAnswer({seriesText(host(1), "12.5"), seriesText(host(2), "99")})},
        {queryOf("disk.percent"), vectorAnswer({seriesText(host(1) + R"(,"mountpoint":"/")", "40"),
                                                seriesText(host(1) + R"(,"mountpoint":"/nix")", "70")})},
        {queryOf("memory.total.bytes"), vectorAnswer({seriesText(node(1), "8589934592")})},
        {R"(node_uname_info{instance!=""})",
         vectorAnswer({seriesText(node(1) + R"(,"nodename":"n1")", "1")})},
    };
    script.pages = {
        {"/api/v1/targets",
         ServerAnswer::json(
             R"({"status":"success","data":{"activeTargets":[)"
             R"({"labels":{"instance":"10.0.0.2:9100","job":"node"},"lastError":"no route to host","scrapeInterval":"30s"},)"
             R"({"discoveredLabels":{"__address__":"n1.example.test:9100"},"labels":{"instance":"10.0.0.1:9100","job":"node"},"lastError":"","scrapeInterval":"30s"}]}})")},
        {"/api/v1/status/buildinfo",
         ServerAnswer::json(R"({"status":"success","data":{"version":"2.42.0"}})")},
        {"/api/v1/rules", ServerAnswer::json(R"({"status":"success","data":{"groups":[]}})")},
        {"/api/v1/metadata", ServerAnswer::json(R"({"status":"success","data":{}})")},
    };
    return script;
}

ServerHandler PrometheusScript::handler() const
{
    return [script = *this](const RecordedRequest& request) {
        if (request.path == "/api/v1/query_range") {
            return script.range;
        }
        if (request.path != "/api/v1/query") {
            const auto page = script.pages.constFind(request.path);
            return page == script.pages.cend() ? ServerAnswer::text("404 page not found\n", 404) : *page;
        }
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        const auto answer = script.queries.constFind(
            query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded).toUtf8());
        return answer == script.queries.cend() ? vectorAnswer({}) : *answer;
    };
}

} // namespace stowage::test
