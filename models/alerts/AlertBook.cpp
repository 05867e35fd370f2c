// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBook.h"

#include "models/alerts/AlertBookQueue.h"

#include <algorithm>

namespace stowage {

struct AlertBook::Engine
{
    Engine(const AlertPlaces& places, AlertPolicy policy) : store(places, std::move(policy)) {}

    AlertBookStore store;
    AlertBookQueue queue{store};
};

AlertBook::AlertBook(const AlertPlaces& places, AlertPolicy policy, const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_engine(std::make_unique<Engine>(places, std::move(policy)))
{
}

AlertBook::~AlertBook() = default;

void AlertBook::restore(std::span<const AlertEvent> events)
{
    m_engine->store.setNow(now());
    for (const AlertEvent& event : events) {
        m_engine->store.restore(event);
    }
    settle();
}

void AlertBook::take(const QString& source, const AlertReport& report, Timestamp at,
                     const QStringList& doubtful)
{
    if (report.isEmpty()) {
        return;
    }
    seeTime();
    const quint32 place = m_engine->store.sourceOf(source);
    m_engine->queue.takeReport(place, report, std::min(at, now()), doubtful);
    settle();
}

void AlertBook::setStanding(const QString& source, SourceStanding standing)
{
    seeTime();
    if (standing == SourceStanding::Gone) {
        m_engine->queue.silence(m_engine->store.sourceOf(source), now());
    }
    work();
}

void AlertBook::keepSources(const QStringList& sources)
{
    seeTime();
    for (const AlertBookSource& source : m_engine->store.sources()) {
        if (source.id != AlertBookIdentity::ownSource() && !sources.contains(source.id)) {
            m_engine->queue.leave(m_engine->store.sourceOf(source.id), now());
        }
    }
    work();
}

void AlertBook::setPolicy(AlertPolicy policy)
{
    m_engine->store.setPolicy(std::move(policy));
    seeTime();
    work();
}

const AlertPolicy& AlertBook::policy() const
{
    return m_engine->store.policy();
}

void AlertBook::tick()
{
    seeTime();
    m_engine->queue.rejudge(m_engine->store.takeDue(std::numeric_limits<size_t>::max()));
    m_engine->store.keepHouse();
    work();
}

void AlertBook::flush()
{
    while (isBusy()) {
        m_engine->queue.work(AlertBookQueue::Slice);
    }
    settle();
    tellChanges();
}

bool AlertBook::isBusy() const
{
    return !m_engine->queue.isEmpty();
}

size_t AlertBook::waiting() const
{
    return m_engine->queue.waiting();
}

const std::vector<Alert>& AlertBook::alerts() const
{
    return m_engine->store.alerts();
}

const Alert* AlertBook::find(const QString& key) const
{
    return m_engine->store.find(key);
}

const Alert* AlertBook::find(const QString& source, const QString& sourceKey) const
{
    return m_engine->store.find(source, sourceKey);
}

std::vector<AlertSilence> AlertBook::silences() const
{
    std::vector<AlertSilence> all;
    for (const AlertBookSource& source : m_engine->store.sources()) {
        all.insert(all.end(), source.silences.begin(), source.silences.end());
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &AlertSilence::isActive);
    return all;
}

std::vector<AlertRuleFailure> AlertBook::failures() const
{
    std::vector<AlertRuleFailure> all;
    for (const AlertBookSource& source : m_engine->store.sources()) {
        all.insert(all.end(), source.failures.begin(), source.failures.end());
    }
    return all;
}

quint64 AlertBook::leftOut() const
{
    quint64 all = 0;
    for (const AlertBookSource& source : m_engine->store.sources()) {
        all += source.leftOut;
    }
    return all;
}

void AlertBook::seeTime()
{
    if (m_engine->store.setNow(now())) {
        m_engine->queue.rejudge(m_engine->store.standing());
    }
}

void AlertBook::work()
{
    m_engine->queue.work(AlertBookQueue::Slice);
    settle();
}

void AlertBook::settle()
{
    // Whoever hears of it may give us more, which waits its turn.
    const std::vector<AlertEvent> events = m_engine->store.takeEvents();
    if (!events.empty()) {
        Q_EMIT happened(events);
    }
    if (isBusy() && !m_isWorking) {
        m_isWorking = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isWorking = false;
                seeTime();
                work();
            },
            Qt::QueuedConnection);
    }
    m_areSilencesOthers = m_engine->queue.takeSilencesChanged() || m_areSilencesOthers;
    m_areFailuresOthers = m_engine->queue.takeFailuresChanged() || m_areFailuresOthers;
    const bool isAnyOther = m_engine->store.hasChanges() || m_areSilencesOthers || m_areFailuresOthers;
    if (isAnyOther && !m_isScheduled) {
        m_isScheduled = true;
        m_clock.after(Coalesce, this, [this] {
            m_isScheduled = false;
            tellChanges();
        });
    }
    wake();
}

void AlertBook::tellChanges()
{
    const AlertChanges changes{m_engine->store.takeChanges(), std::exchange(m_areSilencesOthers, false),
                               std::exchange(m_areFailuresOthers, false)};
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
}

void AlertBook::wake()
{
    constexpr Millis Soonest{1};
    constexpr Millis Latest{3'600'000};
    const Timestamp next = m_engine->store.nextDue();
    if (next == Timestamp{} || (m_wakeAt != Timestamp{} && m_wakeAt <= next)) {
        return;
    }
    const Millis delay = std::clamp(next - now(), Soonest, Latest);
    m_wakeAt = now() + delay;
    m_clock.after(delay, this, [this] {
        m_wakeAt = {};
        tick();
    });
}

} // namespace stowage
