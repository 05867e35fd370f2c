// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookStore.h"

#include <algorithm>

namespace stowage {
namespace {

/// How much better it is to know this of a subject.
int worthOf(const AlertPlace& place)
{
    switch (place.subject.kind) {
    case SubjectKind::Unknown:
        return 0;
    case SubjectKind::Source:
        return 1;
    default:
        return 2;
    }
}

/// What the only one tells that tells of the alert.
AlertObservation withWords(const AlertTelling& telling, const Alert& alert)
{
    AlertObservation seen = telling.seen;
    seen.labels = alert.labels;
    seen.annotations = alert.annotations;
    return seen;
}

} // namespace

quint32 AlertBookStore::create(const AlertBookIdentity& identity)
{
    auto slot = static_cast<quint32>(m_alerts.size());
    if (m_free.empty()) {
        m_alerts.emplace_back();
        m_records.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    touch(slot); // as a hole still
    m_alerts[slot].key = m_index.freeKey(identity);
    m_records[slot].identity = identity;
    m_records[slot].identity.fullKey.clear(); // was for finding the key
    m_alerts[slot].episodes = m_memory.count(m_alerts[slot].key);
    m_index.add(m_alerts[slot].key, slot);
    return slot;
}

void AlertBookStore::drop(quint32 slot)
{
    touch(slot);
    for (const AlertTelling& telling : m_records[slot].tellings) {
        AlertBookSource& source = m_sources[telling.source];
        source.fromLog.remove(slot);
        source.tellings.remove(telling.handle);
    }
    m_index.remove(m_alerts[slot].key, slot);
    m_alerts[slot] = {};
    m_records[slot] = {};
    m_free.push_back(slot);
}

void AlertBookStore::touch(quint32 slot)
{
    m_touched.touch({slot}, !m_alerts[slot].key.isEmpty());
}

Changes<AlertId> AlertBookStore::takeChanges()
{
    return m_touched.take([this](AlertId id) { return !m_alerts[id.value].key.isEmpty(); });
}

void AlertBookStore::judge(quint32 slot)
{
    Alert& alert = m_alerts[slot];
    AlertRecord& record = m_records[slot];
    if (alert.key.isEmpty()) {
        return; // it has been let go since it was put down for this
    }
    const bool wasResolved = alert.state == AlertState::Resolved && alert.endedAt != Timestamp{};
    const Timestamp dueBefore = record.dueAt;
    takeWords(alert, record, m_sources);
    if (record.isRule && alert.since == Timestamp{}) {
        alert.since = m_now;
    }
    const AlertBookWorld world{m_now, m_policy, m_sources, m_quiet, m_memory};
    if (!AlertBookJudge(world, alert, record, m_events).judge()) {
        drop(slot);
        return;
    }
    if (record.dueAt != Timestamp{} && record.dueAt != dueBefore) {
        m_due.push({record.dueAt, slot});
        forgetOldDues();
    }
    if (alert.state == AlertState::Resolved && !wasResolved) {
        m_resolved.push_back({alert.endedAt, alert.key});
    }
}

void AlertBookStore::place(quint32 slot)
{
    Alert& alert = m_alerts[slot];
    const AlertRecord& record = m_records[slot];
    std::optional<AlertPlace> best;
    for (const AlertTelling& telling : record.tellings) {
        if (telling.handle == 0) {
            continue;
        }
        const QString& source = m_sources[telling.source].id;
        AlertPlace found = telling.isLent ? m_places.place(source, withWords(telling, alert))
                                          : m_places.place(source, telling.seen);
        if (!best || worthOf(found) > worthOf(*best)) {
            best = std::move(found);
        }
    }
    if (best && worthOf(*best) >= worthOf(alert.place)) {
        alert.place = std::move(*best);
    }
    if (alert.place.subject.kind == SubjectKind::Unknown && !m_isUnplaced.contains(slot)) {
        m_isUnplaced.insert(slot);
        m_unplaced.push_back(slot);
    }
}

void AlertBookStore::forgetOldDues()
{
    constexpr size_t Loose = 4'096;
    if (m_due.size() < 4 * m_alerts.size() + Loose) {
        return;
    }
    m_due = {};
    for (quint32 slot = 0; slot < m_records.size(); ++slot) {
        if (m_records[slot].dueAt != Timestamp{}) {
            m_due.push({m_records[slot].dueAt, slot});
        }
    }
}

std::vector<quint32> AlertBookStore::takeDue(size_t most)
{
    std::vector<quint32> due;
    while (!m_due.empty() && m_due.top().at <= m_now && due.size() < most) {
        const Due next = m_due.top();
        m_due.pop();
        if (m_records[next.slot].dueAt == next.at) {
            due.push_back(next.slot);
        }
    }
    return due;
}

Timestamp AlertBookStore::nextDue() const
{
    Timestamp next = m_due.empty() ? Timestamp{} : m_due.top().at;
    if (m_quietTurn && (next == Timestamp{} || *m_quietTurn < next)) {
        next = *m_quietTurn;
    }
    return next;
}

void AlertBookStore::keepHouse()
{
    constexpr size_t PlacedAtOnce = 100;
    constexpr size_t DroppedAtOnce = 2'000;
    constexpr qsizetype MostRemembered = 100'000;
    m_memory.shrink(MostRemembered);
    for (size_t count = std::min(PlacedAtOnce, m_unplaced.size()); count > 0; --count) {
        const quint32 slot = m_unplaced.front();
        m_unplaced.pop_front();
        m_isUnplaced.remove(slot);
        const Alert& alert = m_alerts[slot];
        if (!alert.key.isEmpty() && alert.state != AlertState::Resolved &&
            alert.place.subject.kind == SubjectKind::Unknown) {
            const AlertPlace before = alert.place;
            place(slot);
            if (alert.place != before) {
                touch(slot);
                tellPlace(slot);
            }
        }
    }
    for (size_t count = 0; count < DroppedAtOnce && !m_resolved.empty(); ++count) {
        const Resolved& oldest = m_resolved.front();
        if (m_resolved.size() <= m_policy.mostResolved && m_now - oldest.at < m_policy.keepResolved) {
            break;
        }
        const auto slot = m_index.find(oldest.key);
        if (slot && m_alerts[*slot].state == AlertState::Resolved && m_alerts[*slot].endedAt == oldest.at) {
            drop(*slot);
        }
        m_resolved.pop_front();
    }
}

void AlertBookStore::tellPlace(quint32 slot)
{
    if (m_records[slot].isOpen) {
        AlertBookTeller teller(m_alerts[slot], m_records[slot], m_now, m_events);
        AlertEvent& event = teller.tell(AlertEventKind::Changed, m_now, AlertBookTeller::stamp(m_now));
        event.source = m_alerts[slot].witnesses.front().source;
        event.note = subjectKindName(m_alerts[slot].place.subject.kind);
    }
}

std::vector<quint32> AlertBookStore::slotsOf(quint32 source) const
{
    const AlertBookSource& from = m_sources[source];
    std::vector<quint32> found(from.tellings.cbegin(), from.tellings.cend());
    found.insert(found.end(), from.fromLog.cbegin(), from.fromLog.cend());
    std::ranges::sort(found);
    const auto repeats = std::unique(found.begin(), found.end());
    found.erase(repeats, found.end());
    return found;
}

std::vector<quint32> AlertBookStore::standing() const
{
    std::vector<quint32> found;
    for (quint32 slot = 0; slot < m_alerts.size(); ++slot) {
        if (!m_alerts[slot].key.isEmpty() && m_alerts[slot].state != AlertState::Resolved) {
            found.push_back(slot);
        }
    }
    return found;
}

const Alert* AlertBookStore::find(const QString& key) const
{
    const auto slot = m_index.find(key);
    return slot ? &m_alerts[*slot] : nullptr;
}

const Alert* AlertBookStore::find(const QString& source, const QString& sourceKey) const
{
    const auto place = m_sourceIds.constFind(source);
    if (place == m_sourceIds.cend()) {
        return nullptr;
    }
    const auto& tellings = m_sources[*place].tellings;
    const auto slot = tellings.constFind(handleOf(sourceKey));
    return slot == tellings.cend() ? nullptr : &m_alerts[*slot];
}

} // namespace stowage
