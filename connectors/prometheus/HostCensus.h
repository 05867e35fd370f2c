// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/PrometheusReport.h"
#include "models/hosts/HostObservation.h"
#include "models/metrics/SampleBatch.h"

#include <QHash>
#include <QSet>

namespace stowage {

/// Who the hosts are, out of what polls bring, and what is new of each.
///
/// A host is whoever has the table's series of hosts, or is a target of a job whose others have: so one that
/// is down is known as well. `up == 0` is down. A query that failed says nothing of anybody. A host that the
/// server answers nothing about any more has ended: neither up nor down, and its values just age.
class HostCensus
{
public:
    /// For how long a host is remembered whose series have ended.
    static constexpr Millis Remembered = std::chrono::hours(24);

    struct HostNews
    {
        HostObservation host;
        std::vector<SampleBatch> samples;
    };

    struct News
    {
        std::vector<HostNews> hosts; ///< in the order of their names
        std::vector<QString> removed;
    };

    explicit HostCensus(QString source) : m_source(std::move(source)) {}

    /// `every`: how often polls come.
    News take(const PrometheusReport& report, Millis every);

    /// Jobs that have hosts.
    const QSet<QString>& jobs() const { return m_jobs; }
    /// A host is up whose facts were never asked for.
    bool needsFacts() const;
    size_t size() const { return static_cast<size_t>(m_hosts.size()); }

    /// The longest time between two scrapes of a host; nothing while the server has not told it.
    std::optional<Millis> scrapeInterval() const;

private:
    struct Host
    {
        QString job;
        HostObservation told;
        Millis scrapeEvery{0}; ///< 0: not told
        QString lastError;     ///< of its newest failed scrape
        Timestamp sampledAt{}; ///< the newest scrape whose samples were told
        Timestamp endedAt{};   ///< the epoch: it has not
        bool isUp = false;
        bool hasFacts = false; ///< they were asked for while it was up
        // Of the report that is being taken.
        const TargetReading::Target* up = nullptr;
        std::optional<double> scrapedAt; ///< s
        bool isThere = false;            ///< has the series of hosts
        std::vector<std::pair<QString, double>> values;
    };

    void find(const PrometheusReport& report);
    void place(const TargetReading::Target& target);
    void takeTargets(const std::vector<ScrapeTarget>& targets);
    void takeReadings(const PrometheusReport& report);
    void judge(Host& host, const PrometheusReport& report);
    std::vector<SampleBatch> samplesOf(Host& host, const QString& name) const;
    static HostObservation fresh(const QString& instance);

    QString m_source;
    QSet<QString> m_jobs;
    QHash<QString, Host> m_hosts; ///< by instance
};

} // namespace stowage
