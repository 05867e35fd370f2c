// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/beszel/HubRig.h"

#include "app/demo/DemoScenario.h"

namespace stowage::test {

HubCollector::HubCollector(Connector& connector)
{
    connect(&connector, &Connector::delta, this, [this](const Delta& delta) {
        ++deltas;
        for (const QString& id : delta.removedHosts) {
            hosts.erase(id);
            removed.push_back(id);
        }
        for (const HostObservation& told : delta.hosts) {
            HostObservation& known = hosts[told.subject];
            const auto containers = told.containers ? told.containers : known.containers;
            const auto services = told.services ? told.services : known.services;
            known = told;
            known.containers = containers;
            known.services = services;
        }
        for (const SampleBatch& batch : delta.samples) {
            (batch.isBackfill ? hasBackfill : hasLive) = true;
            Told& told = samples[batch.key.subject.subject][batch.key.metric];
            for (const Sample& sample : batch.samples) {
                ++told[{batch.span, sample.at}];
                ++sampleCount;
            }
        }
        if (delta.status) {
            status = *delta.status;
        }
        if (!delta.alerts.isEmpty()) {
            take(delta.alerts);
        }
    });
}

void HubCollector::take(const AlertReport& report)
{
    reports.push_back(report);
    std::map<QString, AlertObservation> before;
    if (report.isWhole) {
        before.swap(standing);
    }
    for (const AlertObservation& alert : report.alerts) {
        const auto known = report.isWhole ? before.find(alert.key) : standing.find(alert.key);
        const bool stood = known != (report.isWhole ? before.end() : standing.end());
        if (alert.phase == AlertPhase::Ended) {
            if (!stood || alert.endedAt < alert.startedAt) {
                untrue << QStringLiteral("end of ") + alert.key;
            }
            ends[alert.key].push_back(alert);
            standing.erase(alert.key);
            before.erase(alert.key);
            continue;
        }
        if (stood && known->second.startedAt != alert.startedAt) {
            untrue << QStringLiteral("another beginning of ") + alert.key;
        }
        standing[alert.key] = alert;
        before.erase(alert.key);
    }
    if (!report.isYoung) {
        for (const auto& [key, alert] : before) {
            untrue << QStringLiteral("not told: ") + key;
        }
    }
    past.insert(past.end(), report.past.begin(), report.past.end());
    silences = report.silences.value_or(silences);
}

const AlertObservation* HubCollector::alert(const char* host, const char* name) const
{
    for (const auto& [key, alert] : standing) {
        if (alert.name == QLatin1String(name) && alert.labels.back().value == QLatin1String(host)) {
            return &alert;
        }
    }
    return nullptr;
}

int HubCollector::toldTwice() const
{
    int count = 0;
    for (const auto& [subject, metrics] : samples) {
        for (const auto& [metric, told] : metrics) {
            for (const auto& [moment, times] : told) {
                count += times > 1 ? 1 : 0;
            }
        }
    }
    return count;
}

const HostObservation* HubCollector::host(const char* name) const
{
    for (const auto& [id, host] : hosts) {
        if (host.identity.name == QLatin1String(name) && !host.isDuplicate) {
            return &host;
        }
    }
    return nullptr;
}

HubRig::HubRig(OneTimeCodes* codes, const char* password, const char* scenario)
    : world(buildDemoWorld(DemoSize::uniform(1, 5, 2), 1))
{
    if (scenario != nullptr) {
        world.setTroubles(findDemoScenario(QString::fromLatin1(scenario))->troubles);
    }
    world.setBeganAt(clock.now());
    hub = std::make_unique<DemoHub>(world);
    if (!hub->start()) {
        qFatal("the hub does not listen");
    }
    settings.id = QStringLiteral("hub");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = hub->server().url();
    settings.user = QString::fromLatin1(DemoHub::User);
    settings.password = Secret(password);
    settings.helloPatience = Millis{3'600'000}; // this machine may be busy
    settings.streamSilence = Millis{3'600'000};
    connector = std::make_unique<BeszelConnector>(engine, clock, settings, codes);
    seen = std::make_unique<HubCollector>(*connector);
}

HubRig::~HubRig() = default;

void HubRig::pass(Millis by, Millis step)
{
    for (Millis passed{0}; passed < by; passed += step) {
        const Millis part = std::min(step, by - passed);
        world.setNow(world.now() + part);
        clock.advance(part);
        hub->tick();
        QTest::qWait(2);
    }
}

bool HubRig::until(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(
        [&] {
            if (!holds()) {
                pass(Millis{250}, Millis{250});
            }
            return holds();
        },
        30'000);
}

bool HubRig::settles()
{
    connector->start();
    return until([this] {
        return seen->status.settled && seen->status.progress.isEmpty() && connector->isStreaming() &&
               seen->hasBackfill;
    });
}

std::vector<Timestamp> HubRig::truth(const DemoSystem& system, Millis since) const
{
    std::vector<Timestamp> moments;
    const auto numberAt = [&](Millis at) {
        return static_cast<qint64>(std::floor(static_cast<double>((at - system.phase).count()) / 60'000));
    };
    for (qint64 number = numberAt(since) + 1; number <= numberAt(world.now()); ++number) {
        const DemoStatsKey key{0, 0, number};
        const Millis at = DemoHubRecords::momentOf(system, key);
        // What the hub had at its time; by now it may have swept it away.
        if (DemoHubRecords::exists(system, key, at)) {
            moments.push_back(world.beganAt() + at);
        }
    }
    return moments;
}

QString HubRig::differences(Millis since, Millis lag) const
{
    QString text;
    for (const DemoSystem& system : hub->systems()) {
        const auto subject = seen->samples.find(QString::fromLatin1(system.id));
        for (const Timestamp at : truth(system, since)) {
            int times = 0;
            if (subject != seen->samples.end()) {
                const auto series = subject->second.find(QStringLiteral("cpu.percent"));
                const auto found = series->second.find({Millis{60'000}, at});
                times = found == series->second.end() ? 0 : found->second;
            }
            if (times != 1 && (times > 0 || at < clock.now() - lag)) {
                text += QStringLiteral("%1 at %2: %3 times\n")
                            .arg(QString::fromLatin1(system.machine.name), toRfc3339(at))
                            .arg(times);
            }
        }
    }
    return text;
}

} // namespace stowage::test
