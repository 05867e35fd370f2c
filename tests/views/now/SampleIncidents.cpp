// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/now/SampleIncidents.h"

#include <algorithm>

namespace stowage::test {
namespace {

using namespace std::chrono_literals;

const QString Hub = QStringLiteral("hub");
const QString Prom = QStringLiteral("prom");

} // namespace

AlertPlace NamedPlaces::place(const QString& source, const AlertObservation& observation) const
{
    AlertPlace place;
    place.subject = observation.subject.isEmpty() ? AlertSubject{SubjectKind::Source, source}
                                                  : AlertSubject{SubjectKind::Host, observation.subject};
    const QString zone = observation.subject.section(QLatin1Char('-'), 0, 1);
    place.zone = zone.startsWith(u"eu-") ? zone : QString();
    return place;
}

SampleIncidents::SampleIncidents()
{
    QObject::connect(&alerts, &AlertBook::happened, &m_context,
                     [this](const std::vector<AlertEvent>& events) { incidents.take(events); });
    QObject::connect(&incidents, &IncidentBook::acted, &m_context,
                     [this](const std::vector<AlertEvent>& events) { incidents.take(events); });
}

void SampleIncidents::fire(const QString& source, const std::vector<Told>& told)
{
    std::vector<AlertObservation>& all = m_told[source];
    for (const Told& each : told) {
        AlertObservation alert;
        alert.key = QStringLiteral("%1/%2/%3").arg(each.name, each.subject).arg(each.labels.size());
        for (const AlertLabel& label : each.labels) {
            alert.key += QLatin1Char('/') + label.value;
        }
        alert.name = each.name;
        alert.severity = each.severity;
        alert.identity = each.labels.empty() ? QString() : alert.key;
        alert.subject = each.subject;
        alert.summary = each.summary;
        alert.labels = each.labels;
        alert.startedAt = clock.now() - each.ago;
        const auto known = std::ranges::find(all, alert.key, &AlertObservation::key);
        if (known != all.end()) {
            alert.startedAt = known->startedAt; // it goes on
            all.erase(known);
        }
        all.push_back(alert);
    }
    tellAll(source);
}

void SampleIncidents::end(const QString& source, const QString& subject)
{
    std::erase_if(m_told[source],
                  [&subject](const AlertObservation& alert) { return alert.subject == subject; });
    tellAll(source);
}

void SampleIncidents::silence(const QString& source, const QString& subject, const QString& by)
{
    for (AlertObservation& alert : m_told[source]) {
        if (alert.subject == subject) {
            alert.silencedBy = QStringList{by};
        }
    }
    tellAll(source);
}

void SampleIncidents::lose(const QString& source)
{
    alerts.setStanding(source, SourceStanding::Gone);
    status(source, Freshness::Offline, clock.now() - 6min);
    fleet.flush();
    settle();
}

void SampleIncidents::tellAll(const QString& source)
{
    AlertReport report;
    report.isWhole = true;
    report.alerts = m_told[source];
    alerts.take(source, report, clock.now());
    settle();
}

void SampleIncidents::settle()
{
    alerts.flush();
    incidents.advance(clock.now());
    incidents.flush();
}

void SampleIncidents::tellIncidents()
{
    fire(Hub, {{QStringLiteral("Status"), QStringLiteral("db-9"), AlertSeverity::Warning,
                QStringLiteral("db-9 does not answer"), 0ms}});
    clock.advance(7min);
    end(Hub, QStringLiteral("db-9"));
    clock.advance(50min);
    fire(Hub, {{QStringLiteral("Disk"), QStringLiteral("builder-2"), AlertSeverity::Warning,
                QStringLiteral("/nix is 94 % full"), 0ms}});
    clock.advance(26min);
    fire(Prom, {{QStringLiteral("HitRateLow"), QStringLiteral("eu-c-11"), AlertSeverity::Warning,
                 QStringLiteral("hit rate fell from 93 % to 61 %"), 0ms}});
    clock.advance(15min);
    std::vector<Told> registry;
    for (int i = 0; i < 60; ++i) {
        const std::vector<AlertLabel> pod{
            {QStringLiteral("repository"), QStringLiteral("team/app-%1").arg(i)}};
        registry.push_back({QStringLiteral("PullsFailing"), QStringLiteral("registry-3"),
                            AlertSeverity::Critical, QStringLiteral("5xx 8.2 % on manifest and blob"), 2min,
                            pod});
        registry.push_back({QStringLiteral("LatencyHigh"), QStringLiteral("registry-3"),
                            AlertSeverity::Warning, QStringLiteral("p95 is 2.31 s"), 1min, pod});
    }
    registry.push_back({QStringLiteral("HighCPU"), QStringLiteral("registry-3"), AlertSeverity::Critical,
                        QStringLiteral("CPU at its limit: 0.99 of 1.00 core"), 3min});
    fire(Prom, registry);
    clock.advance(7min);
    fire(Hub, {{QStringLiteral("Status"), QStringLiteral("eu-b-17"), AlertSeverity::Critical,
                QStringLiteral("eu-b-17 is down"), 0ms},
               {QStringLiteral("node-gone"),
                QStringLiteral("eu-b-17"),
                AlertSeverity::Critical,
                QStringLiteral("node eu-b-17 is gone"),
                0ms,
                {{QStringLiteral("layers.single"), QStringLiteral("9")}}}});
    clock.advance(4min);
    answer();
}

void SampleIncidents::answer()
{
    tellPicture();
    for (const QString& source : {Hub, Prom}) {
        status(source, Freshness::Live, clock.now());
    }
    fleet.flush();
    book.judgeAges();
    book.flush();
    settle();
}

void SampleIncidents::tellStorm(int count)
{
    std::vector<Told> storm;
    for (int i = 0; i < count; ++i) {
        const char* kind = i % 3 == 0 ? "OomKilled" : i % 3 == 1 ? "ContainerDown" : "DiskWriteAbsurd";
        storm.push_back({QString::fromLatin1(kind),
                         QStringLiteral("eu-b-04"),
                         i % 3 == 0 ? AlertSeverity::Critical : AlertSeverity::Warning,
                         QStringLiteral("container %1 was killed").arg(i),
                         Millis(120'000 - i % 120 * 1'000),
                         {{QStringLiteral("container"), QStringLiteral("job-%1").arg(i)}}});
    }
    fire(Prom, storm);
}

void SampleIncidents::tellMany(int count)
{
    constexpr Millis Apart = 12min; // nearer to each other they would be one storm
    std::vector<Told> all;
    for (int i = 0; i < count; ++i) {
        const QString host = QStringLiteral("h-%1").arg(i, 4, 10, QLatin1Char('0'));
        for (int kind = 0; kind < 10; ++kind) {
            all.push_back({QStringLiteral("Kind%1Of%2").arg(kind).arg(host), host,
                           i % 3 == 0 ? AlertSeverity::Critical : AlertSeverity::Warning,
                           QStringLiteral("%1 is unwell in its way %2").arg(host).arg(kind),
                           Apart * (count - i)});
        }
    }
    fire(Hub, all);
}

QString SampleIncidents::idOf(const QString& subject) const
{
    for (const Incident& each : incidents.incidents()) {
        const bool isIts = std::ranges::any_of(
            each.subjects, [&subject](const AlertSubject& its) { return its.name == subject; });
        if (each.isOpen() && isIts) {
            return each.id;
        }
    }
    return {};
}

const Incident& SampleIncidents::incident(const QString& subject) const
{
    const Incident* found = incidents.find(idOf(subject));
    Q_ASSERT(found != nullptr);
    return *found;
}

NowPorts SampleIncidents::ports(SeriesReader* reader)
{
    return {incidents, alerts, fleet, &book, reader, nullptr, QStringLiteral("mei"), nullptr};
}

} // namespace stowage::test
