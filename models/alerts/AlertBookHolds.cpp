// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookJudge.h"

#include <algorithm>

namespace stowage {
namespace {

bool isSame(const AlertHold& one, const AlertHold& other)
{
    return one.kind == other.kind && one.by == other.by;
}

auto findSame(const std::vector<AlertHold>& holds, const AlertHold& hold)
{
    return std::ranges::find_if(holds, [&hold](const AlertHold& each) { return isSame(each, hold); });
}

/// What held back an alert that now fires is told by its firing; flapping has events of its own.
bool isToldOtherwise(const AlertHold& hold, bool isOpen)
{
    return hold.kind == AlertHoldKind::Waiting && isOpen;
}

AlertHold holdOf(const QString& id, const AlertBookSource& source, Timestamp now)
{
    const AlertSilence* silence = source.silence(id);
    if (silence == nullptr) {
        return {AlertHoldKind::Silenced, now, {}, id};
    }
    AlertHold hold{silence->isDeliveryOnly ? AlertHoldKind::QuietHours : AlertHoldKind::Silenced, now,
                   silence->endsAt, id};
    if (!silence->createdBy.isEmpty()) {
        hold.by += QStringLiteral(" (%1)").arg(silence->createdBy);
    }
    return hold;
}

} // namespace

const AlertSilence* AlertBookSource::silence(const QString& wanted) const
{
    const auto place = silencePlaces.constFind(wanted);
    return place == silencePlaces.cend() ? nullptr : &silences[*place];
}

void AlertBookJudge::hold()
{
    if (m_record.coolUntil != Timestamp{}) {
        // A clock that jumped back does not make it longer than the profile asks.
        m_record.coolUntil = std::min(m_record.coolUntil, m_world.now + m_tempo.cooldown);
        if (m_world.now >= m_record.coolUntil) {
            m_record.coolUntil = {};
            m_record.toldAt = m_world.now; // now it is let through
        }
    }
    std::vector<AlertHold> wanted = wantedHolds();
    for (AlertHold& hold : wanted) {
        const auto before = findSame(m_alert.holds, hold);
        if (before == m_alert.holds.end()) {
            m_teller.tellHold(hold, true);
        } else {
            hold.since = before->since;
        }
    }
    const bool isStanding = m_alert.state != AlertState::Resolved;
    for (const AlertHold& hold : m_alert.holds) {
        if (isStanding && findSame(wanted, hold) == wanted.end() && !isToldOtherwise(hold, m_record.isOpen)) {
            m_teller.tellHold(hold, false);
        }
    }
    m_alert.holds = std::move(wanted);
}

std::vector<AlertHold> AlertBookJudge::wantedHolds() const
{
    std::vector<AlertHold> holds;
    addOwnHolds(holds);
    if (m_alert.state != AlertState::Resolved) {
        addSourcesHolds(holds);
        addPolicysHolds(holds);
    }
    return holds;
}

void AlertBookJudge::addOwnHolds(std::vector<AlertHold>& holds) const
{
    if (m_record.isWaiting) {
        holds.push_back({AlertHoldKind::Waiting, m_alert.since, m_alert.since + m_tempo.persistence, {}});
    }
    if (m_record.isOpen && m_record.coolUntil != Timestamp{}) {
        holds.push_back({AlertHoldKind::Cooldown, m_world.now, m_record.coolUntil, {}});
    }
    if (m_record.flaps.isFlapping()) {
        holds.push_back(
            {AlertHoldKind::Flapping, m_record.flaps.since(), m_record.flaps.calmAt(m_tempo), {}});
    }
    if (m_record.isOpen && m_record.settleUntil != Timestamp{}) {
        holds.push_back({AlertHoldKind::Settling, m_world.now, m_record.settleUntil, {}});
    }
}

void AlertBookJudge::addSourcesHolds(std::vector<AlertHold>& holds) const
{
    if (std::ranges::all_of(m_record.tellings, &AlertTelling::isFromLog)) {
        // Nobody has said otherwise yet.
        std::ranges::copy_if(m_alert.holds, std::back_inserter(holds), [](const AlertHold& hold) {
            return hold.kind == AlertHoldKind::Silenced || hold.kind == AlertHoldKind::Inhibited;
        });
    }
    for (const AlertTelling& telling : m_record.tellings) {
        if (telling.phase() == AlertPhase::Ended) {
            continue;
        }
        for (const QString& id : telling.seen.silencedBy) {
            const AlertHold hold = holdOf(id, m_world.sources[telling.source], m_world.now);
            if (findSame(holds, hold) == holds.end()) {
                holds.push_back(hold);
            }
        }
        if (!telling.seen.inhibitedBy.isEmpty()) {
            const AlertHold hold{AlertHoldKind::Inhibited,
                                 m_world.now,
                                 {},
                                 telling.seen.inhibitedBy.join(QLatin1String(", "))};
            if (findSame(holds, hold) == holds.end()) {
                holds.push_back(hold);
            }
        }
    }
}

void AlertBookJudge::addPolicysHolds(std::vector<AlertHold>& holds) const
{
    for (const AlertBookQuiet& quiet : m_world.quiet) {
        const bool isSevere = quiet.upTo && m_alert.severity > *quiet.upTo;
        if (!isSevere && quiet.matcher->matches(m_alert)) {
            holds.push_back({quiet.kind, quiet.span.from, quiet.span.to, quiet.name});
        }
    }
}

void AlertBookJudge::setDue()
{
    Timestamp due{};
    for (const AlertHold& hold : m_alert.holds) {
        const bool isOurs = hold.kind == AlertHoldKind::Waiting || hold.kind == AlertHoldKind::Cooldown ||
                            hold.kind == AlertHoldKind::Flapping || hold.kind == AlertHoldKind::Settling;
        if (isOurs && hold.until > m_world.now && (due == Timestamp{} || hold.until < due)) {
            due = hold.until;
        }
    }
    for (const AlertTelling& telling : m_record.tellings) {
        const Timestamp lost = telling.silentSince + AlertTelling::Grace;
        if (telling.isFromLog && lost > m_world.now && (due == Timestamp{} || lost < due)) {
            due = lost;
        }
    }
    m_record.dueAt = due;
}

} // namespace stowage
