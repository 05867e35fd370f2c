// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/hosts/SampleHosts.h"

#include <cmath>

namespace stowage::test {
namespace {

constexpr double MiB = 1024.0 * 1024;
const QString Hub = QStringLiteral("hub");
const QString Prom = QStringLiteral("prom");

std::vector<HostNames> namesOfPicture()
{
    return {{QStringLiteral("registry-3"), {QStringLiteral("10.77.9.3")}, QStringLiteral("eu-a")},
            {QStringLiteral("builder-2"), {}, QStringLiteral("eu-c")},
            {QStringLiteral("db-4"), {}, QStringLiteral("eu-a")},
            {QStringLiteral("eu-a-02"), {}, QStringLiteral("eu-a")},
            {QStringLiteral("eu-b-17"), {}, QStringLiteral("eu-b")},
            {QStringLiteral("eu-b-04"), {}, QStringLiteral("eu-b")},
            {QStringLiteral("eu-c-11"), {}, QStringLiteral("eu-c")}};
}

} // namespace

quint64 SampleReader::read(const SeriesQuery& query)
{
    m_open.push_back({++m_last, query});
    if (m_isPrompt) {
        QMetaObject::invokeMethod(this, &SampleReader::answerAll, Qt::QueuedConnection);
    }
    return m_last;
}

void SampleReader::cancel(quint64 ticket)
{
    m_cancelled += static_cast<int>(
        std::erase_if(m_open, [ticket](const Question& question) { return question.ticket == ticket; }));
}

void SampleReader::answerAll()
{
    const std::vector<Question> open = std::exchange(m_open, {});
    for (const Question& question : open) {
        std::vector<SeriesData> answer;
        for (const SeriesKey& key : question.query.series) {
            answer.push_back(tell(key, question.query));
        }
        Q_EMIT answered(question.ticket, answer);
    }
}

void SampleReader::fail(const Error& error)
{
    const std::vector<Question> open = std::exchange(m_open, {});
    for (const Question& question : open) {
        Q_EMIT answered(question.ticket, stowage::fail(error));
    }
}

double SampleReader::value(const SeriesKey& key, Timestamp at) const
{
    const auto seed = static_cast<double>(qHash(key.subject.subject, 7) % 100);
    const double minutes = std::chrono::duration<double, std::ratio<60>>(at.time_since_epoch()).count();
    const double ripple = std::sin(minutes * 1.7 + seed) * std::sin(minutes * 0.31) * 3;
    const double wave = 20 + seed / 4 + 8 * std::sin(minutes / 37 + seed) + ripple;
    const auto hot = m_hot.constFind(key.subject.subject);
    const bool isHot = hot != m_hot.cend() && at >= *hot && key.metric.contains(u"cpu");
    const double percent = isHot ? 99 - std::abs(ripple) / 6 : std::max(1.0, wave);
    if (key.metric == u"errors.percent") {
        return hot != m_hot.cend() && at >= *hot ? 8 + ripple : 0;
    }
    return key.metric == u"process.cpu.cores"       ? percent / 100
           : key.metric.contains(u"bytesPerSecond") ? percent * MiB
           : key.metric.contains(u"bytes")          ? percent * 40 * MiB
           : key.metric.contains(u"seconds")        ? percent / 500
                                                    : percent;
}

SeriesData SampleReader::tell(const SeriesKey& key, const SeriesQuery& query) const
{
    SeriesData data;
    data.key = key;
    if (key.subject.source == Prom && !key.metric.startsWith(u"cpu")) {
        return data;
    }
    const Millis length = query.range.to - query.range.from;
    const Millis fine =
        query.points == 0 ? Millis(1) : Millis(length.count() / static_cast<qint64>(query.points));
    const Millis step = std::max<Millis>(Millis(60'000), fine);
    data.resolution = step;
    const std::optional<TimeRange> gap =
        m_gaps.contains(key.metric) ? std::optional(m_gaps.value(key.metric)) : std::nullopt;
    for (Timestamp at = std::max(query.range.from, m_begin) + step; at <= query.range.to; at += step) {
        if (!gap || at <= gap->from || at - step >= gap->to) {
            const double mean = value(key, at);
            data.points.push_back({at, step, mean, mean * 0.94, mean * 1.05, 1});
        }
    }
    if (gap && gap->from > query.range.from && gap->to < query.range.to) {
        data.gaps.push_back(*gap);
    }
    if (m_quarantined.contains(key.metric)) {
        data.quarantined.push_back(m_quarantined.value(key.metric));
    }
    return data;
}

SampleHosts::SampleHosts() : HostFixture(namesOfPicture()) {}

void SampleHosts::tellMachine(const Machine& machine, bool isSeenTwice)
{
    const QString name = QString::fromLatin1(machine.name);
    HostObservation observation = HostFixture::machine(QStringLiteral("sys-") + name, name);
    observation.identity.hostname = name;
    observation.identity.machineId = QStringLiteral("id-") + name;
    observation.facts.cores = 16;
    observation.facts.memoryBytes = 64 * 1024 * MiB;
    observation.facts.diskBytes = {{QString(), 480 * 1024 * MiB}, {QStringLiteral("/nix"), 960 * 1024 * MiB}};
    observation.facts.os = QStringLiteral("Debian GNU/Linux 12 (bookworm)");
    observation.facts.kernel = QStringLiteral("6.1.0-28-amd64");
    observation.facts.cpuModel = QStringLiteral("AMD EPYC 7543P 32-Core Processor");
    observation.facts.agent = QStringLiteral("0.11.1");
    observation.facts.bootedAt = clock.now() - std::chrono::hours(26 * 24 + 5);
    tell(Hub, observation);
    const auto put = [&](const char* metric, double value) {
        sample(Hub, observation.subject, QString::fromLatin1(metric), value);
    };
    put("cpu.percent", machine.cpu);
    put("memory.percent", machine.memory);
    put("disk.percent", machine.disk);
    put("disk.read.bytesPerSecond", machine.read * MiB);
    put("disk.write.bytesPerSecond", machine.write * MiB);
    put("net.received.bytesPerSecond", machine.read * MiB / 3);
    put("net.sent.bytesPerSecond", machine.write * MiB / 5);
    put("load.1m", machine.cpu / 8);
    put("load.5m", machine.cpu / 9);
    put("temperature.celsius[cpu]", 41 + machine.cpu / 5);
    if (isSeenTwice) {
        HostObservation second = observation;
        second.subject = name + QStringLiteral(":9100");
        second.identity.addresses << name;
        second.facts = {};
        tell(Prom, second);
    }
}

void SampleHosts::tellService()
{
    HostObservation service = HostFixture::machine(QStringLiteral("10.77.9.3:5001"),
                                                   QStringLiteral("registry-3"), QStringLiteral("10.77.9.3"));
    service.kind = HostKind::Service;
    service.cpuLimit = 1.0;
    service.facts.bootedAt = clock.now() - std::chrono::minutes(32);
    tell(Hub, service);
    const auto put = [&](const char* metric, double value) {
        sample(Hub, service.subject, QString::fromLatin1(metric), value);
    };
    put("process.cpu.cores", 0.99);
    put("process.memory.bytes", 412 * MiB);
    put("requests.perSecond", 81.5);
    put("latency.p50.seconds", 0.31);
    put("latency.p95.seconds", 2.31);
    put("latency.p99.seconds", 4.8);
    put("errors.percent", 8.2);
    put("storage.p95.seconds", 0.2);
}

void SampleHosts::tellPicture()
{
    tellService();
    tellMachine({"builder-2", "eu-c", 44, 71, 94, 88, 12}, true);
    tellMachine({"db-4", "eu-a", 22, 81, 55, 3, 9}, false);
    clock.advance(Millis(1));
    quarantine(Hub, QStringLiteral("sys-db-4"), QStringLiteral("disk.write.bytesPerSecond"), 9.9e13);
    quarantine(Hub, QStringLiteral("sys-db-4"), QStringLiteral("disk.read.bytesPerSecond"), 4.1e13);
    tellMachine({"eu-a-02", "eu-a", 31, 44, 48, 21, 90}, true);
    tellMachine({"eu-a-09-with-a-name-that-somebody-found-telling", "", 18, 39, 52, 8, 41}, true);
    tellMachine({"eu-b-17", "eu-b", 35, 47, 33, 4, 8}, true);
    tellMachine({"eu-b-04", "eu-b", 27, 58, 61, 14, 70}, false);
    tellMachine({"eu-c-11", "eu-c", 35, 47, 33, 30, 122}, true);
    for (int i = 12; i < 24; ++i) {
        const QByteArray name = "eu-c-" + QByteArray::number(i);
        tellMachine({name.constData(), "eu-c", 20.0 + i, 30.0 + 2 * i, 25.0 + i, 2.0 * i, 4.0 * i},
                    i % 3 == 0);
    }
    HostObservation paused = machine(QStringLiteral("sys-lab"), QStringLiteral("lab-1"));
    paused.state = HostState::Paused;
    tell(Hub, paused);
    HostObservation gone = machine(QStringLiteral("sys-eu-b-17"), QStringLiteral("eu-b-17"));
    gone.state = HostState::Down;
    gone.reason = QStringLiteral("the hub has no connection to its agent");
    HostObservation crowded = machine(QStringLiteral("sys-builder-2"), QStringLiteral("builder-2"));
    crowded.containers = std::vector<HostContainer>{
        {QStringLiteral("buildkitd"), QStringLiteral("moby/buildkit:v0.17"), QStringLiteral("Up 3 weeks"),
         QStringLiteral("healthy"), 31.0, 4100 * MiB, 2e6, clock.now()},
        {QStringLiteral("cache-sync"), QStringLiteral("team/cache-sync:4"),
         QStringLiteral("Restarting (1) 12 seconds ago"), QStringLiteral("unhealthy"), 0.2, 14 * MiB, 0.0,
         clock.now()}};
    crowded.services = std::vector<HostService>{
        {QStringLiteral("nix-gc.service"), QStringLiteral("failed"), std::nullopt, std::nullopt, clock.now()},
        {QStringLiteral("sshd.service"), QStringLiteral("active"), 0.0, 8 * MiB, clock.now()}};
    tell(Hub, crowded);
    tell(Hub, gone);
    book.flush();
    fleet.flush();
}

void SampleHosts::tellMany(int count)
{
    Delta delta = from(Hub);
    delta.at = clock.now();
    const char* metrics[] = {"cpu.percent", "memory.percent", "disk.percent", "disk.read.bytesPerSecond"};
    for (int i = 0; i < count; ++i) {
        const QString name = QStringLiteral("m-%1").arg(i, 4, 10, QLatin1Char('0'));
        HostObservation each = machine(name, name);
        each.at = clock.now();
        delta.hosts.push_back(each);
        for (const char* metric : metrics) {
            const double value = (i * 37 + static_cast<int>(qstrlen(metric)) * 11) % 80;
            delta.samples.push_back({{{Hub, name}, QString::fromLatin1(metric)},
                                     Millis(60'000),
                                     false,
                                     {{clock.now(), value, value}},
                                     {}});
        }
    }
    book.apply(delta);
    book.flush();
}

void SampleHosts::tellAmbiguous()
{
    const QString name = QStringLiteral("n1");
    tell(Hub, machine(QStringLiteral("a"), name, QStringLiteral("10.0.0.1")));
    tell(Hub, machine(QStringLiteral("b"), name, QStringLiteral("10.0.0.2")));
    tell(Prom, machine(QStringLiteral("x"), name));
    book.flush();
}

} // namespace stowage::test
