// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookStore.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t HandleSeed = 0x57a9;

Timestamp toldTime(Timestamp told)
{
    constexpr Timestamp Earliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
    return told < Earliest ? Timestamp{} : told;
}

/// Whether a telling of this alert says what it said before. Its identity follows from the rest.
bool isSame(const AlertTelling& telling, const Alert& alert, const AlertObservation& told)
{
    const AlertObservation& seen = telling.seen;
    if (seen.phase != told.phase || telling.isAbsent || telling.isSilent) {
        return false;
    }
    if (telling.raw != 0) {
        return telling.raw == hashOf(told);
    }
    const auto& labels = telling.isLent ? alert.labels : seen.labels;
    const auto& annotations = telling.isLent ? alert.annotations : seen.annotations;
    return seen.severity == told.severity && telling.toldStart == toldTime(told.startedAt) &&
           (told.phase != AlertPhase::Ended || seen.endedAt == told.endedAt) && seen.value == told.value &&
           seen.threshold == told.threshold && seen.summary == told.summary && labels == told.labels &&
           annotations == told.annotations && seen.silencedBy == told.silencedBy &&
           seen.inhibitedBy == told.inhibitedBy && seen.link == told.link && seen.key == told.key &&
           seen.name == told.name && seen.subject == told.subject && seen.unit == told.unit;
}

} // namespace

AlertBookStore::AlertBookStore(const AlertPlaces& places, AlertPolicy policy)
    : m_places(places), m_policy(std::move(policy))
{
}

void AlertBookStore::setPolicy(AlertPolicy policy)
{
    m_quiet.clear(); // it points into the old one
    m_policy = std::move(policy);
    m_isQuietKnown = false;
}

bool AlertBookStore::setNow(Timestamp now)
{
    constexpr Millis Jump{2'000};
    const bool hasJumped = now < m_now - Jump;
    m_now = now;
    if (m_isQuietKnown && !hasJumped && !(m_quietTurn && now >= *m_quietTurn)) {
        return false;
    }
    findQuiet();
    return true;
}

void AlertBookStore::findQuiet()
{
    m_quiet.clear();
    for (const MaintenanceWindow& window : m_policy.maintenance) {
        if (const auto span = window.spanAt(m_now)) {
            m_quiet.push_back(
                {AlertHoldKind::Maintenance, &window.matcher, std::nullopt, *span, window.name});
        }
    }
    for (const QuietHours& hours : m_policy.quietHours) {
        if (const auto span = hours.spanAt(m_now)) {
            m_quiet.push_back({AlertHoldKind::QuietHours, &hours.matcher, hours.upTo, *span, hours.name});
        }
    }
    m_quietTurn = m_policy.nextTurn(m_now);
    m_isQuietKnown = true;
}

quint32 AlertBookStore::sourceOf(const QString& id)
{
    const auto found = m_sourceIds.constFind(id);
    if (found != m_sourceIds.cend()) {
        return *found;
    }
    const auto place = static_cast<quint32>(m_sources.size());
    m_sources.emplace_back().id = id;
    m_sourceIds.insert(id, place);
    return place;
}

quint64 AlertBookStore::handleOf(const QString& sourceKey)
{
    return qHash(sourceKey, HandleSeed) | 1; // 0 stands for none
}

AlertTelling* AlertBookStore::telling(quint32 slot, quint32 source, quint64 handle)
{
    auto& tellings = m_records[slot].tellings;
    const auto found = std::ranges::find_if(
        tellings, [&](const AlertTelling& each) { return each.source == source && each.handle == handle; });
    return found == tellings.end() ? nullptr : &*found;
}

AlertTelling& AlertBookStore::addTelling(quint32 slot, AlertTelling telling)
{
    auto& tellings = m_records[slot].tellings;
    const auto place = std::ranges::upper_bound(
        tellings, telling, [this](const AlertTelling& one, const AlertTelling& other) {
            const int order = m_sources[one.source].id.compare(m_sources[other.source].id);
            return order != 0 ? order < 0 : one.handle < other.handle;
        });
    AlertBookSource& source = m_sources[telling.source];
    if (telling.handle != 0) {
        source.tellings.insert(telling.handle, slot);
    } else {
        source.fromLog.insert(slot);
    }
    return *tellings.insert(place, std::move(telling));
}

bool AlertBookStore::observe(quint32 source, const AlertObservation& told, bool isYoung, Timestamp at)
{
    AlertBookSource& from = m_sources[source];
    quint64 handle = handleOf(told.key);
    auto slot = from.tellings.constFind(handle);
    AlertTelling* known = slot == from.tellings.cend() ? nullptr : telling(*slot, source, handle);
    AlertBookIdentity identity;
    if (known != nullptr && !isSame(*known, m_alerts[*slot], told) && !told.identity.isEmpty()) {
        identity = alertIdentity(from.id, told);
        if (identity.hash != known->identity) { // the same fingerprint with other labels is another alert
            handle = qHashMulti(handle, identity.hash) | 1;
            slot = from.tellings.constFind(handle);
            known = slot == from.tellings.cend() ? nullptr : telling(*slot, source, handle);
        }
    }
    if (known != nullptr) {
        known->pass = from.pass;
        Alert& alert = m_alerts[*slot];
        if (isSame(*known, alert, told)) {
            known->seenAt = at;
            alert.seenAt = std::max(alert.seenAt, at);
            const size_t index = static_cast<size_t>(known - m_records[*slot].tellings.data());
            alert.witnesses[index].seenAt = at;
            return false;
        }
        touch(*slot);
        assign(*known, told, isYoung, at);
        judge(*slot);
        return true;
    }

    if (identity.key.isEmpty()) {
        identity = alertIdentity(from.id, told);
    }
    const auto found = m_index.find(identity, source);
    if (told.phase == AlertPhase::Ended && !(found && telling(*found, source, 0) != nullptr)) {
        tellPast(source, told, at); // it came and went while nobody looked
        return true;
    }
    const quint32 place = found ? *found : create(identity);
    touch(place);
    AlertTelling fresh;
    fresh.source = source;
    fresh.handle = handle;
    fresh.identity = identity.hash;
    fresh.pass = from.pass;
    assign(fresh, told, isYoung, at);
    joinLog(place, addTelling(place, std::move(fresh)), isYoung);
    this->place(place);
    judge(place);
    return true;
}

void AlertBookStore::assign(AlertTelling& telling, const AlertObservation& told, bool isYoung, Timestamp at)
{
    const bool wasOver =
        telling.handle == 0 || telling.phase() == AlertPhase::Ended || telling.seenAt == Timestamp{};
    const Timestamp toldStart = toldTime(told.startedAt);
    telling.seen = told;
    telling.isLent = false;
    telling.raw = m_bounds.apply(telling.seen, at) ? hashOf(told) : 0;
    if (toldStart == Timestamp{} ? wasOver : toldStart != telling.toldStart) {
        telling.start = toldStart == Timestamp{} ? at : telling.seen.startedAt;
    }
    telling.toldStart = toldStart;
    if (isYoung || telling.isUnjudged) { // whoever judges it began anew, not the alert
        telling.firstStart = toldStart;
    }
    telling.isUnjudged = false;
    if (telling.phase() == AlertPhase::Ended) {
        telling.end = telling.seen.endedAt != Timestamp{} ? telling.seen.endedAt : at;
    } else if (telling.seen.value && telling.seen.threshold) {
        telling.isAbove = *telling.seen.value >= *telling.seen.threshold;
    }
    telling.seenAt = at;
    telling.isAbsent = false;
    telling.isSilent = false;
    telling.isFromLog = false;
}

void AlertBookStore::joinLog(quint32 slot, AlertTelling& fresh, bool isYoung)
{
    AlertTelling* logged = telling(slot, fresh.source, 0);
    if (logged == nullptr) {
        return;
    }
    // What our own rules tell begins anew with each run of ours, and says nothing of a turn in between.
    const bool isSameEpisode = isYoung || m_sources[fresh.source].id == AlertBookIdentity::ownSource();
    fresh.hasFired = logged->hasFired;
    fresh.firstStart = isSameEpisode ? fresh.toldStart : logged->toldStart;
    auto& tellings = m_records[slot].tellings;
    m_sources[fresh.source].fromLog.remove(slot);
    tellings.erase(tellings.begin() + (logged - tellings.data()));
}

void AlertBookStore::observeRule(quint32 source, const AlertRuleFailure& failure, Timestamp at)
{
    AlertObservation told;
    told.key = QStringLiteral("rule/") + failure.key;
    told.name = failure.name.isEmpty() ? failure.key : failure.name;
    told.summary = failure.error.message;
    AlertBookSource& from = m_sources[source];
    const quint64 handle = handleOf(told.key);
    const auto known = from.tellings.constFind(handle);
    if (known != from.tellings.cend()) {
        AlertTelling* telling = this->telling(*known, source, handle);
        if (isSame(*telling, m_alerts[*known], told)) {
            telling->seenAt = at;
            return;
        }
        touch(*known);
        assign(*telling, told, false, at);
        judge(*known);
        return;
    }
    AlertObservation named = told;
    named.name = told.key; // apart from alerts of the rule
    named.subject.clear();
    AlertBookIdentity identity = alertIdentity(from.id, named);
    const auto logged = m_index.find(identity.key);
    const quint32 slot = logged ? *logged : create(identity);
    touch(slot);
    m_records[slot].isRule = true;
    AlertTelling fresh;
    fresh.source = source;
    fresh.handle = handle;
    fresh.identity = identity.hash;
    fresh.isRule = true;
    assign(fresh, told, false, at);
    joinLog(slot, addTelling(slot, std::move(fresh)), true);
    place(slot);
    judge(slot);
}

void AlertBookStore::miss(quint32 source, quint32 slot, bool isTrusted, Timestamp at)
{
    bool isAnyOtherwise = false;
    for (AlertTelling& telling : m_records[slot].tellings) {
        const bool isMissing =
            telling.source == source && telling.phase() != AlertPhase::Ended &&
            (telling.handle == 0 || telling.pass != m_sources[source].pass || telling.isRule);
        if (!isMissing) {
            continue;
        }
        isAnyOtherwise = true;
        telling.isUnjudged = m_sources[source].failingKeys.contains(telling.seen.key);
        if (isTrusted && !telling.isUnjudged) {
            telling.isFromLog = false;
            telling.seen.phase = AlertPhase::Ended;
            telling.isAbsent = true;
            telling.isSilent = false;
            telling.end = at;
            telling.seenAt = at;
        } else if (!telling.isSilent || telling.silentSince == Timestamp{}) {
            telling.isSilent = true;
            telling.silentSince = at;
        }
    }
    if (isAnyOtherwise || m_alerts[slot].state == AlertState::Unknown) {
        touch(slot);
        judge(slot);
    }
}

void AlertBookStore::leave(quint32 source, quint32 slot, Timestamp at)
{
    const AlertLabel why{AlertBookBounds::note(), AlertBookBounds::tr("its source is watched no longer")};
    bool isAny = false;
    for (AlertTelling& telling : m_records[slot].tellings) {
        if (telling.source == source && telling.phase() != AlertPhase::Ended) {
            if (!std::exchange(isAny, true)) {
                giveBackWords(m_alerts[slot], m_records[slot]);
            }
            telling.seen.phase = AlertPhase::Ended;
            telling.seen.annotations = {why};
            telling.isAbsent = true;
            telling.isSilent = false;
            telling.isFromLog = false;
            telling.end = at;
            telling.seenAt = at;
        }
    }
    if (isAny) {
        touch(slot);
        judge(slot);
    }
}

void AlertBookStore::silence(quint32 source, quint32 slot, Timestamp at)
{
    touch(slot);
    for (AlertTelling& telling : m_records[slot].tellings) {
        const bool isNews = !telling.isSilent || telling.silentSince == Timestamp{};
        if (telling.source == source && isNews) {
            telling.isSilent = true;
            telling.silentSince = at;
        }
    }
    judge(slot);
}

void AlertBookStore::rejudge(quint32 slot)
{
    if (!m_alerts[slot].key.isEmpty()) {
        touch(slot);
        judge(slot);
    }
}

} // namespace stowage
