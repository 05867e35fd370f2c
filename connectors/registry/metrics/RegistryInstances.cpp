// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryInstances.h"

#include "connectors/registry/metrics/RegistryMetricsPage.h"

#include <algorithm>

namespace stowage {
namespace {

/// Processes compute when they started from their age: it wavers a little.
constexpr Millis StartWavers{2'000};

/// How far the clock of the other machine may be off ours.
constexpr Millis ClocksDiffer{30'000};

bool isSameStart(std::optional<Timestamp> a, std::optional<Timestamp> b)
{
    return a && b ? std::chrono::abs(*a - *b) <= StartWavers : a == b;
}

} // namespace

RegistryInstances::RegistryInstances(QString target, Millis every)
    : m_target(std::move(target)), m_every(every)
{
}

RegistryInstances::Taken RegistryInstances::take(const CounterReading& reading)
{
    Taken taken;
    Instance* instance = find(reading);
    if (instance == nullptr && !reading.startedAt && m_areSeveral) {
        return taken; // a page that was cut short: it may be of any of them
    }
    if (instance == nullptr) {
        instance = welcome(reading, taken);
    } else if (instance != m_instances.back().get()) {
        setSeveral(true, taken); // what was thought gone answers again
    }
    const auto place = std::ranges::find(m_instances, instance, &std::unique_ptr<Instance>::get);
    std::rotate(place, place + 1, m_instances.end());
    instance->seenAt = reading.at;
    instance->history.take(reading);
    forgetSilent(reading.at, taken);

    taken.instance = instance;
    taken.subject = subjectOf(*instance);
    if (!m_told.contains(taken.subject)) {
        m_told << taken.subject;
    }
    return taken;
}

/// A page that does not tell its start is of the only one, when there is only one.
RegistryInstances::Instance* RegistryInstances::find(const CounterReading& reading)
{
    if (!reading.startedAt && !m_areSeveral && !m_instances.empty()) {
        return m_instances.back().get();
    }
    const auto found = std::ranges::find_if(m_instances, [&reading](const auto& instance) {
        return isSameStart(instance->startedAt, reading.startedAt);
    });
    return found == m_instances.end() ? nullptr : found->get();
}

RegistryInstances::Instance* RegistryInstances::welcome(const CounterReading& reading, Taken& taken)
{
    const bool isFirst = m_instances.empty();
    const bool isNewborn = !isFirst && isYoung(reading);
    if (!isFirst && !isNewborn) {
        setSeveral(true, taken);
    }
    taken.isRestart = isNewborn && !m_areSeveral;
    CounterHistory history = RegistryMetricsPage::historyFor(m_every);
    if (isNewborn) {
        // Nothing was counted when it began: what it counts now happened since.
        const Millis age =
            std::clamp(std::chrono::duration_cast<Millis>(reading.wall - *reading.startedAt), Millis{1'000},
                       std::max(Millis{1'000}, reading.at - m_instances.back()->seenAt));
        CounterReading birth;
        birth.at = reading.at - age;
        birth.wall = reading.wall - age;
        birth.startedAt = reading.startedAt;
        history.take(birth);
    }
    if (m_instances.size() >= Most) {
        remove(0, taken);
    }
    Instance instance{reading.startedAt, std::move(history), reading.at};
    return m_instances.emplace_back(std::make_unique<Instance>(std::move(instance))).get();
}

/// Began after the last page, and so after all others that are known.
bool RegistryInstances::isYoung(const CounterReading& reading) const
{
    if (!reading.startedAt) {
        return false;
    }
    const bool isYoungest = std::ranges::all_of(m_instances, [&reading](const auto& instance) {
        return !instance->startedAt || *instance->startedAt < *reading.startedAt;
    });
    const Millis gap = reading.at - m_instances.back()->seenAt;
    return isYoungest && reading.wall - *reading.startedAt <= gap + ClocksDiffer;
}

void RegistryInstances::setSeveral(bool areSeveral, Taken& taken)
{
    if (std::exchange(m_areSeveral, areSeveral) != areSeveral) {
        taken.removed << std::exchange(m_told, {});
    }
}

void RegistryInstances::forgetSilent(Millis now, Taken& taken)
{
    while (m_instances.size() > 1 && now - m_instances.front()->seenAt >= KeptFor) {
        remove(0, taken);
    }
    if (m_instances.size() == 1) {
        setSeveral(false, taken);
    }
}

void RegistryInstances::remove(size_t place, Taken& taken)
{
    const QString subject = subjectOf(*m_instances[place]);
    if (m_areSeveral && m_told.removeAll(subject) > 0) {
        taken.removed << subject;
    }
    m_instances.erase(m_instances.begin() + static_cast<std::ptrdiff_t>(place));
}

void RegistryInstances::forgetCounters()
{
    for (const auto& instance : m_instances) {
        instance->history.forget();
    }
}

QString RegistryInstances::subjectOf(const Instance& instance) const
{
    return m_areSeveral ? m_target + QLatin1Char('@') + startName(instance.startedAt) : m_target;
}

QString RegistryInstances::startName(std::optional<Timestamp> startedAt)
{
    if (!startedAt) {
        return {};
    }
    QString name = toRfc3339(std::chrono::floor<std::chrono::seconds>(*startedAt));
    return name.remove(QStringLiteral(".000"));
}

} // namespace stowage
