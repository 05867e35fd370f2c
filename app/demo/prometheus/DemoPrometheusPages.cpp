// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoPrometheusPages.h"

#include "app/demo/DemoWorld.h"

#include <QRegularExpression>

namespace stowage {
namespace {

QByteArray member(const char* name, const QByteArray& json)
{
    return gojson::string(name) + ':' + json;
}

QByteArray targetJson(const DemoWorld& world, const DemoTarget& target)
{
    const Millis scraped = target.scrapeBefore(world.now(), DemoScrapeEvery);
    const bool isUp = target.isUp(world, scraped);
    const QByteArray url = "http://" + target.instance + "/metrics";
    const QByteArray every = gojson::string(QByteArray::number(DemoScrapeEvery.count() / 1000) + 's');
    const QByteArray failure =
        "Get \"" + url + "\": dial tcp " + target.instance + ": connect: connection refused";
    return '{' +
           QByteArrayList{
               member("discoveredLabels", gojson::labels({{"__address__", target.instance},
                                                          {"__metrics_path__", "/metrics"},
                                                          {"__scheme__", "http"},
                                                          {"__scrape_interval__", every.mid(1).chopped(1)},
                                                          {"__scrape_timeout__", "10s"},
                                                          {"job", target.job}})),
               member("labels", gojson::labels({{"instance", target.instance}, {"job", target.job}})),
               member("scrapePool", gojson::string(target.job)),
               member("scrapeUrl", gojson::string(url)),
               member("globalUrl", gojson::string(url)),
               member("lastError", gojson::string(isUp ? QByteArray() : failure)),
               member("lastScrape", gojson::string(toRfc3339(world.beganAt() + scraped).toLatin1())),
               member("lastScrapeDuration", "0.011"),
               member("health", isUp ? "\"up\"" : "\"down\""),
               member("scrapeInterval", every),
               member("scrapeTimeout", "\"10s\""),
           }
               .join(',') +
           '}';
}

} // namespace

MicroResponse prometheusAnswer(const QByteArray& data)
{
    return {
        200, {{"Content-Type", "application/json"}}, "{\"status\":\"success\",\"data\":" + data + '}', -1};
}

MicroResponse prometheusError(int status, const QByteArray& type, const QByteArray& message)
{
    return {status,
            {{"Content-Type", "application/json"}},
            "{\"status\":\"error\"," + member("errorType", gojson::string(type)) + ',' +
                member("error", gojson::string(message)) + '}',
            -1};
}

QByteArray demoBuildInfo()
{
    return R"({"version":"2.42.0+ds","revision":"2.42.0+ds-5+deb12u1","branch":"debian/sid",)"
           R"("buildUser":"team+pkg-go@tracker.debian.org","buildDate":"20260604-00:58:54","goVersion":"go1.19.8"})";
}

QByteArray demoTargetsPage(const DemoWorld& world, const std::vector<DemoTarget>& targets)
{
    QByteArrayList active;
    for (const DemoTarget& target : targets) {
        active << targetJson(world, target);
    }
    return "{\"activeTargets\":[" + active.join(',') + "],\"droppedTargets\":[]}";
}

QByteArray demoMetadata(const MetricTable& table, const QString& metric)
{
    static const QRegularExpression name(QStringLiteral(R"re(\b(node_[a-zA-Z_]+)\{)re"));
    const QStringList counters = table.counters();
    QStringList names;
    for (const MetricQuery& query : table.metrics()) {
        auto matches = name.globalMatch(query.expression);
        while (matches.hasNext()) {
            names << matches.next().captured(1);
        }
    }
    names.removeDuplicates();
    names.sort();
    QByteArrayList entries;
    for (const QString& one : std::as_const(names)) {
        if (metric.isEmpty() || metric == one) {
            const QByteArray type = counters.contains(one) ? "counter" : "gauge";
            entries << member(one.toLatin1().constData(),
                              "[{" + member("type", gojson::string(type)) + ",\"help\":\"\",\"unit\":\"\"}]");
        }
    }
    return '{' + entries.join(',') + '}';
}

} // namespace stowage
