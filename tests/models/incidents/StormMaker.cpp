// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/incidents/StormMaker.h"

#include <algorithm>

namespace stowage::test {

using namespace Qt::StringLiterals;

Timestamp stormBegin()
{
    return Timestamp(Millis(1'795'298'400'000)); // 2026-11-21T22:00:00Z
}

StormMaker::StormMaker(quint64 seed) : m_random(seed) {}

QString StormMaker::hostName(const QString& zone, int number)
{
    return zone + u'-' + QString::number(number);
}

AlertPlace StormMaker::host(const QString& name)
{
    return {{SubjectKind::Host, name}, name.section(u'-', 0, 1), {{SubjectKind::Source, u"peers"_s}}};
}

AlertPlace StormMaker::thing(SubjectKind kind, const QString& name, std::vector<AlertSubject> touches)
{
    return {{kind, name}, {}, std::move(touches)};
}

AlertEvent StormMaker::event(AlertEventKind kind, const QString& alert, Millis at, const QString& uid) const
{
    AlertEvent event;
    event.kind = kind;
    event.alert = alert;
    event.at = stormBegin() + at;
    event.seenAt = event.at + Seconds(30); // all are learned of at the same distance
    event.uid = uid;
    return event;
}

void StormMaker::mess(Millis& at, AlertPlace& place)
{
    constexpr int OneIn = 12;
    if (number(OneIn) == 0) {
        place.zone.clear();
    }
    if (number(OneIn) == 0) {
        place.subject.kind = SubjectKind::Unknown;
        place.touches.clear();
        place.zone.clear();
    }
    if (number(OneIn) == 0) {
        at += within(Minutes(4));
    }
}

QString StormMaker::fire(int cause, Millis at, AlertPlace place, const Telling& telling)
{
    if (m_isMessy) {
        mess(at, place);
    }
    const QString alert =
        u"%1|%2|%3|%4"_s.arg(telling.source, telling.name, place.subject.name, telling.instance);
    AlertEvent fired = event(AlertEventKind::Fired, alert, at, u"fired/%1/%2"_s.arg(alert).arg(at.count()));
    fired.source = telling.source;
    fired.name = telling.name;
    fired.severity = telling.severity;
    fired.summary = telling.summary;
    fired.labels = telling.labels;
    std::sort(fired.labels.begin(), fired.labels.end(),
              [](const AlertLabel& a, const AlertLabel& b) { return a.name < b.name; });
    fired.place = place;
    m_firings.push_back({alert, fired.at, cause});
    m_events.push_back(std::move(fired));
    return alert;
}

void StormMaker::end(const QString& alert, Millis at)
{
    const auto fired = std::find_if(m_events.rbegin(), m_events.rend(), [&](const AlertEvent& each) {
        return each.kind == AlertEventKind::Fired && each.alert == alert;
    });
    AlertEvent ended = *fired;
    ended.kind = AlertEventKind::Ended;
    ended.at = std::max(stormBegin() + at, fired->at + Seconds(1));
    ended.seenAt = ended.at + Seconds(30);
    ended.uid.replace(0, 5, u"ended"_s);
    m_events.push_back(std::move(ended));
}

void StormMaker::lose(const QString& alert, Millis at)
{
    m_events.push_back(event(AlertEventKind::Lost, alert, at, u"lost/%1/%2"_s.arg(alert).arg(at.count())));
}

void StormMaker::find(const QString& alert, Millis at)
{
    m_events.push_back(event(AlertEventKind::Found, alert, at, u"found/%1/%2"_s.arg(alert).arg(at.count())));
}

QString StormMaker::pass(int cause, Millis from, Millis to, const AlertPlace& place, const Telling& telling)
{
    const QString alert = fire(cause, from, place, telling);
    end(alert, to);
    return alert;
}

Millis StormMaker::within(Millis longest)
{
    return Millis(std::uniform_int_distribution<qint64>(0, longest.count())(m_random));
}

int StormMaker::number(int below)
{
    return std::uniform_int_distribution<int>(0, below - 1)(m_random);
}

QString StormMaker::anyHost()
{
    static const std::vector<QString> Zones{u"eu-a"_s, u"eu-b"_s, u"eu-c"_s};
    return hostName(Zones[static_cast<size_t>(number(3))], number(16) + 1);
}

void StormMaker::noise(Millis from, Millis to, Millis every)
{
    static const std::vector<QString> Names{u"CPU"_s,       u"Disk"_s,    u"Temperature"_s, u"LoadAvg15"_s,
                                            u"Bandwidth"_s, u"NtpSkew"_s, u"RaidSlow"_s};
    int other = 0;
    for (Millis at = from + within(every); at < to; at += every / 2 + within(every)) {
        const QString name = Names[static_cast<size_t>(number(static_cast<int>(Names.size())))];
        // Other machines than those of the storms: what befalls one of those then is part of it.
        const QString zone = u"eu-%1"_s.arg(u"abc"_s.at(number(3)));
        const AlertPlace place = host(hostName(zone, 100 + ++other));
        const Telling telling{number(3) == 0 ? u"prom"_s : u"hub"_s, name};
        if (number(2) == 0) {
            pass(newCause(), at, at + Minutes(2) + within(Minutes(20)), place, telling);
        } else {
            fire(newCause(), at, place, telling);
        }
    }
}

void StormMaker::hostDies(int cause, Millis at, const QString& name)
{
    const AlertPlace place = host(name);
    const AlertSeverity critical = AlertSeverity::Critical;
    fire(cause, at + within(Minutes(1)), place, {u"hub"_s, u"Status"_s, critical});
    for (const QString& job : {u"node"_s, u"spegel"_s, u"containerd"_s}) {
        fire(cause, at + within(Minutes(2)), place,
             {u"prom"_s, u"TargetDown"_s, critical, u"a target is down"_s, {{u"job"_s, job}}, job});
    }
    fire(cause, at + Minutes(1) + within(Minutes(1)), place,
         {u"stowage"_s, u"node-gone"_s, critical, {}, {{u"layers.single"_s, u"9"_s}}});
    const int images = 2 + number(4);
    for (int i = 0; i < images; ++i) {
        fire(cause, at + Minutes(2) + within(Minutes(2)),
             thing(SubjectKind::Image, u"registry-1/team/app%1:2.%2"_s.arg(i).arg(name)),
             {u"stowage"_s, u"single-holder"_s, AlertSeverity::Warning, {}, {{u"node"_s, name}}});
    }
}

void StormMaker::hostRunsOutOfMemory(int cause, Millis at, const QString& name, int alerts)
{
    const AlertPlace place = host(name);
    static const std::vector<QString> OfHub{u"Memory"_s,   u"CPU"_s,      u"Disk"_s,
                                            u"LoadAvg1"_s, u"LoadAvg5"_s, u"Bandwidth"_s};
    Millis when = at;
    for (const QString& each : OfHub) {
        fire(cause, when, place, {u"hub"_s, each, AlertSeverity::Critical});
        when = at + within(Minutes(4));
    }
    for (int i = 0; i < alerts - static_cast<int>(OfHub.size()); ++i) {
        fire(cause, at + within(Minutes(8)), place,
             {u"prom"_s,
              i % 3 == 0 ? u"ContainerOomKilled"_s : u"ContainerRestarting"_s,
              AlertSeverity::Warning,
              u"a container was killed"_s,
              {{u"container"_s, u"c%1"_s.arg(i)}},
              QString::number(i)});
    }
}

void StormMaker::zoneDies(int cause, Millis at, const QString& zone, int hosts)
{
    for (int i = 1; i <= hosts; ++i) {
        const AlertPlace place = host(hostName(zone, i));
        fire(cause, at + within(Minutes(1)), place, {u"hub"_s, u"Status"_s, AlertSeverity::Critical});
        fire(cause, at + within(Minutes(2)), place,
             {u"prom"_s, u"TargetDown"_s, AlertSeverity::Critical, u"a target is down"_s});
        if (number(2) == 0) {
            fire(cause, at + Minutes(1) + within(Minutes(2)), place,
                 {u"stowage"_s, u"node-gone"_s, AlertSeverity::Critical});
        }
    }
}

void StormMaker::registryChokes(int cause, Millis at, const QString& registry, int pullers, bool isLabelled)
{
    const AlertPlace place = thing(SubjectKind::Source, registry);
    fire(cause, at, place, {u"hub"_s, u"CPU"_s, AlertSeverity::Critical});
    fire(cause, at + within(Minutes(2)), place,
         {u"stowage"_s, u"registry-errors"_s, AlertSeverity::Critical});
    fire(cause, at + within(Minutes(3)), place, {u"stowage"_s, u"registry-latency"_s});
    fire(cause, at + within(Minutes(3)), place, {u"prom"_s, u"RegistryStorageErrors"_s});
    for (int i = 0; i < pullers; ++i) {
        AlertPlace puller = host(anyHost());
        std::vector<AlertLabel> labels;
        if (isLabelled) {
            labels.push_back({u"registry"_s, registry});
        } else {
            puller.touches.push_back({SubjectKind::Service, registry});
        }
        fire(cause, at + Seconds(20) + within(Minutes(6)), puller,
             {u"prom"_s, u"PullsFailing"_s, AlertSeverity::Warning, {}, labels, QString::number(i)});
    }
}

void StormMaker::rollingRestart(int cause, Millis at, const std::vector<QString>& hosts, Millis spacing)
{
    for (const QString& name : hosts) {
        const Millis down = at + within(spacing / 4);
        pass(cause, down, down + Seconds(70), host(name), {u"hub"_s, u"Status"_s, AlertSeverity::Critical});
        if (number(3) != 0) {
            pass(cause, down + Seconds(20), down + Seconds(80), host(name),
                 {u"prom"_s, u"TargetDown"_s, AlertSeverity::Critical, u"a target is down"_s});
        }
        at += spacing;
    }
}

std::vector<AlertEvent> StormMaker::events() const
{
    std::vector<AlertEvent> sorted = m_events;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const AlertEvent& a, const AlertEvent& b) { return a.seenAt < b.seenAt; });
    return sorted;
}

} // namespace stowage::test
