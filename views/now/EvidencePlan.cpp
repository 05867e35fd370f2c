// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/EvidencePlan.h"

#include "models/hosts/HostBook.h"
#include "views/hosts/MetricGroups.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvidencePlan)
};

constexpr size_t MostHosts = 2;

/// What an alert's name says, and which metrics show it: of these the first that a host tells.
struct Topic
{
    std::array<QLatin1String, 3> words; ///< in the name, in small letters
    std::array<QLatin1String, 2> metrics;
};

// In the order in which one looks when the names say nothing.
constexpr std::array Topics{
    Topic{{QLatin1String("cpu"), QLatin1String("core"), QLatin1String("throttl")},
          {QLatin1String("cpu.percent"), QLatin1String("process.cpu.cores")}},
    Topic{{QLatin1String("5xx"), QLatin1String("error"), QLatin1String("fail")},
          {QLatin1String("errors.percent"), QLatin1String("errors.percent")}},
    Topic{{QLatin1String("latency"), QLatin1String("p95"), QLatin1String("slow")},
          {QLatin1String("latency.p95.seconds"), QLatin1String("storage.p95.seconds")}},
    Topic{{QLatin1String("mem"), QLatin1String("oom"), QLatin1String("swap")},
          {QLatin1String("memory.percent"), QLatin1String("process.memory.bytes")}},
    Topic{{QLatin1String("disk"), QLatin1String("filesystem"), QLatin1String("fill")},
          {QLatin1String("disk.percent"), QLatin1String("disk.percent")}},
    Topic{{QLatin1String("hit"), QLatin1String("miss"), QLatin1String("cache")},
          {QLatin1String("hits.percent"), QLatin1String("hits.percent")}},
    Topic{{QLatin1String("net"), QLatin1String("bandwidth"), QLatin1String("traffic")},
          {QLatin1String("net.received.bytesPerSecond"), QLatin1String("net.sent.bytesPerSecond")}},
    Topic{{QLatin1String("load"), QLatin1String("busy"), QLatin1String("satur")},
          {QLatin1String("load.1m"), QLatin1String("load.1m")}},
    Topic{{QLatin1String("temperature"), QLatin1String("hot"), QLatin1String("fan")},
          {QLatin1String("temperature.celsius"), QLatin1String("temperature.celsius")}},
};

/// Those of which the incident's alerts speak, then the others.
std::vector<const Topic*> topicsOf(const Incident& incident)
{
    QSet<QString> names;
    for (const IncidentMember& member : incident.members) {
        names.insert(member.name);
    }
    std::vector<const Topic*> ordered;
    for (const Topic& topic : Topics) {
        ordered.push_back(&topic);
    }
    std::stable_partition(ordered.begin(), ordered.end(), [&names](const Topic* topic) {
        return std::ranges::any_of(names, [topic](const QString& name) {
            return std::ranges::any_of(topic->words, [&name](QLatin1String word) {
                return name.contains(word, Qt::CaseInsensitive);
            });
        });
    });
    return ordered;
}

const HostValue* valueOf(const Host& host, const Topic& topic)
{
    for (const QLatin1String metric : topic.metrics) {
        const std::vector<const HostValue*> devices = host.devices(QString(metric));
        if (!devices.empty()) {
            return devices.front();
        }
    }
    return nullptr;
}

std::vector<const Host*> hostsOf(const Incident& incident, const HostBook& book)
{
    std::vector<const Host*> hosts;
    for (const AlertSubject& subject : incident.subjects) {
        const bool canBeHost = subject.kind == SubjectKind::Host || subject.kind == SubjectKind::Service ||
                               subject.kind == SubjectKind::Unknown;
        const std::vector<HostId> found = canBeHost ? book.find(subject.name) : std::vector<HostId>();
        if (!found.empty() && hosts.size() < MostHosts &&
            std::ranges::find(hosts, &book.host(found.front())) == hosts.end()) {
            hosts.push_back(&book.host(found.front()));
        }
    }
    return hosts;
}

PlannedSeries planned(const Host& host, const HostValue& value, bool isAlone)
{
    std::vector<SeriesKey> keys{value.key()};
    for (const HostSubject& subject : host.subjects) {
        if (!subject.isDuplicate && subject.key != value.from) {
            keys.push_back({subject.key, value.metric});
        }
    }
    const Shown shown = shownAs(host, value.metric);
    //: %1 is a host, %2 a metric
    const QString label = isAlone ? shown.title : Words::tr("%1 · %2").arg(host.name, shown.title);
    return {host.id, host.name, value.metric, label, shown.factor, shown.unit, keys, host.every};
}

/// Long incidents are shown with as much of what was before as tells that it was otherwise.
TimeRange rangeOf(const Incident& incident, Timestamp now)
{
    constexpr Millis LeastBefore = 45min;
    constexpr Millis MostBefore = 24h;
    constexpr Millis After = 10min;
    const Timestamp end = incident.isOpen() ? now : std::min(now, incident.resolvedAt + After);
    const Millis lasted = std::max(end - incident.openedAt, Millis{0});
    const Millis before = std::clamp(lasted / 3, LeastBefore, MostBefore);
    return {incident.openedAt - before, std::max(end, incident.openedAt + 1min)};
}

} // namespace

std::vector<SeriesKey> EvidencePlan::keys() const
{
    std::vector<SeriesKey> all;
    for (const PlannedSeries& lane : lanes) {
        all.insert(all.end(), lane.keys.begin(), lane.keys.end());
    }
    return all;
}

EvidencePlan planEvidence(const Incident& incident, const HostBook* hosts, Timestamp now)
{
    EvidencePlan plan;
    plan.range = rangeOf(incident, now);
    if (hosts == nullptr) {
        return plan;
    }
    const std::vector<const Host*> chosen = hostsOf(incident, *hosts);
    plan.hasHosts = !chosen.empty();
    const size_t share = EvidencePlan::MostLanes / std::max<size_t>(1, chosen.size());
    const std::vector<const Topic*> topics = topicsOf(incident);
    for (const Host* host : chosen) {
        size_t taken = 0;
        for (const Topic* topic : topics) {
            const HostValue* value = taken < share ? valueOf(*host, *topic) : nullptr;
            if (value != nullptr) {
                plan.lanes.push_back(planned(*host, *value, chosen.size() == 1));
                ++taken;
            }
        }
    }
    return plan;
}

} // namespace stowage
