// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/incidents/LabelledStorms.h"

namespace stowage::test {

using namespace Qt::StringLiterals;

namespace {

using Minutes = StormMaker::Minutes;
using Seconds = StormMaker::Seconds;
using Hours = std::chrono::hours;

AlertPlace host(const QString& name)
{
    return StormMaker::host(name);
}

std::vector<QString> hostsOf(const QString& zone, int count)
{
    std::vector<QString> hosts;
    for (int i = 1; i <= count; ++i) {
        hosts.push_back(StormMaker::hostName(zone, i));
    }
    return hosts;
}

/// A disk that fills over an hour: forecast, thresholds, then what cannot write any more.
void diskFills(StormMaker& make, Millis at, const QString& name)
{
    const int cause = make.newCause();
    const AlertPlace place = host(name);
    make.fire(cause, at, place, {u"stowage"_s, u"forecast"_s, AlertSeverity::Warning, u"/ fills in 1 h"_s});
    make.fire(cause, at + Minutes(16), place, {u"hub"_s, u"Disk"_s});
    make.fire(cause, at + Minutes(31), place, {u"prom"_s, u"FilesystemAlmostFull"_s});
    make.fire(cause, at + Minutes(45), place,
              {u"prom"_s, u"ContainerCannotWrite"_s, AlertSeverity::Critical});
    make.fire(cause, at + Minutes(52), place, {u"hub"_s, u"LoadAvg5"_s});
    make.fire(cause, at + Minutes(58), place, {u"prom"_s, u"KubeletDown"_s, AlertSeverity::Critical});
}

void badRollout(StormMaker& make, Millis at, const QString& deployment, int hosts)
{
    const int cause = make.newCause();
    for (int i = 0; i < hosts; ++i) {
        make.fire(cause, at + make.within(Minutes(9)), host(make.anyHost()),
                  {u"prom"_s,
                   make.number(2) == 0 ? u"PodCrashLooping"_s : u"ReplicasMissing"_s,
                   AlertSeverity::Warning,
                   {},
                   {{u"deployment"_s, deployment}, {u"namespace"_s, u"shop"_s}},
                   QString::number(i)});
    }
}

void nameGoesWrong(StormMaker& make, Millis at, const QString& domain)
{
    const int cause = make.newCause();
    const std::vector<QString> sources{u"hub"_s, u"registry-1"_s, u"registry-2"_s, u"nix"_s};
    make.fire(cause, at, StormMaker::thing(SubjectKind::Source, u"hub"_s),
              {u"stowage"_s, u"addresses-changed"_s, AlertSeverity::Warning, {}, {{u"domain"_s, domain}}});
    for (const QString& source : sources) {
        make.fire(cause, at + Minutes(1) + make.within(Minutes(2)),
                  StormMaker::thing(SubjectKind::Source, source),
                  {u"stowage"_s, u"source-stale"_s, AlertSeverity::Warning, {}, {{u"domain"_s, domain}}});
    }
    for (int i = 0; i < 12; ++i) {
        make.fire(cause, at + Minutes(1) + make.within(Minutes(3)), host(make.anyHost()),
                  {u"prom"_s,
                   u"ProbeFailed"_s,
                   AlertSeverity::Warning,
                   {},
                   {{u"domain"_s, domain}},
                   QString::number(i)});
    }
}

void storageSlows(StormMaker& make, Millis at, const QString& storage)
{
    const int cause = make.newCause();
    for (int i = 1; i <= 3; ++i) {
        const QString registry = u"registry-%1"_s.arg(i);
        const AlertPlace place = StormMaker::thing(SubjectKind::Source, registry);
        make.fire(cause, at + make.within(Minutes(1)), place,
                  {u"prom"_s, u"StorageSlow"_s, AlertSeverity::Warning, {}, {{u"storage"_s, storage}}});
        make.fire(cause, at + Minutes(1) + make.within(Minutes(3)), place,
                  {u"stowage"_s, u"registry-latency"_s});
        for (int n = 0; n < 5; ++n) {
            make.fire(cause, at + Minutes(2) + make.within(Minutes(4)), host(make.anyHost()),
                      {u"prom"_s,
                       u"PullsFailing"_s,
                       AlertSeverity::Warning,
                       {},
                       {{u"registry"_s, registry}},
                       u"%1-%2"_s.arg(i).arg(n)});
        }
    }
}

void flaps(StormMaker& make, Millis at, const AlertPlace& place, const StormMaker::Telling& telling,
           int times)
{
    const int cause = make.newCause();
    for (int i = 0; i < times; ++i) {
        make.pass(cause, at, at + Minutes(2), place, telling);
        at += Minutes(4) + make.within(Minutes(4));
    }
}

/// A source begins anew and tells all that stood again, with new beginnings.
void tellsAgain(StormMaker& make, int alerts)
{
    std::vector<std::pair<int, AlertPlace>> known;
    for (int i = 0; i < alerts; ++i) {
        const int cause = make.newCause();
        known.emplace_back(cause, host(StormMaker::hostName(u"eu-%1"_s.arg(u"abc"_s.at(i % 3)), 20 + i)));
        make.fire(cause, Minutes(11 * i), known.back().second, {u"prom"_s, u"Alert%1"_s.arg(i % 7)});
    }
    const Millis restart = Minutes(11 * alerts + 30);
    for (int i = 0; i < alerts; ++i) {
        make.fire(known[static_cast<size_t>(i)].first, restart + make.within(Seconds(20)),
                  known[static_cast<size_t>(i)].second, {u"prom"_s, u"Alert%1"_s.arg(i % 7)});
    }
}

/// So many things that have nothing in common but their source and their time.
void flood(StormMaker& make, Millis at, const QString& source, int alerts)
{
    const int cause = make.newCause();
    for (int i = 0; i < alerts; ++i) {
        make.fire(cause, at + make.within(Minutes(6)),
                  StormMaker::thing(SubjectKind::Unknown, u"10.%1.0.%2:9100"_s.arg(i / 200).arg(i % 200)),
                  {source, u"Odd%1"_s.arg(i % 97), AlertSeverity::Warning, u"something is odd"_s});
    }
}

std::vector<LabelledStorm> firstFifteen()
{
    return {
        {u"host runs out of memory: 120 alerts"_s,
         [](StormMaker& make) {
             make.hostRunsOutOfMemory(make.newCause(), Minutes(5), u"eu-b-17"_s, 120);
             make.noise({}, Minutes(60), Minutes(25));
         }},
        {u"host dies, told by three sources"_s,
         [](StormMaker& make) {
             make.hostDies(make.newCause(), Minutes(20), u"eu-a-3"_s);
             make.noise({}, Minutes(60), Minutes(25));
         }},
        {u"a zone is lost"_s,
         [](StormMaker& make) {
             make.zoneDies(make.newCause(), Minutes(10), u"eu-b"_s, 16);
             make.noise({}, Minutes(60), Minutes(30));
         }},
        {u"registry out of CPU, pulls fail, told by touches"_s,
         [](StormMaker& make) {
             make.registryChokes(make.newCause(), Minutes(15), u"registry-3"_s, 30, false);
             make.noise({}, Minutes(60), Minutes(30));
         }},
        {u"registry out of CPU, pulls fail, told by labels"_s,
         [](StormMaker& make) {
             make.registryChokes(make.newCause(), Minutes(15), u"registry-1"_s, 24, true);
             make.noise({}, Minutes(60), Minutes(30));
         }},
        {u"AAAA record appears"_s,
         [](StormMaker& make) {
             nameGoesWrong(make, Minutes(8), u"hub.example"_s);
             make.noise({}, Minutes(50), Minutes(25));
         }},
        {u"out of memory and out of CPU, unrelated, at once"_s,
         [](StormMaker& make) {
             make.hostRunsOutOfMemory(make.newCause(), Minutes(5), u"eu-a-7"_s, 60);
             make.registryChokes(make.newCause(), Minutes(5), u"registry-2"_s, 20, true);
         }},
        {u"two hosts of a zone, unrelated, at once"_s,
         [](StormMaker& make) {
             make.hostRunsOutOfMemory(make.newCause(), Minutes(5), u"eu-c-4"_s, 40);
             make.hostDies(make.newCause(), Minutes(6), u"eu-c-9"_s);
         }},
        {u"one flaps for an hour, another dies meanwhile"_s,
         [](StormMaker& make) {
             flaps(make, Minutes(2), host(u"eu-a-11"_s), {u"hub"_s, u"CPU"_s}, 9);
             make.hostDies(make.newCause(), Minutes(30), u"eu-b-2"_s);
         }},
        {u"a disk fills over an hour"_s,
         [](StormMaker& make) {
             diskFills(make, Minutes(5), u"eu-b-5"_s);
             make.noise({}, Minutes(70), Minutes(15));
         }},
        {u"a source begins anew and tells all again"_s,
         [](StormMaker& make) {
             tellsAgain(make, 24);
         }},
        {u"rolling restart of a zone"_s,
         [](StormMaker& make) {
             make.rollingRestart(make.newCause(), Minutes(5), hostsOf(u"eu-c"_s, 16), Seconds(90));
             make.noise({}, Minutes(40), Minutes(20));
         }},
        {u"a day of small things"_s,
         [](StormMaker& make) {
             make.noise({}, Hours(10), Minutes(14));
         }},
        {u"storage behind three registries slows"_s,
         [](StormMaker& make) {
             storageSlows(make, Minutes(12), u"s3-eu"_s);
             make.noise({}, Minutes(40), Minutes(20));
         }},
        {u"garbage collection fills and blocks a builder"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             const AlertPlace place = host(u"eu-a-16"_s);
             make.fire(cause, Minutes(3), place, {u"stowage"_s, u"forecast"_s});
             make.fire(cause, Minutes(12), place, {u"hub"_s, u"Disk"_s});
             make.fire(cause, Minutes(20), place, {u"hub"_s, u"LoadAvg15"_s});
             make.fire(cause, Minutes(33),
                       StormMaker::thing(SubjectKind::Source, u"nix"_s, {{SubjectKind::Host, u"eu-a-16"_s}}),
                       {u"stowage"_s, u"source-stale"_s});
             make.noise({}, Minutes(50), Minutes(20));
         }},
    };
}

std::vector<LabelledStorm> lastFifteen()
{
    return {
        {u"the network blinks in all zones"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             for (const QString& zone : {u"eu-a"_s, u"eu-b"_s, u"eu-c"_s}) {
                 make.zoneDies(cause, Minutes(10), zone, 12);
             }
         }},
        {u"a zone is lost, and one host elsewhere"_s,
         [](StormMaker& make) {
             make.zoneDies(make.newCause(), Minutes(10), u"eu-a"_s, 14);
             make.hostDies(make.newCause(), Minutes(11), u"eu-c-5"_s);
         }},
        {u"three causes and noise"_s,
         [](StormMaker& make) {
             make.hostRunsOutOfMemory(make.newCause(), Minutes(10), u"eu-a-2"_s, 30);
             make.registryChokes(make.newCause(), Minutes(14), u"registry-3"_s, 15, true);
             diskFills(make, Minutes(2), u"eu-c-6"_s);
             make.noise({}, Minutes(60), Minutes(20));
         }},
        {u"a bad image is rolled out"_s,
         [](StormMaker& make) {
             badRollout(make, Minutes(10), u"web"_s, 22);
             make.noise({}, Minutes(40), Minutes(20));
         }},
        {u"the hub is gone, then a host dies"_s,
         [](StormMaker& make) {
             const QString lost =
                 make.fire(make.newCause(), Minutes(1), host(u"eu-b-9"_s), {u"hub"_s, u"Disk"_s});
             make.fire(make.newCause(), Minutes(20), StormMaker::thing(SubjectKind::Source, u"hub"_s),
                       {u"stowage"_s, u"source-stale"_s});
             make.lose(lost, Minutes(21));
             const int cause = make.newCause();
             make.fire(cause, Minutes(40), host(u"eu-a-8"_s), {u"prom"_s, u"TargetDown"_s});
             make.fire(cause, Minutes(41), host(u"eu-a-8"_s), {u"stowage"_s, u"node-gone"_s});
         }},
        {u"a flood of unrelated names from one source"_s,
         [](StormMaker& make) {
             flood(make, Minutes(5), u"prom"_s, 300);
         }},
        {u"a flood from one source while a host dies"_s,
         [](StormMaker& make) {
             flood(make, Minutes(5), u"am"_s, 150);
             make.hostDies(make.newCause(), Minutes(8), u"eu-b-12"_s);
         }},
        {u"a host dies, comes back, and dies again"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             for (const int minute : {5, 22}) {
                 for (const QString& name : {u"Status"_s, u"CPU"_s}) {
                     make.pass(cause, Minutes(minute), Minutes(minute + 6), host(u"eu-a-4"_s),
                               {u"hub"_s, name});
                 }
                 make.pass(cause, Minutes(minute + 1), Minutes(minute + 7), host(u"eu-a-4"_s),
                           {u"prom"_s, u"TargetDown"_s});
             }
         }},
        {u"a host dies twice within a day"_s,
         [](StormMaker& make) {
             for (const int hour : {0, 6}) {
                 const int cause = make.newCause();
                 make.pass(cause, Hours(hour), Hours(hour) + Minutes(20), host(u"eu-c-1"_s),
                           {u"hub"_s, u"Status"_s});
                 make.pass(cause, Hours(hour) + Minutes(1), Hours(hour) + Minutes(21), host(u"eu-c-1"_s),
                           {u"prom"_s, u"TargetDown"_s});
                 make.pass(cause, Hours(hour) + Minutes(2), Hours(hour) + Minutes(22), host(u"eu-c-1"_s),
                           {u"stowage"_s, u"node-gone"_s});
             }
         }},
        {u"a peer dies: its images have one copy left"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             make.fire(cause, Minutes(5), host(u"eu-b-14"_s), {u"stowage"_s, u"node-gone"_s});
             for (int i = 0; i < 25; ++i) {
                 make.fire(cause, Minutes(6) + make.within(Minutes(3)),
                           StormMaker::thing(SubjectKind::Image, u"registry-1/team/svc%1:1"_s.arg(i),
                                             {{SubjectKind::Host, u"eu-b-14"_s}}),
                           {u"stowage"_s, i % 4 == 0 ? u"coverage-broken"_s : u"single-holder"_s});
             }
             make.noise({}, Minutes(40), Minutes(15));
         }},
        {u"a certificate ends while its registry chokes"_s,
         [](StormMaker& make) {
             make.fire(make.newCause(), Minutes(9), StormMaker::thing(SubjectKind::Source, u"registry-1"_s),
                       {u"stowage"_s, u"certificate-ends"_s});
             make.registryChokes(make.newCause(), Minutes(10), u"registry-1"_s, 12, true);
         }},
        {u"the cooling of a zone fails"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             for (int i = 1; i <= 9; ++i) {
                 make.fire(cause, Minutes(5) + Seconds(50 * i) + make.within(Seconds(30)),
                           host(StormMaker::hostName(u"eu-b"_s, i)), {u"hub"_s, u"Temperature"_s});
             }
             make.noise({}, Minutes(40), Minutes(20));
         }},
        {u"a new kernel is rolled out to all zones"_s,
         [](StormMaker& make) {
             std::vector<QString> hosts;
             for (int i = 1; i <= 6; ++i) {
                 for (const QString& zone : {u"eu-a"_s, u"eu-b"_s, u"eu-c"_s}) {
                     hosts.push_back(StormMaker::hostName(zone, i));
                 }
             }
             make.rollingRestart(make.newCause(), Minutes(5), hosts, Seconds(110));
         }},
        {u"a database locks: those that use it fail"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             for (int i = 0; i < 14; ++i) {
                 make.fire(cause, Minutes(5) + make.within(Minutes(5)), host(make.anyHost()),
                           {u"prom"_s,
                            u"Slow%1"_s.arg(i % 5),
                            AlertSeverity::Warning,
                            {},
                            {{u"database"_s, u"hub-db"_s}},
                            QString::number(i)});
             }
             make.hostDies(make.newCause(), Minutes(30), u"eu-c-13"_s);
         }},
        {u"a host dies that nobody can place"_s,
         [](StormMaker& make) {
             const int cause = make.newCause();
             const AlertPlace place = StormMaker::thing(SubjectKind::Unknown, u"10.0.1.7"_s);
             for (const QString& name : {u"TargetDown"_s, u"ProbeFailed"_s, u"KubeletDown"_s}) {
                 make.fire(cause, Minutes(5) + make.within(Minutes(3)), place, {u"prom"_s, name});
             }
             make.noise({}, Minutes(60), Minutes(10));
         }},
    };
}

} // namespace

const std::vector<LabelledStorm>& labelledStorms()
{
    static const std::vector<LabelledStorm> Storms = [] {
        std::vector<LabelledStorm> storms;
        const std::vector<LabelledStorm> first = firstFifteen();
        const std::vector<LabelledStorm> last = lastFifteen();
        for (size_t i = 0; i < first.size(); ++i) {
            // So that each half has some of each.
            storms.push_back(i % 2 == 0 ? first[i] : last[i]);
            storms.push_back(i % 2 == 0 ? last[i] : first[i]);
        }
        return storms;
    }();
    return Storms;
}

} // namespace stowage::test
