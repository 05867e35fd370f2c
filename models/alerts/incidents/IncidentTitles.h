// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentImpact.h"

namespace stowage {

/// What an incident is called, in the reader's language: what happened to whom, from the facts that its
/// alerts told. Texts from outside are made one line of plain text.
class IncidentTitles
{
public:
    IncidentTitles(const IncidentGroup& group, const IncidentWeight& weight);

    /// "node eu-b-17 is gone: 9 layers have one copy left"
    QString title() const;
    /// "eu-b-17, registry-3 · zone eu-b · hub, prom"
    QString detail() const;

private:
    QString zoneTitle() const;
    QString commonTitle() const;
    QString stormTitle() const;
    QString leadTitle() const;
    QString consequence() const;
    const GroupMember& lead() const;

    const IncidentGroup& m_group;
    const IncidentWeight& m_weight;
};

} // namespace stowage
