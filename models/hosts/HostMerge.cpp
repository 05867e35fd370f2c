// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostMerge.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>
#include <tuple>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostBook)
};

constexpr int SpansUntilStale = 3;

/// Of sources that are equally fresh, whose word counts: who gets answers from it knows that it is up.
int rankOf(HostState state)
{
    switch (state) {
    case HostState::Up:
        return 4;
    case HostState::Down:
        return 3;
    case HostState::Pending:
        return 2;
    case HostState::Paused:
        return 1;
    case HostState::Unseen:
        break;
    }
    return 0;
}

HostSubject subjectOf(const JudgedSubject& subject)
{
    const HostObservation& told = subject.record->told;
    return {subject.record->key,    told.state,      subject.freshness, told.reason, told.identity,
            subject.record->seenAt, told.isDuplicate};
}

template <class T>
void fill(std::optional<T>& to, const std::optional<T>& from)
{
    to = to ? to : from;
}

void fill(QString& to, const QString& from)
{
    to = to.isEmpty() ? from : to;
}

void fill(QHash<QString, double>& to, const QHash<QString, double>& from)
{
    for (auto each = from.cbegin(); each != from.cend(); ++each) {
        if (!to.contains(each.key())) {
            to.insert(each.key(), each.value());
        }
    }
}

void fill(HostFacts& to, const HostFacts& from)
{
    fill(to.cores, from.cores);
    fill(to.memoryBytes, from.memoryBytes);
    fill(to.swapBytes, from.swapBytes);
    fill(to.diskBytes, from.diskBytes);
    fill(to.linkBitsPerSecond, from.linkBitsPerSecond);
    fill(to.bootedAt, from.bootedAt);
    fill(to.os, from.os);
    fill(to.kernel, from.kernel);
    fill(to.cpuModel, from.cpuModel);
    fill(to.agent, from.agent);
}

/// Those that are fresh come before those that are not, then the finest, then the newest.
bool isBetter(const HostValue& one, const HostValue& other, Timestamp now)
{
    return std::tuple(one.isStale(now), one.span, -one.at.time_since_epoch()) <
           std::tuple(other.isStale(now), other.span, -other.at.time_since_epoch());
}

void takeValues(Host& host, const SubjectRecord& record, Timestamp now)
{
    for (const LatestSample& latest : record.latest) {
        if (!latest.isTold()) {
            continue;
        }
        const Millis every = std::max(record.told.every, latest.span);
        HostValue value{latest.metric, latest.sample.value,     latest.sample.peak, latest.sample.at,
                        latest.span,   SpansUntilStale * every, record.key};
        const auto place = std::ranges::lower_bound(host.values, value.metric, {}, &HostValue::metric);
        if (place == host.values.end() || place->metric != value.metric) {
            host.values.insert(place, std::move(value));
        } else if (!record.told.isDuplicate && isBetter(value, *place, now)) {
            *place = std::move(value);
        }
    }
}

void takeQuarantine(Host& host, const SubjectRecord& record)
{
    for (const LatestSample& latest : record.latest) {
        if (latest.quarantined == 0) {
            continue;
        }
        const HostQuarantine fresh{latest.metric,
                                   latest.quarantined,
                                   latest.bad.sample.value,
                                   latest.bad.sample.at,
                                   latest.bad.reason,
                                   latest.isBadLatest(),
                                   record.key};
        const auto place =
            std::ranges::lower_bound(host.quarantined, fresh.metric, {}, &HostQuarantine::metric);
        if (place == host.quarantined.end() || place->metric != fresh.metric) {
            host.quarantined.insert(place, fresh);
            continue;
        }
        const quint64 count = place->count + fresh.count;
        const bool isLatest = place->isLatest || fresh.isLatest;
        if (fresh.at > place->at) {
            *place = fresh;
        }
        place->count = count;
        place->isLatest = isLatest;
    }
}

/// The first of these speaks for the machine; another that is as fresh may contradict it.
void takeState(Host& host, std::span<const JudgedSubject> counted)
{
    const JudgedSubject& best = counted.front();
    const HostObservation& told = best.record->told;
    host.state = told.state;
    host.freshness = best.freshness;
    host.reason = told.reason;
    host.every = told.every;
    if (told.state != HostState::Up) {
        return;
    }
    for (const JudgedSubject& other : counted) {
        if (other.freshness == best.freshness && other.record->told.state == HostState::Down) {
            host.reason = Words::tr("up, though %1 says that it is down").arg(other.record->key.source);
        }
    }
}

} // namespace

Freshness judgeSubject(const SubjectRecord& subject, Freshness source, Timestamp now)
{
    if (subject.seenAt == Timestamp{} && subject.told.state == HostState::Unseen) {
        return Freshness::Unseen;
    }
    const bool isExpected = subject.told.state == HostState::Up || subject.told.state == HostState::Unseen;
    const bool isLate = isExpected && now - subject.seenAt > SpansUntilStale * subject.told.every;
    return source == Freshness::Live && isLate ? Freshness::Stale : source;
}

Host mergeHost(std::vector<JudgedSubject> subjects, Timestamp now)
{
    std::ranges::sort(subjects, {}, [](const JudgedSubject& subject) {
        return std::tuple(subject.record->told.isDuplicate, subject.freshness,
                          -rankOf(subject.record->told.state), subject.record->key.source,
                          subject.record->key.subject);
    });
    Host host;
    host.isAlive = !subjects.empty();
    if (subjects.empty()) {
        return host;
    }
    host.isDuplicate = subjects.front().record->told.isDuplicate;
    const auto end = std::ranges::find_if(subjects, [&host](const JudgedSubject& subject) {
        return subject.record->told.isDuplicate != host.isDuplicate;
    });
    takeState(host, std::span(subjects.begin(), end));
    host.kind = subjects.front().record->told.kind;
    for (const JudgedSubject& subject : subjects) {
        const HostObservation& told = subject.record->told;
        host.subjects.push_back(subjectOf(subject));
        host.seenAt = std::max(host.seenAt, subject.record->seenAt);
        fill(host.facts, told.facts);
        fill(host.cpuLimit, told.cpuLimit);
        if (host.containers.empty() && told.containers) {
            host.containers = *told.containers;
        }
        if (host.services.empty() && told.services) {
            host.services = *told.services;
        }
        takeValues(host, *subject.record, now);
        takeQuarantine(host, *subject.record);
    }
    return host;
}

} // namespace stowage
