// SPDX-License-Identifier: GPL-3.0-or-later
// Goal 12 of the performance goals, the part of the incidents: how long the event loop is kept by a flood of
// 10,000 alerts and by 1,000 transitions a second, against the 50 ms that nothing may take; and what the
// flood costs in memory. With the item models of a page attached, and a part of the events coming late.
#include "models/alerts/incidents/IncidentBook.h"
#include "models/alerts/incidents/IncidentMemberModel.h"
#include "models/alerts/incidents/IncidentModel.h"
#include "models/core/SystemClock.h"
#include "tests/bench/Bench.h"
#include "tests/models/incidents/IncidentFixture.h"
#include "tests/support/StallMeter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

using Minutes = StormMaker::Minutes;

constexpr double LongestTurn = 50; // ms
constexpr double MostMemory = 50;  // MiB
constexpr int Alerts = 10'000;
constexpr Millis Beat{10};

/// Of this process, in MiB; negative where /proc does not tell.
double resident()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    return file.readAll().split(' ').value(1).toDouble() * 4'096 / (1 << 20);
}

/// Five causes: two hosts, a zone, a registry, and names that have nothing in common.
std::vector<AlertEvent> flood()
{
    StormMaker make(12);
    make.hostRunsOutOfMemory(make.newCause(), {}, u"eu-a-1"_s, 3'000);
    make.hostRunsOutOfMemory(make.newCause(), StormMaker::Seconds(5), u"eu-c-7"_s, 2'000);
    make.zoneDies(make.newCause(), StormMaker::Seconds(10), u"eu-b"_s, 900);
    make.registryChokes(make.newCause(), StormMaker::Seconds(15), u"registry-3"_s, 1'500, true);
    const int cause = make.newCause();
    const int others = Alerts - static_cast<int>(make.told().size());
    for (int i = 0; i < others; ++i) {
        make.fire(cause, make.within(Minutes(1)),
                  StormMaker::thing(SubjectKind::Unknown, u"10.1.%1.%2:9100"_s.arg(i / 250).arg(i % 250)),
                  {u"am"_s,
                   u"Odd%1"_s.arg(i % 97),
                   AlertSeverity::Warning,
                   u"something is odd at %1"_s.arg(i),
                   {{u"instance"_s, u"10.1.%1.%2:9100"_s.arg(i / 250).arg(i % 250)}, {u"job"_s, u"odd"_s}}});
    }
    return make.events();
}

/// Alerts that stand, and then so many turns of them a second.
std::vector<AlertEvent> turns(int seconds)
{
    StormMaker make(13);
    std::vector<QString> alerts;
    for (int i = 0; i < Alerts; ++i) {
        alerts.push_back(make.fire(1, StormMaker::Seconds(i / 200),
                                   StormMaker::host(u"eu-a-%1"_s.arg(i / 100)),
                                   {u"prom"_s, u"Name%1"_s.arg(i % 100)}));
    }
    for (int i = 0; i < seconds * 1'000; ++i) {
        const QString& alert = alerts[static_cast<size_t>(i / 2 * 7 % Alerts)];
        const Millis at = Minutes(1) + Millis(i);
        if (i % 2 == 0) {
            make.end(alert, at);
        } else {
            AlertEvent fired = make.told()[static_cast<size_t>(i / 2 * 7 % Alerts)];
            make.fire(1, at, fired.place, {fired.source, fired.name});
        }
    }
    return make.events();
}

struct Outcome
{
    double longestTurn = 0; ///< ms
    double memory = 0;      ///< MiB
    double cpu = 0;         ///< ms of this process
    double checkpoint = 0;  ///< ms of this process
    size_t incidents = 0;
};

/// Feeds `perBeat` events a beat, to the end, and waits until all is worked off.
Outcome feed(const std::vector<AlertEvent>& events, size_t first, size_t perBeat)
{
    const SystemClock clock;
    IncidentBook book(clock);
    IncidentModel model(book, clock);
    IncidentMemberModel members(book);
    QObject::connect(&book, &IncidentBook::changed, &members, [&] {
        if (members.incident().isEmpty() && !book.incidents().empty()) {
            members.setIncident(book.incidents().front().id);
        }
    });
    book.take(std::span(events).subspan(0, first));
    book.flush();
    const double before = resident();
    const std::clock_t cpu = std::clock();
    StallMeter meter;
    QEventLoop loop;
    QTimer timer;
    size_t next = first;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (next == events.size()) {
            timer.stop();
            QTimer::singleShot(1'000, &loop, &QEventLoop::quit);
            return;
        }
        const size_t count = std::min(perBeat, events.size() - next);
        book.take(std::span(events).subspan(next, count));
        next += count;
    });
    timer.start(Beat);
    loop.exec();
    Outcome outcome;
    outcome.longestTurn = static_cast<double>(meter.longest().count());
    outcome.memory = resident() - before;
    outcome.cpu = static_cast<double>(std::clock() - cpu) * 1'000 / CLOCKS_PER_SEC;
    outcome.incidents = book.incidents().size();
    const std::clock_t begun = std::clock();
    const AlertCheckpoint checkpoint = book.checkpoint();
    outcome.checkpoint = static_cast<double>(std::clock() - begun) * 1'000 / CLOCKS_PER_SEC;
    std::fprintf(stderr,
                 "%zu events: %zu incidents, %.0f ms of CPU, checkpoint of %.1f MiB in %.0f ms of CPU\n",
                 events.size() - first, outcome.incidents, outcome.cpu,
                 static_cast<double>(checkpoint.state.size()) / (1 << 20), outcome.checkpoint);
    return outcome;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const std::vector<AlertEvent> storm = shuffled(flood(), 1, StormMaker::Seconds(20));
    const Outcome flooded = feed(storm, 0, 100); // a minute's in a second
    bool isMet = bench::report({u"incidents.flood.turn"_s, u"10,000 alerts in a second, some 20 s late"_s, 1},
                               flooded.longestTurn, LongestTurn);
    isMet &=
        bench::report({u"incidents.flood.memory"_s, u"10,000 alerts, MiB"_s, 1}, flooded.memory, MostMemory);
    isMet &= bench::report({u"incidents.flood.checkpoint"_s, u"10,000 alerts, one after the other"_s, 1},
                           flooded.checkpoint, LongestTurn);
    const std::vector<AlertEvent> steady = shuffled(turns(10), 2, StormMaker::Seconds(5));
    const Outcome turning = feed(steady, Alerts, 10);
    isMet &= bench::report(
        {u"incidents.transitions.turn"_s, u"1,000 transitions a second of 10,000 alerts, some 5 s late"_s, 1},
        turning.longestTurn, LongestTurn);
    return isMet ? 0 : 1;
}
