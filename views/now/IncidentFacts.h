// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "views/shell/Link.h"
#include "views/widgets/DetailList.h"

#include <vector>

namespace stowage {

class ShownAlerts;

// What the panel tells of an incident.

/// One line for what is measured to be wrong: what its worst alert that stands says.
QString symptomOf(const Incident& incident, const ShownAlerts& alerts);

/// What cannot be known now, and why; empty when all is known.
QString doubtOf(const Incident& incident);

/// Since when, of what and where.
std::vector<Detail> incidentDetails(const Incident& incident, Timestamp now);

/// Whose it is, and what persons did to it.
std::vector<Detail> personDetails(const Incident& incident, Timestamp now);

/// A thing that the incident touches, and where more is told of it.
struct TouchedThing
{
    QString name;
    Link link;

    bool operator==(const TouchedThing&) const = default;
};

/// Of its subjects the first few that have a page.
std::vector<TouchedThing> touchedBy(const Incident& incident, size_t most);

} // namespace stowage
