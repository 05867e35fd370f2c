// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookJudge.h"

#include "models/alerts/AlertBookBounds.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

bool isFiring(const AlertTelling& telling)
{
    return !telling.isSilent && telling.phase() == AlertPhase::Firing;
}

/// Whether the value is still within the band around the threshold in which an alert does not end.
bool isNear(const AlertTelling& telling, double hysteresis)
{
    if (!telling.seen.value || !telling.seen.threshold || telling.isAbsent) {
        return false;
    }
    const double band = std::abs(*telling.seen.threshold) * hysteresis;
    const double past = *telling.seen.value - *telling.seen.threshold;
    return (telling.isAbove ? past : -past) > -band;
}

} // namespace

bool AlertBookJudge::judge()
{
    m_word = wordOf(m_record, m_world.sources);
    // A clock that jumped back makes no wait longer than the profile asks.
    m_record.settleUntil = std::min(m_record.settleUntil, m_world.now + m_tempo.hysteresisAtMost);
    if (m_record.isWaiting) {
        m_alert.since = std::min(m_alert.since, m_world.now);
    }
    if (m_record.isRule) {
        if (m_record.episode.isEmpty()) {
            m_record.episode = AlertBookTeller::stamp(m_alert.since);
        }
        tellStanding(m_word);
    } else {
        turn(m_word);
        tellFlapping();
        if (m_record.isOpen) {
            tellStanding(m_word);
            tellChanges();
        }
    }
    m_alert.state = stateFor(m_word);
    hold();
    setDue();
    return m_alert.state != AlertState::Resolved || m_alert.endedAt != Timestamp{};
}

void AlertBookJudge::turn(AlertWord word)
{
    const bool isUnderWay = m_record.isOpen || m_record.isWaiting;
    if (isUnderWay) {
        takeNewcomers();
    }
    if (word == AlertWord::Firing || (word == AlertWord::Unjudged && isAnyFiring())) {
        if (m_record.isSwungOut) {
            swingIn();
        } else if (isUnderWay && hasBegunAnew()) {
            const auto starts = std::ranges::min_element(m_record.tellings, {}, [](const AlertTelling& each) {
                return isFiring(each) ? each.start : Timestamp::max();
            });
            //: why an alert is taken for ended
            end(starts->start, AlertBookBounds::tr("told as begun anew: when it ended nobody saw"));
            if (m_record.isSwungOut) {
                swingIn();
            } else {
                begin();
            }
        } else if (!isUnderWay) {
            begin();
        }
        m_record.settleUntil = {};
        if (m_record.isWaiting && m_world.now >= m_alert.since + m_tempo.persistence) {
            fire();
        }
    } else if (isUnderWay && !m_record.isSwungOut &&
               (word == AlertWord::Ended || word == AlertWord::Pending) && !isSettling()) {
        end(word == AlertWord::Ended ? endOfTellings() : m_world.now, {});
    }
    if (isSettling() && m_record.settleUntil == Timestamp{}) {
        m_record.settleUntil = m_world.now + m_tempo.hysteresisAtMost;
    }
}

void AlertBookJudge::takeNewcomers()
{
    for (AlertTelling& telling : m_record.tellings) {
        if (isFiring(telling) && !telling.hasFired) {
            telling.hasFired = true;
            telling.firstStart = telling.toldStart;
            m_alert.since = std::min(m_alert.since, telling.start);
        }
    }
}

bool AlertBookJudge::isAnyFiring() const
{
    return std::ranges::any_of(m_record.tellings, isFiring);
}

bool AlertBookJudge::hasBegunAnew() const
{
    return std::ranges::all_of(m_record.tellings, [](const AlertTelling& telling) {
        return !isFiring(telling) || telling.toldStart > telling.firstStart;
    });
}

void AlertBookJudge::begin()
{
    // What ended before does not witness this episode.
    const AlertTelling* first = nullptr;
    for (AlertTelling& telling : m_record.tellings) {
        telling.hasFired = isFiring(telling);
        telling.firstStart = telling.toldStart;
        if (telling.hasFired && (first == nullptr || telling.start < first->start)) {
            first = &telling;
        }
    }
    const Timestamp start = first->toldStart != Timestamp{} ? first->toldStart : first->start;
    m_record.resumptions = start == m_record.episodeStart ? m_record.resumptions + 1 : 0;
    m_record.episodeStart = start;
    m_record.episode = AlertBookTeller::stamp(start);
    if (m_record.resumptions > 0) {
        m_record.episode += QLatin1Char('.') + QString::number(m_record.resumptions);
    }
    m_record.toldHolds.clear();
    m_record.isLost = false;
    m_record.isUnjudged = false;
    m_record.isWaiting = true;
    m_alert.since = first->start;
    m_alert.endedAt = {};
    m_alert.isTransient = false;
}

void AlertBookJudge::fire()
{
    m_record.isWaiting = false;
    m_record.isOpen = true;
    m_world.memory.begin(m_alert.key, m_alert.since);
    m_alert.episodes = m_world.memory.count(m_alert.key);
    m_record.flaps.turn(m_world.now);
    m_record.toldSeverity = m_alert.severity;
    m_record.toldWords = wordsHash(m_alert.summary);

    AlertEvent& event = m_teller.tell(AlertEventKind::Fired, m_alert.since);
    const auto first = std::ranges::find_if(m_record.tellings, [this](const AlertTelling& telling) {
        return isFiring(telling) && telling.start == m_alert.since;
    });
    const bool isKnown = first != m_record.tellings.end();
    event.source = isKnown ? m_world.sources[first->source].id : m_alert.witnesses.front().source;
    event.note = AlertBookBounds::noteOf(m_alert.annotations);

    const Timestamp cool = std::min(m_record.toldAt, m_world.now) + m_tempo.cooldown;
    if (m_record.toldAt != Timestamp{} && m_world.now < cool) {
        m_record.coolUntil = cool;
    } else {
        m_record.toldAt = m_world.now;
        m_record.coolUntil = {};
    }
}

bool AlertBookJudge::isSettling() const
{
    if (!m_record.isOpen || m_word != AlertWord::Ended ||
        (m_record.settleUntil != Timestamp{} && m_world.now >= m_record.settleUntil)) {
        return false;
    }
    return std::ranges::any_of(m_record.tellings, [this](const AlertTelling& telling) {
        return telling.phase() == AlertPhase::Ended && telling.hasFired &&
               isNear(telling, m_tempo.hysteresis);
    });
}

Timestamp AlertBookJudge::endOfTellings() const
{
    Timestamp end{};
    for (const AlertTelling& telling : m_record.tellings) {
        if (telling.phase() == AlertPhase::Ended && telling.hasFired && !telling.isSilent) {
            end = std::max(end, telling.end);
        }
    }
    return end != Timestamp{} ? end : m_world.now;
}

void AlertBookJudge::end(Timestamp at, const QString& note)
{
    const Timestamp ended = std::clamp(at, std::min(m_alert.since, m_world.now), m_world.now);
    m_record.settleUntil = {};
    m_record.coolUntil = {};
    if (m_record.isOpen) {
        m_world.memory.end(m_alert.key, ended);
        m_record.flaps.turn(m_world.now);
        tellFlapping();
        if (m_record.flaps.isFlapping()) {
            m_record.isSwungOut = true; // one state until it is calm
            m_record.swungOutAt = ended;
            tellSwing(AlertEventKind::Ended, ended);
            return;
        }
        tellEnd(ended, note);
    }
    close(ended);
}

void AlertBookJudge::close(Timestamp at)
{
    m_alert.endedAt = at;
    m_alert.isTransient = m_record.isWaiting || at - m_alert.since < m_tempo.persistence;
    m_record.isOpen = false;
    m_record.isWaiting = false;
    m_record.isLost = false;
    m_record.isUnjudged = false;
    m_record.isSwungOut = false;
}

void AlertBookJudge::tellEnd(Timestamp at, const QString& note)
{
    const auto last = std::ranges::find_if(m_record.tellings, [](const AlertTelling& telling) {
        return telling.phase() == AlertPhase::Ended && telling.hasFired;
    });
    AlertEvent& event = m_teller.tell(AlertEventKind::Ended, at);
    event.source =
        last != m_record.tellings.end() ? m_world.sources[last->source].id : m_alert.witnesses.front().source;
    event.note = note.isEmpty() ? AlertBookBounds::noteOf(m_alert.annotations) : note;
}

void AlertBookJudge::swingIn()
{
    m_record.isSwungOut = false;
    m_record.flaps.turn(m_world.now);
    Timestamp start = m_world.now;
    for (AlertTelling& telling : m_record.tellings) {
        telling.hasFired = isFiring(telling);
        telling.firstStart = telling.toldStart;
        if (telling.hasFired) {
            start = std::min(start, telling.start);
        }
    }
    m_world.memory.begin(m_alert.key, start);
    m_alert.episodes = m_world.memory.count(m_alert.key);
    tellSwing(AlertEventKind::Fired, start);
}

void AlertBookJudge::tellSwing(AlertEventKind kind, Timestamp at)
{
    const AlertHold hold{AlertHoldKind::Flapping, at, {}, alertEventKindName(kind)};
    AlertEvent& event =
        m_teller.tell(AlertEventKind::HeldBack, at, hold.by + QLatin1Char('/') + AlertBookTeller::stamp(at));
    event.source = m_alert.witnesses.front().source;
    event.note = AlertBookTeller::noteOf(hold);
}

void AlertBookJudge::tellStanding(AlertWord word)
{
    const bool isUnjudged = word == AlertWord::Unjudged;
    if (isUnjudged != m_record.isUnjudged && word != AlertWord::Unknown) {
        AlertEvent& event = m_teller.tell(isUnjudged ? AlertEventKind::Unjudged : AlertEventKind::Judged,
                                          m_world.now, AlertBookTeller::stamp(m_world.now));
        event.source = m_alert.witnesses.empty() ? QString() : m_alert.witnesses.front().source;
        m_record.isUnjudged = isUnjudged;
    }
    if (m_record.isRule) {
        m_alert.endedAt = word == AlertWord::Ended ? m_world.now : Timestamp{};
        return;
    }
    const bool isLost = word == AlertWord::Unknown;
    const bool isFromLog = std::ranges::all_of(m_record.tellings, [this](const AlertTelling& telling) {
        return telling.isFromLog && (telling.silentSince == Timestamp{} ||
                                     m_world.now < telling.silentSince + AlertTelling::Grace);
    });
    if (isLost != m_record.isLost && !isFromLog && (isLost || word == AlertWord::Firing)) {
        AlertEvent& event = m_teller.tell(isLost ? AlertEventKind::Lost : AlertEventKind::Found, m_world.now,
                                          AlertBookTeller::stamp(m_world.now));
        event.source = m_alert.witnesses.front().source;
        if (isLost) {
            event.note = whyLost();
        }
        m_record.isLost = isLost;
    }
}

/// In the words of a source that is there and cannot judge it; else empty.
QString AlertBookJudge::whyLost() const
{
    for (const AlertTelling& telling : m_record.tellings) {
        const AlertBookSource& source = m_world.sources[telling.source];
        const auto failure = std::ranges::find(source.failures, telling.seen.key, &AlertRuleFailure::key);
        if (telling.handle != 0 && failure != source.failures.end()) {
            return failure->error.message;
        }
    }
    return {};
}

void AlertBookJudge::tellFlapping()
{
    const Timestamp before = m_record.flaps.since();
    if (m_record.flaps.judge(m_world.now, m_tempo)) {
        const bool isFlapping = m_record.flaps.isFlapping();
        AlertEvent& event =
            m_teller.tell(isFlapping ? AlertEventKind::Flapping : AlertEventKind::Steady, m_world.now,
                          AlertBookTeller::stamp(isFlapping ? m_record.flaps.since() : before));
        event.source = m_alert.witnesses.empty() ? QString() : m_alert.witnesses.front().source;
    }
    m_alert.turns = m_record.flaps.turns();
    m_alert.flappingSince = m_record.flaps.since();
    if (m_record.isSwungOut && !m_record.flaps.isFlapping()) {
        tellEnd(m_record.swungOutAt, {});
        close(m_record.swungOutAt);
    }
}

void AlertBookJudge::tellChanges()
{
    const size_t words = wordsHash(m_alert.summary);
    if (m_alert.severity != m_record.toldSeverity || words != m_record.toldWords) {
        AlertEvent& event =
            m_teller.tell(AlertEventKind::Changed, m_world.now, AlertBookTeller::stamp(m_world.now));
        event.source = m_alert.witnesses.front().source;
        if (m_alert.severity != m_record.toldSeverity) {
            event.note = alertSeverityName(m_record.toldSeverity) + QStringLiteral(" → ") +
                         alertSeverityName(m_alert.severity);
        }
        m_record.toldSeverity = m_alert.severity;
        m_record.toldWords = words;
    }
}

AlertState AlertBookJudge::stateFor(AlertWord word) const
{
    if (m_record.isRule) {
        return word == AlertWord::Unjudged  ? AlertState::Unjudged
               : word == AlertWord::Unknown ? AlertState::Unknown
                                            : AlertState::Resolved;
    }
    if (m_record.isWaiting) {
        return AlertState::Pending;
    }
    if (m_record.isOpen) {
        return word == AlertWord::Unknown    ? AlertState::Unknown
               : word == AlertWord::Unjudged ? AlertState::Unjudged
                                             : AlertState::Firing;
    }
    const bool isPending = std::ranges::any_of(m_record.tellings, [](const AlertTelling& telling) {
        return telling.phase() == AlertPhase::Pending;
    });
    return isPending ? AlertState::Pending : AlertState::Resolved;
}

} // namespace stowage
