// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentBook.h"

#include "models/alerts/incidents/IncidentCodec.h"
#include "models/alerts/incidents/IncidentEngine.h"
#include "models/alerts/incidents/IncidentPublisher.h"

#include <limits>

namespace stowage {
namespace {

/// How long one turn of the event loop may be kept: a small part of a frame, since others have work too.
constexpr Millis Slice{8};

/// Events and turns between two looks at the clock.
constexpr size_t Step = 256;

} // namespace

IncidentBook::IncidentBook(const Clock& clock, IncidentRules rules, QObject* parent)
    : QObject(parent), m_clock(clock), m_engine(std::make_unique<IncidentEngine>(std::move(rules))),
      m_publisher(std::make_unique<IncidentPublisher>(m_engine->state()))
{
    qRegisterMetaType<IncidentChanges>();
    qRegisterMetaType<AlertEvent>();
}

IncidentBook::~IncidentBook() = default;

void IncidentBook::take(std::span<const AlertEvent> events)
{
    if (events.empty()) {
        return;
    }
    m_waiting.emplace_back(events.begin(), events.end());
    m_isBehind = true;
    schedule(untilNextTurn());
}

void IncidentBook::setPresent(std::function<const Alert*(const QString& key)> present)
{
    m_publisher->setPresent(std::move(present));
}

void IncidentBook::touch(const Alert& alert)
{
    if (m_publisher->touch(alert)) {
        m_isBehind = true;
        schedule(untilNextTurn());
    }
}

Millis IncidentBook::untilNextTurn() const
{
    // What comes in the meantime is folded together: events that come late cost once.
    const Millis since = m_publishedAt ? m_clock.monotonic() - *m_publishedAt : Coalesce;
    return std::max(Millis{0}, Coalesce - since);
}

void IncidentBook::advance(Timestamp now)
{
    const IncidentChanges changes = m_publisher->age(now);
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
    m_engine->setTime(now);
    if (!m_engine->isUpToDate()) {
        m_isBehind = true;
        schedule(untilNextTurn());
    }
}

void IncidentBook::schedule(Millis delay)
{
    if (m_isScheduled) {
        return;
    }
    m_isScheduled = true;
    m_clock.after(delay, this, [this] {
        m_isScheduled = false;
        work();
    });
}

bool IncidentBook::step()
{
    if (!m_waiting.empty()) {
        const std::vector<AlertEvent>& batch = m_waiting.front();
        const size_t count = std::min(Step, batch.size() - m_taken);
        m_engine->take(std::span(batch).subspan(m_taken, count));
        m_taken += count;
        if (m_taken == batch.size()) {
            m_waiting.pop_front();
            m_taken = 0;
        }
        return true;
    }
    m_engine->setTime(m_clock.now());
    if (!m_engine->isUpToDate()) {
        m_engine->work(Step);
        return true;
    }
    return false;
}

void IncidentBook::work()
{
    const Millis begun = m_clock.monotonic();
    while (step()) {
        if (m_clock.monotonic() - begun >= Slice) {
            schedule(Millis{0});
            return;
        }
    }
    if (!m_isBehind) {
        return;
    }
    if (const Millis left = untilNextTurn(); left > Millis{0}) {
        schedule(left);
    } else {
        publish();
    }
}

void IncidentBook::flush()
{
    while (step()) {
    }
    publish();
}

void IncidentBook::publish()
{
    m_isBehind = false;
    m_publishedAt = m_clock.monotonic();
    const IncidentChanges changes = m_publisher->update(m_engine->state(), m_clock.now());
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
}

QStringList IncidentBook::openAlerts() const
{
    QSet<QString> open = m_engine->openAlerts();
    for (const std::vector<AlertEvent>& batch : m_waiting) {
        for (const AlertEvent& event : batch) {
            if (event.kind == AlertEventKind::Fired && !event.isPast) {
                open.insert(event.alert);
            }
        }
    }
    return open.values();
}

size_t IncidentBook::waiting() const
{
    size_t waiting = 0;
    for (const std::vector<AlertEvent>& batch : m_waiting) {
        waiting += batch.size();
    }
    return waiting - m_taken;
}

std::span<const Incident> IncidentBook::incidents() const
{
    return m_publisher->incidents();
}

const Incident* IncidentBook::find(QStringView id) const
{
    return m_publisher->find(id);
}

const Incident* IncidentBook::ofAlert(const QString& key) const
{
    return m_publisher->ofAlert(textKey(key));
}

AlertCheckpoint IncidentBook::checkpoint() const
{
    return {m_engine->upTo(), IncidentCodec::written(*m_engine)};
}

Result<void> IncidentBook::restore(const AlertCheckpoint& checkpoint)
{
    Result<IncidentEngine> engine = IncidentCodec::read(checkpoint.state, m_engine->rules());
    if (!engine) {
        return fail(std::move(engine.error()));
    }
    *m_engine = std::move(*engine);
    m_isBehind = true;
    schedule(Millis{0});
    return {};
}

} // namespace stowage
