// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/MemberFacts.h"

namespace stowage {

/// An event as the fold takes it: small, in the one order that every replay has.
struct IncidentTurn
{
    Timestamp order{};   ///< where it stands among the others
    Timestamp at{};      ///< when it happened
    Timestamp seenAt{};  ///< tells turns of one moment apart
    TextKey uid = 0;     ///< AlertEvent::uid
    TextKey episode = 0; ///< of an alert: what its firing and its end have in common
    TextKey alert = 0;   ///< Alert::key
    AlertEventKind kind = AlertEventKind::Fired;
    quint32 messages = 1;                  ///< sent for its episode until then, see messagesOf()
    MemberFactsPtr facts;                  ///< of Fired and Changed
    std::shared_ptr<const AlertEvent> act; ///< of what persons did

    /// HeldBack is of swings of a flapping alert alone: it `hasSwungIn`, or out again.
    bool hasSwungIn = false;

    /// Nothing for an event that incidents have nothing to do with. `known`: what the alert told last, to be
    /// shared if it tells the same; may be null.
    static std::optional<IncidentTurn> of(const AlertEvent& event, const JoiningNames& joining,
                                          const MemberFactsPtr& known);

    bool operator<(const IncidentTurn& other) const;
};

} // namespace stowage
