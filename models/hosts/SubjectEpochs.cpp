// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/SubjectEpochs.h"

#include <algorithm>

namespace stowage {
namespace {

/// A balancer that shows one machine, then the other, is not remembered turn by turn for ever.
constexpr size_t MostTurns = 64;

QString nameOf(const QString& subject, quint32 number)
{
    return number == 1 ? subject : QStringLiteral("%1#%2").arg(subject).arg(number);
}

MachinePrint printOf(const HostObservation& observation)
{
    const HostIdentity& identity = observation.identity;
    return {0,
            identity.machineId,
            identity.instance,
            identity.hostname,
            observation.facts.cpuModel,
            observation.facts.cores,
            observation.facts.memoryBytes};
}

bool isEmpty(const MachinePrint& print)
{
    return print.machineId.isEmpty() && print.instance.isEmpty() && print.hostname.isEmpty();
}

bool differ(const QString& one, const QString& other)
{
    return !one.isEmpty() && !other.isEmpty() && one != other;
}

/// Memory is told a little otherwise by each kernel.
bool differ(const std::optional<double>& one, const std::optional<double>& other)
{
    constexpr double Slack = 0.1;
    return one && other && std::abs(*one - *other) > Slack * std::max(*one, *other);
}

/// By what the two are not the same machine; nothing when they may be.
std::optional<HostAlarm::Kind> difference(const MachinePrint& before, const MachinePrint& now)
{
    if (!before.machineId.isEmpty() && !now.machineId.isEmpty()) {
        return before.machineId != now.machineId ? std::optional(HostAlarm::Kind::MachineId) : std::nullopt;
    }
    if (differ(before.instance, now.instance)) {
        return HostAlarm::Kind::Instance;
    }
    const bool isOfOtherParts = differ(before.cpuModel, now.cpuModel) || differ(before.cores, now.cores) ||
                                differ(before.memoryBytes, now.memoryBytes);
    return differ(before.hostname, now.hostname) && isOfOtherParts ? std::optional(HostAlarm::Kind::Machine)
                                                                   : std::nullopt;
}

void learn(MachinePrint& known, const MachinePrint& now)
{
    const auto take = [](QString& to, const QString& from) {
        to = from.isEmpty() ? to : from;
    };
    take(known.machineId, now.machineId);
    take(known.instance, now.instance);
    take(known.hostname, now.hostname);
    take(known.cpuModel, now.cpuModel);
    known.cores = now.cores ? now.cores : known.cores;
    known.memoryBytes = now.memoryBytes ? now.memoryBytes : known.memoryBytes;
}

const QString& partOf(const MachinePrint& print, HostAlarm::Kind kind)
{
    switch (kind) {
    case HostAlarm::Kind::MachineId:
        return print.machineId;
    case HostAlarm::Kind::Instance:
        return print.instance;
    case HostAlarm::Kind::Machine:
        break;
    }
    return print.hostname;
}

quint32 numberNow(const KnownMachines& machines)
{
    return machines.turns.empty() ? 1 : machines.turns.back().number;
}

quint32 numberAt(const KnownMachines& machines, Timestamp at)
{
    quint32 number = 1;
    for (const MachineTurn& turn : machines.turns) {
        number = turn.since <= at ? turn.number : number;
    }
    return number;
}

/// A batch for each machine that it tells of, in the order of their turns.
void split(const SampleBatch& batch, const KnownMachines& machines, std::vector<SampleBatch>& to)
{
    const auto partOf = [&](quint32 number) -> SampleBatch& {
        const QString subject = nameOf(batch.key.subject.subject, number);
        for (SampleBatch& part : to) {
            if (part.key.metric == batch.key.metric && part.key.subject.subject == subject) {
                return part;
            }
        }
        SampleBatch part{batch.key, batch.span, batch.isBackfill, {}, {}};
        part.key.subject.subject = subject;
        return to.emplace_back(std::move(part));
    };
    for (const Sample& sample : batch.samples) {
        partOf(numberAt(machines, sample.at)).samples.push_back(sample);
    }
    for (const QuarantinedSample& bad : batch.quarantined) {
        partOf(numberAt(machines, bad.sample.at)).quarantined.push_back(bad);
    }
}

} // namespace

std::vector<HostAlarm> SubjectEpochs::apply(Delta& delta, Timestamp now)
{
    std::vector<HostAlarm> alarms;
    for (QString& subject : delta.removedHosts) {
        subject = nameNow({delta.source, subject});
    }
    for (HostObservation& observation : delta.hosts) {
        const SubjectKey raw{delta.source, observation.subject};
        if (observation.kind == HostKind::Machine) {
            if (auto alarm = observe(observation, raw, now)) {
                delta.removedHosts.push_back(alarm->before.subject);
                alarms.push_back(std::move(*alarm));
            }
            observation.subject = nameNow(raw);
        }
    }
    if (!m_raw.isEmpty()) {
        renameSamples(delta.samples);
    }
    return alarms;
}

std::optional<HostAlarm> SubjectEpochs::observe(const HostObservation& observation, const SubjectKey& raw,
                                                Timestamp now)
{
    const MachinePrint told = printOf(observation);
    if (isEmpty(told)) {
        return std::nullopt;
    }
    KnownMachines& machines = m_machines[raw];
    machines.subject = raw;
    if (machines.prints.empty()) {
        machines.prints.push_back(told);
        machines.prints.back().number = 1;
        ++m_revision;
        return std::nullopt;
    }
    const quint32 number = numberNow(machines);
    auto current = std::ranges::find(machines.prints, number, &MachinePrint::number);
    const auto kind = difference(*current, told);
    if (!kind) {
        const MachinePrint before = *current;
        learn(*current, told);
        m_revision += *current == before ? 0 : 1;
        return std::nullopt;
    }
    // Who was here before is known again by the machine's id alone.
    auto known = std::ranges::find_if(machines.prints, [&told](const MachinePrint& print) {
        return !told.machineId.isEmpty() && print.machineId == told.machineId;
    });
    const HostAlarm alarm{
        *kind, {}, {raw.source, nameOf(raw.subject, number)}, partOf(*current, *kind), partOf(told, *kind),
        now};
    if (known == machines.prints.end()) {
        machines.prints.push_back(told);
        known = std::prev(machines.prints.end());
        known->number = static_cast<quint32>(machines.prints.size());
    }
    const Timestamp since = observation.at == Timestamp{} ? now : std::min(observation.at, now);
    turnTo(machines, known->number, since);
    HostAlarm raised = alarm;
    raised.subject = {raw.source, nameOf(raw.subject, known->number)};
    return raised;
}

void SubjectEpochs::turnTo(KnownMachines& machines, quint32 number, Timestamp since)
{
    if (!machines.turns.empty()) {
        since = std::max(since, machines.turns.back().since);
    }
    machines.turns.push_back({number, since});
    if (machines.turns.size() > MostTurns) {
        machines.turns.erase(machines.turns.begin());
    }
    for (const MachinePrint& print : machines.prints) {
        const SubjectKey& raw = machines.subject;
        m_raw.insert({raw.source, nameOf(raw.subject, print.number)}, raw);
    }
    ++m_revision;
}

void SubjectEpochs::renameSamples(std::vector<SampleBatch>& batches) const
{
    std::vector<SampleBatch> renamed;
    for (SampleBatch& batch : batches) {
        const auto known = m_machines.constFind(batch.key.subject);
        if (known != m_machines.cend() && !known->turns.empty()) {
            split(batch, *known, renamed);
        }
    }
    if (renamed.empty()) {
        return;
    }
    std::erase_if(batches, [this](const SampleBatch& batch) {
        const auto known = m_machines.constFind(batch.key.subject);
        return known != m_machines.cend() && !known->turns.empty();
    });
    batches.insert(batches.end(), std::make_move_iterator(renamed.begin()),
                   std::make_move_iterator(renamed.end()));
}

QString SubjectEpochs::nameNow(const SubjectKey& raw) const
{
    const auto known = m_machines.constFind(raw);
    return known == m_machines.cend() ? raw.subject : nameOf(raw.subject, numberNow(*known));
}

SubjectEpochs::Place SubjectEpochs::placeOf(const SubjectKey& key) const
{
    const auto raw = m_raw.constFind(key);
    if (raw == m_raw.cend()) {
        return {key, {}};
    }
    Place place{*raw, {}};
    const KnownMachines& machines = *m_machines.constFind(*raw);
    constexpr Timestamp Ever = Timestamp::max();
    Timestamp from{};
    quint32 number = 1;
    const auto close = [&](Timestamp to) {
        if (nameOf(raw->subject, number) == key.subject && to > from) {
            place.ranges.push_back({from, to == Ever ? to : to - Millis{1}});
        }
    };
    for (const MachineTurn& turn : machines.turns) {
        close(turn.since);
        from = turn.since;
        number = turn.number;
    }
    close(Ever);
    return place;
}

std::vector<KnownMachines> SubjectEpochs::known() const
{
    std::vector<KnownMachines> all(m_machines.begin(), m_machines.end());
    std::ranges::sort(all, {}, [](const KnownMachines& machines) {
        return std::pair(machines.subject.source, machines.subject.subject);
    });
    return all;
}

void SubjectEpochs::restore(const std::vector<KnownMachines>& known)
{
    for (const KnownMachines& machines : known) {
        const bool isWhole =
            !machines.prints.empty() && std::ranges::all_of(machines.turns, [&](const MachineTurn& turn) {
                return std::ranges::find(machines.prints, turn.number, &MachinePrint::number) !=
                       machines.prints.end();
            });
        if (!isWhole) {
            continue; // somebody wrote in the file
        }
        m_machines.insert(machines.subject, machines);
        for (const MachinePrint& print : machines.prints) {
            if (!machines.turns.empty()) {
                const SubjectKey& raw = machines.subject;
                m_raw.insert({raw.source, nameOf(raw.subject, print.number)}, raw);
            }
        }
    }
}

} // namespace stowage
