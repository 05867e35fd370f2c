// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/timeline/SampleTimeline.h"

#include "models/alerts/timeline/TimelineLane.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace stowage::test {
namespace {

constexpr Millis Day = 24h;

QString text(const char* what)
{
    return QString::fromUtf8(what);
}

} // namespace

AlertEvent SampleTimeline::event(const Told& told) const
{
    AlertEvent event;
    event.kind = told.kind;
    event.at = clock.now() - told.ago;
    event.seenAt = event.at;
    event.uid = QStringLiteral("%1/%2/%3/%4")
                    .arg(alertEventKindName(told.kind), told.name, told.subject)
                    .arg(event.at.time_since_epoch().count());
    event.name = told.name;
    event.severity = told.severity;
    event.summary = told.summary;
    event.actor = told.actor;
    event.labels = told.labels;
    event.place.subject = {told.subjectKind, told.subject};
    event.place.zone = told.subject.section(QLatin1Char('-'), 0, 1);
    event.source = told.actor.isEmpty() ? text("prom") : QString();
    if (timelineLaneOf(told.kind) == TimelineLane::Alerts) {
        event.alert = told.name + QLatin1Char('/') + told.subject;
    }
    return event;
}

void SampleTimeline::tell(const std::vector<Told>& told)
{
    std::vector<AlertEvent> events;
    for (const Told& each : told) {
        events.push_back(event(each));
    }
    std::ranges::stable_sort(events, {}, &AlertEvent::at);
    log.append(events);
    incidents.take(events);
    incidents.advance(clock.now());
}

void SampleTimeline::tellCalmDay()
{
    using enum AlertEventKind;
    tell({{TagMoved,
           text("team/web:2.0"),
           text("registry-1/team/web:2.0"),
           9h,
           AlertSeverity::Info,
           text("team/web:2.0 is another image now"),
           {},
           SubjectKind::Image},
          {TagNew,
           text("team/web:2.1"),
           text("registry-1/team/web:2.1"),
           5h,
           AlertSeverity::Info,
           text("team/web:2.1 is new"),
           {},
           SubjectKind::Image},
          {NodeRestarted, text("eu-a-03"), text("eu-a-03"), 7h, AlertSeverity::Info,
           text("eu-a-03 has restarted")},
          {Fired, text("HighLoad"), text("eu-a-03"), 7h + 6min, AlertSeverity::Warning,
           text("load is 41 on 16 cores")},
          {Ended, text("HighLoad"), text("eu-a-03"), 6h + 40min, AlertSeverity::Warning}});
}

void SampleTimeline::tellTroubledDay()
{
    using enum AlertEventKind;
    tellCalmDay();
    tell({{SourceLost,
           text("beszel"),
           text("beszel"),
           3h,
           AlertSeverity::Critical,
           text("no answer for 5 min"),
           {},
           SubjectKind::Source},
          {SourceFound,
           text("beszel"),
           text("beszel"),
           2h + 20min,
           AlertSeverity::Critical,
           {},
           {},
           SubjectKind::Source},
          {Fired, text("NodeGone"), text("eu-b-17"), 4h, AlertSeverity::Critical,
           text("9 layers have one copy left")},
          {Fired, text("RegistryCpu"), text("registry-3"), 90min, AlertSeverity::Critical,
           text("requests are cancelled")},
          {Fired, text("DiskFills"), text("builder-2"), 11h, AlertSeverity::Warning,
           text("/nix fills in 3 h 40")},
          {Lost, text("DiskFills"), text("builder-2"), 2h, AlertSeverity::Warning},
          {Ended, text("HitRate"), text("eu-c-02"), 12h, AlertSeverity::Warning,
           text("hit rate fell to 12 %")},
          {Flapping, text("Latency"), text("registry-1"), 8h, AlertSeverity::Warning,
           text("p95 turns to and fro")},
          {AddressesChanged,
           text("registry.example"),
           text("registry-1"),
           50min,
           AlertSeverity::Warning,
           text("the AAAA record is gone"),
           {},
           SubjectKind::Service},
          {IdentityChanged, text("eu-c-02"), text("eu-c-02"), 10h, AlertSeverity::Critical,
           text("another key than before")},
          {Acknowledged, text("NodeGone"), text("eu-b-17"), 3h + 50min, AlertSeverity::Info, {}, text("mei")},
          {NoticeSent, text("NodeGone"), text("eu-b-17"), 3h + 59min, AlertSeverity::Info, text("told #ops")},
          {ActionDone, text("prewarm team/web:2.1"), text("eu-b"), 4h + 30min, AlertSeverity::Info,
           text("12 nodes hold it"), text("mei"), SubjectKind::Zone},
          {ActionFailed, text("drain"), text("eu-b-17"), 3h + 30min, AlertSeverity::Warning,
           text("it does not answer"), text("mei")}});
}

void SampleTimeline::tellStorm(int count)
{
    std::vector<Told> told;
    for (int i = 0; i < count; ++i) {
        told.push_back(
            {AlertEventKind::Fired, QStringLiteral("OutOfMemory%1").arg(i, 3, 10, QLatin1Char('0')),
             text("eu-b-04"), 2h - Millis{i * 540'000LL / count},
             i % 5 == 0 ? AlertSeverity::Critical : AlertSeverity::Warning, text("killed by the kernel")});
    }
    for (int i = 0; i < count; i += 2) {
        Told over = told[static_cast<size_t>(i)];
        over.kind = AlertEventKind::Ended;
        over.ago -= 40min;
        told.push_back(over);
    }
    tell(told);
}

void SampleTimeline::tellYear()
{
    std::vector<Told> told;
    quint32 state = 7;
    const auto dice = [&state](int sides) {
        state = state * 1'664'525U + 1'013'904'223U;
        return static_cast<int>((state >> 8U) % static_cast<quint32>(sides));
    };
    for (int i = 0; i < 1'200; ++i) {
        const Millis ago = Day * dice(360) + Millis{dice(86'400) * 1'000LL} + 2h;
        Told one{AlertEventKind::Fired,
                 QStringLiteral("Alert%1").arg(dice(30)),
                 QStringLiteral("eu-%1-%2").arg(QChar('a' + dice(3))).arg(dice(20)),
                 ago,
                 dice(9) == 0 ? AlertSeverity::Critical : AlertSeverity::Warning,
                 text("something is wrong")};
        told.push_back(one);
        one.kind = AlertEventKind::Ended;
        one.ago -= Millis{dice(7'000) * 1'000LL};
        told.push_back(one);
        if (i % 4 == 0) {
            told.push_back({AlertEventKind::TagNew,
                            QStringLiteral("team/web:%1").arg(i),
                            QStringLiteral("registry-1/team/web:%1").arg(i),
                            ago,
                            AlertSeverity::Info,
                            {},
                            {},
                            SubjectKind::Image});
        }
    }
    tell(told);
}

QString SampleTimeline::stormId() const
{
    for (const Incident& incident : incidents.incidents()) {
        if (incident.isStorm) {
            return incident.id;
        }
    }
    return {};
}

} // namespace stowage::test
