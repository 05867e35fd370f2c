// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/HostCensus.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostCensus)
};

/// Seconds since the epoch, of this century or the last third of the one before it.
std::optional<Timestamp> moment(double seconds)
{
    constexpr double Latest = 4'102'444'800; // the year 2100
    return seconds > 0 && seconds < Latest ? std::optional(Timestamp(Millis(std::llround(seconds * 1000))))
                                           : std::nullopt;
}

void takeFact(HostFacts& facts, const MetricReading::Fact& told)
{
    if (!std::isfinite(told.value) || told.value < 0) {
        return;
    }
    switch (told.fact) {
    case HostFact::Cores:
        facts.cores = told.value;
        break;
    case HostFact::MemoryBytes:
        facts.memoryBytes = told.value;
        break;
    case HostFact::SwapBytes:
        facts.swapBytes = told.value;
        break;
    case HostFact::DiskBytes:
        facts.diskBytes.insert(told.device, told.value);
        break;
    case HostFact::LinkBitsPerSecond:
        facts.linkBitsPerSecond.insert(told.device, told.value);
        break;
    }
}

void takeWord(HostObservation& host, const MetricReading::Word& told)
{
    switch (told.word) {
    case HostWord::Hostname:
        host.identity.hostname = told.text;
        break;
    case HostWord::MachineId:
        host.identity.machineId = told.text;
        break;
    case HostWord::Kernel:
        host.facts.kernel = told.text;
        break;
    case HostWord::Os:
        host.facts.os = told.text;
        break;
    case HostWord::CpuModel:
        host.facts.cpuModel = told.text;
        break;
    case HostWord::Agent:
        host.facts.agent = told.text;
        break;
    }
}

} // namespace

HostObservation HostCensus::fresh(const QString& instance)
{
    HostObservation host;
    host.subject = instance;
    host.identity.name = hostOfAddress(instance);
    if (host.identity.name.isEmpty()) {
        host.identity.name = instance;
    }
    host.identity.addresses = {host.identity.name};
    return host;
}

HostCensus::News HostCensus::take(const PrometheusReport& report, Millis every)
{
    News news;
    find(report);
    if (report.targets) {
        takeTargets(*report.targets);
    }
    takeReadings(report);
    QStringList names(m_hosts.keys());
    names.sort();
    for (const QString& name : std::as_const(names)) {
        Host& host = m_hosts[name];
        const bool hadEnded = host.endedAt != Timestamp{};
        judge(host, report);
        host.told.every = std::max(every, host.scrapeEvery);
        if (host.endedAt != Timestamp{} && hadEnded) {
            if (report.at - host.endedAt > Remembered) {
                news.removed.push_back(name);
                m_hosts.remove(name);
            }
            continue; // it was said once
        }
        news.hosts.push_back({host.told, samplesOf(host, name)});
    }
    return news;
}

/// Who there is, and what the server says of each.
void HostCensus::find(const PrometheusReport& report)
{
    for (Host& host : m_hosts) {
        host.up = nullptr;
        host.scrapedAt.reset();
        host.isThere = false;
        host.values.clear();
    }
    m_jobs.unite(report.jobs);
    if (report.hosts) {
        for (const TargetReading::Target& target : *report.hosts) {
            if (!target.job.isEmpty()) {
                m_jobs.insert(target.job);
            }
            place(target);
            Host& host = m_hosts[target.host];
            host.isThere = true;
            host.job = target.job;
            if (const auto bootedAt = moment(target.value)) {
                host.told.facts.bootedAt = bootedAt;
            }
        }
    }
    for (const TargetReading::Target& target : report.up) {
        if (m_jobs.contains(target.job)) {
            place(target);
        }
        const auto found = m_hosts.find(target.host);
        // Other jobs may scrape other things under the same name.
        if (found != m_hosts.end() && (found->job == target.job || found->job.isEmpty())) {
            found->up = &target;
        }
    }
    if (report.scrapes) {
        for (const TargetReading::Target& target : *report.scrapes) {
            const auto found = m_hosts.find(target.host);
            if (found != m_hosts.end() && found->up != nullptr && found->up->job == target.job) {
                found->scrapedAt = target.value;
            }
        }
    }
}

void HostCensus::place(const TargetReading::Target& target)
{
    if (!m_hosts.contains(target.host)) {
        Host host;
        host.job = target.job;
        host.told = fresh(target.host);
        m_hosts.insert(target.host, host);
    }
}

void HostCensus::takeTargets(const std::vector<ScrapeTarget>& targets)
{
    for (const ScrapeTarget& target : targets) {
        const auto found = m_hosts.find(target.host);
        if (found == m_hosts.end() || found->job != target.job) {
            continue;
        }
        found->lastError = target.lastError;
        found->scrapeEvery = target.every.value_or(found->scrapeEvery);
        QStringList& addresses = found->told.identity.addresses;
        if (!target.address.isEmpty() && !addresses.contains(target.address)) {
            addresses = {found->told.identity.name, target.address};
            addresses.removeDuplicates();
        }
    }
}

void HostCensus::takeReadings(const PrometheusReport& report)
{
    for (const auto& reading : report.readings) {
        for (const MetricReading::Value& value : reading->values) {
            if (const auto host = m_hosts.find(value.host); host != m_hosts.end()) {
                host->values.emplace_back(value.metric, value.value);
            }
        }
        for (const MetricReading::Fact& fact : reading->facts) {
            if (const auto host = m_hosts.find(fact.host); host != m_hosts.end()) {
                takeFact(host->told.facts, fact);
            }
        }
        for (const MetricReading::Word& word : reading->words) {
            if (const auto host = m_hosts.find(word.host); host != m_hosts.end()) {
                takeWord(host->told, word);
            }
        }
    }
}

void HostCensus::judge(Host& host, const PrometheusReport& report)
{
    const bool isDown = host.up != nullptr && host.up->value == 0;
    // What is written to an engine from outside has no `up`.
    host.isUp = !isDown && (host.up != nullptr || host.isThere);
    if (!isDown && !host.isUp) {
        if (report.hosts && host.endedAt == Timestamp{}) {
            host.endedAt = report.at != Timestamp{} ? report.at : host.told.at;
            host.told.state = HostState::Unseen;
            host.told.reason = Words::tr("its series have ended: Prometheus does not scrape it any more");
        }
        return;
    }
    host.hasFacts = host.hasFacts || (host.isUp && report.hasFacts);
    host.endedAt = {};
    host.told.state = isDown ? HostState::Down : HostState::Up;
    const QString failed = Words::tr("its last scrape failed");
    host.told.reason = !isDown                    ? QString()
                       : host.lastError.isEmpty() ? failed
                                                  //: a reason, and what the server says of it
                                                  : Words::tr("%1: %2").arg(failed, host.lastError);
    host.told.at = host.scrapedAt ? moment(*host.scrapedAt).value_or(report.at) : report.at;
}

/// Rates outlive the host that they are of by their window, and a poll between two scrapes finds the samples
/// of the last one once more: neither is told.
std::vector<SampleBatch> HostCensus::samplesOf(Host& host, const QString& name) const
{
    std::vector<SampleBatch> batches;
    if (!host.isUp || host.values.empty() || host.told.at <= host.sampledAt) {
        return batches;
    }
    host.sampledAt = host.told.at;
    batches.reserve(host.values.size());
    for (const auto& [metric, value] : host.values) {
        batches.push_back(
            {{{m_source, name}, metric}, host.told.every, false, {{host.told.at, value, value}}});
    }
    return batches;
}

bool HostCensus::needsFacts() const
{
    return std::any_of(m_hosts.begin(), m_hosts.end(),
                       [](const Host& host) { return host.isUp && !host.hasFacts; });
}

std::optional<Millis> HostCensus::scrapeInterval() const
{
    Millis longest{0};
    for (const Host& host : m_hosts) {
        longest = std::max(longest, host.scrapeEvery);
    }
    return longest > Millis{0} ? std::optional(longest) : std::nullopt;
}

} // namespace stowage
