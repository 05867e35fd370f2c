// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/MetricFacts.h"

#include "models/fleet/Fleet.h"
#include "models/metrics/MetricWords.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

namespace stowage {

namespace {

constexpr double P50 = 0.5;
constexpr double P95 = 0.95;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricFacts)
};

QString whole(double number)
{
    return QString::number(number, 'f', 0);
}

/// Old figures are shown in the ink of what explains.
class Details
{
public:
    explicit Details(bool isFresh) : m_ink(isFresh ? Token::Text : Token::Text2) {}

    void add(const QString& name, const QString& value, const QString& note = {})
    {
        m_details.push_back({name, value, false, m_ink, note});
    }

    void warn(const QString& name, const QString& value)
    {
        m_details.push_back({name, value, false, Token::Warning, {}});
    }

    std::vector<Detail> take() { return std::move(m_details); }

private:
    Token m_ink;
    std::vector<Detail> m_details;
};

void addHits(Details& details, const PeerMetrics& metrics)
{
    const std::array<QString, MetricWindows.size()> names{Words::tr("Hits, 1 min"), Words::tr("Hits, 5 min"),
                                                          Words::tr("Hits, 1 h")};
    for (size_t i = 0; i < names.size(); ++i) {
        if (const auto& cache = metrics.cache[i]) {
            details.add(
                names[i], formatPercent(cache->hitPercent()),
                Words::tr("%1 of %2 in %3")
                    .arg(whole(cache->hits), whole(cache->requests()), formatDuration(cache->covered)));
        }
    }
}

void addQuantiles(Details& details, const QString& name, const std::optional<Histogram>& histogram)
{
    if (histogram) {
        details.add(name,
                    QStringLiteral("%1 · %2").arg(formatQuantile(histogram->quantile(P50)),
                                                  formatQuantile(histogram->quantile(P95))),
                    Words::tr("median and 95th percentile of %1 in 5 min").arg(whole(histogram->total)));
    }
}

void addRequests(Details& details, const PeerMetrics& metrics)
{
    if (!metrics.requests) {
        return;
    }
    QStringList each;
    for (const RequestCount& count : metrics.requests->counts) {
        each << QStringLiteral("%1 %2 %3: %4")
                    .arg(count.method, count.handler, QString::number(count.code), whole(count.count));
    }
    const QString note = each.join(QLatin1Char('\n'));
    details.add(Words::tr("Pulls"),
                Words::tr("%1 a second").arg(metrics.requests->pullsPerSecond().value_or(0), 0, 'f', 1),
                note);
    details.add(Words::tr("Pulls that failed"), formatPercent(metrics.requests->errorPercent()), note);
}

void addProcess(Details& details, const PeerMetrics& metrics, Timestamp now)
{
    if (metrics.lastSuccess) {
        details.add(Words::tr("Last hit"),
                    *metrics.lastSuccess == Timestamp{}
                        ? Words::tr("never")
                        : Words::tr("%1 ago").arg(words::age(*metrics.lastSuccess, now)));
    }
    if (metrics.cpuCores) {
        details.add(Words::tr("Processor"), Words::tr("%1 cores").arg(*metrics.cpuCores, 0, 'f', 2));
    }
    if (metrics.memoryBytes) {
        details.add(Words::tr("Memory"), formatBytes(static_cast<qint64>(*metrics.memoryBytes)));
    }
    if (metrics.startedAt) {
        details.add(Words::tr("Runs for"), words::age(*metrics.startedAt, now));
    }
}

} // namespace

std::vector<Detail> metricDetails(const Fleet& fleet, NodeId node)
{
    const Observed<PeerMetrics>* seen = fleet.metrics(node);
    const bool isFresh = freshMetrics(fleet, node) != nullptr;
    Details details(isFresh);
    if (seen == nullptr) {
        details.add(Words::tr("Metrics"), Words::tr("not told"));
        return details.take();
    }
    const PeerMetrics& metrics = seen->value;
    if (!isFresh) {
        details.warn(Words::tr("Metrics"),
                     Words::tr("old, read %1 ago").arg(words::age(seen->seenAt, fleet.now())));
    }
    for (const ThresholdBreach& breach : metrics.breaches) {
        details.warn(Words::tr("Beyond limits"), breach.text());
    }
    addHits(details, metrics);
    addQuantiles(details, Words::tr("Finding a peer"), metrics.resolve);
    addQuantiles(details, Words::tr("A pull takes"), metrics.latency);
    addRequests(details, metrics);
    if (metrics.advertisedContent) {
        details.add(Words::tr("Advertised"), whole(*metrics.advertisedContent));
    }
    addProcess(details, metrics, fleet.now());
    return details.take();
}

} // namespace stowage
